import {
  type Cell,
  columnName,
  formatCell,
  formatRange,
  isError,
  quoteSheet,
  type Range,
  type SheetSnapshot,
  usedRange,
} from '../../core/sheet';
import type { DrawEdit } from './drawing-editor';
import { formulaToFile } from './formula';
import { builtInId } from './builtin-formats';
import { XML_HEAD } from './package-editor';
import { patchWorkbook } from './patch';
import { isFormulaLike } from './quote';
import { readWorkbook } from './workbook';
import { encodeText, escapeXml } from './xml';
import { Zip } from './zip';

/** How a new sheet looks. */
export interface SheetLayout {
  /** In characters, by column; others have the usual width. */
  readonly columnWidths?: readonly (number | undefined)[];
  readonly wrap?: boolean;
  readonly borders?: boolean;
  /** Rows at the top in bold. */
  readonly headerRows?: number;
  /** A long list: the rows at the top stay in sight, and the last of them has filters. */
  readonly list?: boolean;
}

export interface WriteOptions {
  /** Name of the sheet that is shown first. */
  readonly active?: string;
  readonly layout?: (sheet: SheetSnapshot) => SheetLayout;
  /** How the sheets are drawn, over what `layout` says. */
  readonly draws?: readonly DrawEdit[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FIRST_CUSTOM_FORMAT = 164;

/** A new workbook from sheets: contents, formulas, number formats, merged areas, what is hidden and protected, and how it is drawn. */
export function writeWorkbook(sheets: readonly SheetSnapshot[], options: WriteOptions = {}): Uint8Array {
  const styles = new Styles();
  const strings = new Strings();
  const parts = new Map<string, string>();
  const active = Math.max(
    0,
    sheets.findIndex(({ name }) => name === options.active),
  );
  const layouts = sheets.map((sheet) => options.layout?.(sheet) ?? {});
  sheets.forEach((sheet, index) => {
    const layout = layouts[index] ?? {};
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, layout, index === active, styles, strings));
  });
  parts.set('xl/workbook.xml', workbookXml(sheets, active, layouts));
  parts.set('xl/styles.xml', styles.xml());
  parts.set('xl/sharedStrings.xml', strings.xml());

  const related = [
    ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ];
  const relations = related.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  const kinds: Record<string, string> = { worksheet: 'worksheet', styles: 'styles', sharedStrings: 'sharedStrings' };
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>`,
    ...related.map(
      ([type, target]) => `<Override PartName="/xl/${target}" ContentType="${CONTENT}.${kinds[type]}+xml"/>`,
    ),
  ];
  const all = new Map([
    [
      '[Content_Types].xml',
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ],
    ...parts,
  ]);
  const encoder = new TextEncoder();
  const bytes = Zip.empty()
    .with(new Map([...all].map(([name, text]) => [name, encoder.encode(text)])))
    .save();
  const { draws = [] } = options;
  return draws.length === 0 ? bytes : patchWorkbook(readWorkbook(bytes), { draws }).zip.save();
}

/** Of a list, its rows that are filtered, the headings' among them; null for what is none. */
function filteredOf(sheet: SheetSnapshot, { list = false, headerRows = 0 }: SheetLayout): Range | null {
  const used = list && headerRows > 0 ? usedRange(sheet) : null;
  return used && used.bottom >= headerRows ? { ...used, top: headerRows - 1 } : null;
}

/** A filter that has no such name is none to LibreOffice. */
function filterName({ name }: SheetSnapshot, index: number, range: Range | null): string {
  if (!range) return '';
  const place = `${quoteSheet(name)}!$${columnName(range.left)}$${range.top + 1}:$${columnName(range.right)}$${range.bottom + 1}`;
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(encodeText(place))}</definedName>`;
}

function workbookXml(sheets: readonly SheetSnapshot[], active: number, layouts: readonly SheetLayout[]): string {
  const list = sheets.map(
    ({ name, visible }, index) =>
      `<sheet name="${escapeXml(encodeText(name))}" sheetId="${index + 1}"${visible ? '' : ' state="hidden"'} r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.map((sheet, index) => filterName(sheet, index, filteredOf(sheet, layouts[index] ?? {})));
  const names = filters.join('');
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    `<bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${list.join('')}</sheets>` +
    (names === '' ? '' : `<definedNames>${names}</definedNames>`) +
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

function sheetXml(
  sheet: SheetSnapshot,
  layout: SheetLayout,
  active: boolean,
  styles: Styles,
  strings: Strings,
): string {
  const used = usedRange(sheet);
  const inMerge = mergedCells(sheet);
  const rows: string[] = [];
  const last = Math.max(used?.bottom ?? -1, ...sheet.hiddenRows, -1);
  for (let row = 0; row <= last; row++) {
    const bold = row < (layout.headerRows ?? 0);
    const cells: string[] = [];
    const width = Math.max(sheet.cells[row]?.length ?? 0, (inMerge.get(row) ?? -1) + 1);
    for (let column = 0; column < width; column++) {
      const cell = sheet.cells[row]?.[column] ?? null;
      if (!cell && !layout.borders) continue;
      const style = styles.number({
        format: cell?.numberFormat,
        wrap: layout.wrap,
        borders: layout.borders,
        bold,
        quoted: cell !== null && isQuoted(cell),
      });
      const xml = cellXml(formatCell({ row, column }), cell, style, strings);
      if (xml) cells.push(xml);
    }
    const hidden = sheet.hiddenRows.has(row) ? ' hidden="1"' : '';
    if (cells.length > 0 || hidden) rows.push(`<row r="${row + 1}"${hidden}>${cells.join('')}</row>`);
  }
  const { headerRows = 0 } = layout;
  const filtered = filteredOf(sheet, layout);
  const below = `A${headerRows + 1}`;
  const frozen = filtered
    ? `><pane ySplit="${headerRows}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>` +
      `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView>`
    : '/>';
  const filter = filtered ? `<autoFilter ref="${formatRange(filtered)}"/>` : '';
  const merges = sheet.merges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`);
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}">` +
    (used ? `<dimension ref="${formatRange(used)}"/>` : '') +
    `<sheetViews><sheetView${active ? ' tabSelected="1"' : ''} workbookViewId="0"${frozen}</sheetViews>` +
    columnsXml(sheet, layout) +
    (rows.length > 0 ? `<sheetData>${rows.join('')}</sheetData>` : '<sheetData/>') +
    (sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '') +
    filter +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    '</worksheet>'
  );
}

/** The last merged column of each row: bordered areas are drawn whole. */
function mergedCells(sheet: SheetSnapshot): Map<number, number> {
  const right = new Map<number, number>();
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= merge.bottom; row++) right.set(row, Math.max(right.get(row) ?? 0, merge.right));
  }
  return right;
}

function columnsXml(sheet: SheetSnapshot, layout: SheetLayout): string {
  const widths = layout.columnWidths ?? [];
  const columns = new Set([...widths.keys(), ...sheet.hiddenColumns]);
  const list = [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const width = widths[column];
      const hidden = sheet.hiddenColumns.has(column) ? ' hidden="1"' : '';
      if (width === undefined && !hidden) return '';
      return `<col min="${column + 1}" max="${column + 1}" width="${width ?? 9}"${width === undefined ? '' : ' customWidth="1"'}${hidden}/>`;
    })
    .join('');
  return list === '' ? '' : `<cols>${list}</cols>`;
}

function cellXml(ref: string, cell: Cell | null, style: number, strings: Strings): string {
  const head = `<c r="${ref}"${style === 0 ? '' : ` s="${style}"`}`;
  if (!cell) return style === 0 ? '' : `${head}/>`;
  const { value, formula } = cell;
  const written = formula === undefined ? '' : `<f>${escapeXml(encodeText(formulaToFile(formula)))}</f>`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `${head} t="e">${written}<v>#NUM!</v></c>`;
  if (typeof value === 'number') return `${head}>${written}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b">${written}<v>${value ? 1 : 0}</v></c>`;
  if (isError(value)) return `${head} t="e">${written}<v>${escapeXml(value.error)}</v></c>`;
  if (written) return `${head} t="str">${written}<v>${escapeXml(encodeText(value))}</v></c>`;
  return `${head} t="s"><v>${strings.number(value)}</v></c>`;
}

class Strings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  number(text: string): number {
    this.uses++;
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  xml(): string {
    const items = [...this.numbers.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeXml(encodeText(text))}</t></si>`,
    );
    return `${XML_HEAD}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function isQuoted({ value, formula, numberFormat }: Cell): boolean {
  return typeof value === 'string' && formula === undefined && numberFormat !== '@' && isFormulaLike(value);
}

interface Style {
  readonly format: string | undefined;
  readonly wrap: boolean | undefined;
  readonly borders: boolean | undefined;
  readonly bold: boolean;
  /** Text whatever it begins with. */
  readonly quoted?: boolean;
}

class Styles {
  private readonly formats = new Map<string, number>();
  private readonly styles = new Map<string, number>([
    [this.xf({ format: undefined, wrap: false, borders: false, bold: false }), 0],
  ]);

  number(style: Style): number {
    const xml = this.xf(style);
    const number = this.styles.get(xml) ?? this.styles.size;
    this.styles.set(xml, number);
    return number;
  }

  private xf({ format, wrap, borders, bold, quoted }: Style): string {
    const id = format === undefined || format === 'General' ? 0 : this.formatId(format);
    const attributes =
      `numFmtId="${id}" fontId="${bold ? 1 : 0}" fillId="0" borderId="${borders ? 1 : 0}" xfId="0"` +
      `${id > 0 ? ' applyNumberFormat="1"' : ''}${bold ? ' applyFont="1"' : ''}${borders ? ' applyBorder="1"' : ''}${quoted ? ' quotePrefix="1"' : ''}`;
    return wrap
      ? `<xf ${attributes} applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`
      : `<xf ${attributes}/>`;
  }

  private formatId(format: string): number {
    const builtIn = builtInId(format);
    if (builtIn !== undefined) return builtIn;
    const id = this.formats.get(format) ?? FIRST_CUSTOM_FORMAT + this.formats.size;
    this.formats.set(format, id);
    return id;
  }

  xml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    const font = '<sz val="11"/><name val="宋体"/><charset val="134"/>';
    const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
    return (
      `${XML_HEAD}<styleSheet xmlns="${MAIN}">` +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
      `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
      `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.styles.size}">${[...this.styles.keys()].join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}
