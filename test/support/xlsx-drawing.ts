import { contains, parseCell, parseRange } from '../../src/core/sheet';
import type { CellFormat, CellRef, PageSetupEdit, Range } from '../../src/core/sheet';
import type { WorkbookFile } from '../../src/formats/xlsx';
import type { SeenDrawing } from '../contract/driver';
import { partsOf } from './xlsx';

type Attributes = Readonly<Record<string, string>>;

interface Element {
  readonly attributes: Attributes;
  readonly inner: string;
}

const unescape = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#10;', '\n')
    .replaceAll('&amp;', '&');

/** Elements of a name, of which none stands in another. */
function elements(xml: string, name: string): Element[] {
  const found: Element[] = [];
  for (const piece of xml.split(`<${name}`).slice(1)) {
    if (!/^[\s/>]/.test(piece)) continue;
    const end = piece.indexOf('>');
    const pieces = piece.slice(0, end).split('"');
    const pairs = pieces.flatMap((key, at) =>
      at % 2 === 0 && key.includes('=') ? [[key.replace('=', '').trim(), unescape(pieces[at + 1] ?? '')]] : [],
    );
    found.push({
      attributes: Object.fromEntries(pairs) as Attributes,
      inner: piece[end - 1] === '/' ? '' : piece.slice(end + 1, piece.indexOf(`</${name}>`)),
    });
  }
  return found;
}

const list = (xml: string, name: string, item: string) => elements(elements(xml, name)[0]?.inner ?? '', item);
const colour = (rgb: string | undefined) => rgb && `#${rgb.slice(2)}`;

/** What a cell style says, as an independent reader of the file sees it. */
function formatOf(styles: string, number: number): CellFormat {
  const xf = list(styles, 'cellXfs', 'xf')[number] as Element;
  const font = list(styles, 'fonts', 'font')[Number(xf.attributes['fontId'])]?.inner ?? '';
  const fill = list(styles, 'fills', 'fill')[Number(xf.attributes['fillId'])]?.inner ?? '';
  const border = list(styles, 'borders', 'border')[Number(xf.attributes['borderId'])]?.inner ?? '';
  const alignment = elements(xf.inner, 'alignment')[0]?.attributes ?? {};
  const custom = list(styles, 'numFmts', 'numFmt').find(
    ({ attributes }) => attributes['numFmtId'] === xf.attributes['numFmtId'],
  );
  const builtIn: Record<string, string> = { '0': 'General', '9': '0%', '10': '0.00%' };
  const value = (xml: string, name: string, attribute = 'val') => elements(xml, name)[0]?.attributes[attribute];
  const filled = value(fill, 'patternFill', 'patternType') === 'solid';
  return {
    font: value(font, 'name'),
    size: Number(value(font, 'sz')),
    bold: elements(font, 'b').length > 0,
    color: colour(value(font, 'color', 'rgb')),
    fill: filled ? colour(value(fill, 'fgColor', 'rgb')) : undefined,
    horizontal: alignment['horizontal'] as CellFormat['horizontal'],
    vertical: (alignment['vertical'] === 'center' ? 'middle' : alignment['vertical']) as CellFormat['vertical'],
    wrap: alignment['wrapText'] === '1',
    borders: ['left', 'right', 'top', 'bottom'].every((side) => value(border, side, 'style') === 'thin'),
    numberFormat: custom?.attributes['formatCode'] ?? builtIn[xf.attributes['numFmtId'] ?? '0'],
    locked: value(xf.inner, 'protection', 'locked') !== '0',
  } as CellFormat;
}

/** How a sheet of a saved file is drawn, read by other means than the program's own. */
export function drawingIn(file: WorkbookFile, name: string): SeenDrawing {
  const parts = partsOf(file.zip.save());
  const { part } = file.index.sheets.find((sheet) => sheet.name === name) as { part: string };
  const xml = parts.get(part) as string;
  const workbook = parts.get(file.index.workbookPart) as string;
  const styles = (file.index.stylesPart && parts.get(file.index.stylesPart)) || '';
  const cells = new Map(elements(xml, 'c').map(({ attributes }) => [attributes['r'], Number(attributes['s'] ?? 0)]));
  const rules = list(xml, 'dataValidations', 'dataValidation').map(({ attributes, inner }) => {
    const formula = unescape(elements(inner, 'formula1')[0]?.inner ?? '');
    const source = formula.startsWith('"')
      ? { list: formula.slice(1, -1).replaceAll('""', '"').split(',') }
      : formula === ''
        ? null
        : { formula: `=${formula}` };
    const { promptTitle: title = '', prompt: text = '' } = attributes;
    return {
      areas: (attributes['sqref'] ?? '').split(' ').map((area) => parseRange(area) as Range),
      source,
      strict: attributes['showErrorMessage'] === '1',
      ...(attributes['showInputMessage'] === '1' ? { prompt: { title, text } } : {}),
    };
  });
  return {
    formatAt: (cell) => formatOf(styles, cells.get(cellName(cell)) ?? 0),
    widthOf: (column) => {
      const found = list(xml, 'cols', 'col').find(
        ({ attributes }) => Number(attributes['min']) <= column + 1 && column + 1 <= Number(attributes['max']),
      );
      return found && Number(found.attributes['width']) - 5 / 7;
    },
    heightOf: (row) => {
      const ht = elements(xml, 'row').find(({ attributes }) => attributes['r'] === String(row + 1))?.attributes['ht'];
      return ht === undefined ? undefined : Number(ht);
    },
    validationAt: (cell) => {
      const found = rules.filter(({ areas }) => areas.some((area) => contains(area, cell)));
      if (found.length > 1) throw new Error(`${cellName(cell)} has ${found.length} validations`);
      if (!found[0]) return null;
      const { areas: _, ...rule } = found[0];
      return rule;
    },
    pageSetup: pageSetupIn(xml, workbook, name),
  };
}

function cellName({ row, column }: CellRef): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

function pageSetupIn(xml: string, workbook: string, name: string): SeenDrawing['pageSetup'] {
  const setup = elements(xml, 'pageSetup')[0]?.attributes;
  const margins = elements(xml, 'pageMargins')[0]?.attributes;
  const fit = elements(xml, 'pageSetUpPr')[0]?.attributes['fitToPage'] === '1';
  if (!setup || !margins || !fit || setup['fitToWidth'] !== '1' || setup['fitToHeight'] !== '0') return null;
  const index = elements(workbook, 'sheet').findIndex(({ attributes }) => attributes['name'] === name);
  const named = (title: string) =>
    list(workbook, 'definedNames', 'definedName').find(
      ({ attributes }) => attributes['name'] === `_xlnm.${title}` && attributes['localSheetId'] === String(index),
    )?.inner;
  const area = named('Print_Area')?.replaceAll('$', '').split('!')[1];
  const rows = /\$(\d+):\$(\d+)$/.exec(named('Print_Titles') ?? '');
  const centimetres = (side: string) => Number(margins[side]) * 2.54;
  const first = parseCell(area?.split(':')[0] ?? '');
  return {
    orientation: setup['orientation'] as PageSetupEdit['orientation'],
    paper: setup['paperSize'] === '9' ? 'A4' : 'A3',
    margins: {
      top: centimetres('top'),
      right: centimetres('right'),
      bottom: centimetres('bottom'),
      left: centimetres('left'),
    },
    ...(first && area ? { printArea: parseRange(area) as Range } : {}),
    ...(rows ? { titleRows: { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 } } : {}),
    pageNumbers: unescape(elements(xml, 'oddFooter')[0]?.inner ?? '') === '&C第 &P 页，共 &N 页',
  };
}
