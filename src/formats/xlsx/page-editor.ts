import { columnName, type PageSetupEdit, quoteSheet } from '../../core/sheet';
import { appendChild, openElement, prefixOf, splice, withAttribute } from './package-editor';
import { decodeText, encodeText, escapeXml, XmlReader } from './xml';

/** Numbers of paper sizes in the file (ECMA-376, 18.18.45). */
const PAPER = { A4: '9', A3: '8' } as const;
const CENTIMETRES = 2.54;
const SHEET_PROPERTIES = ['tabColor', 'outlinePr', 'pageSetUpPr'];
const HEADERS = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];

/** What stands at the foot of each page, in the codes of headers and footers. */
export const PAGE_NUMBERS = '第 &P 页，共 &N 页';

/** To the first child of the root with this name: elements further in may have it too (saved views, extensions). */
function findChild(reader: XmlReader, root: string, name: string): boolean {
  if (!reader.find(root) || reader.empty) return false;
  while (reader.next() && !reader.closing) {
    if (reader.name === name) return true;
    reader.skip();
  }
  return false;
}

/** A child of the root as it stands in a part; null where there is none. */
export function elementOf(
  text: string,
  part: string,
  name: string,
  root = 'worksheet',
): { start: number; end: number } | null {
  const reader = new XmlReader(text, part);
  if (!findChild(reader, root, name)) return null;
  const { start } = reader;
  reader.skip();
  return { start, end: reader.end };
}

type InsertInOrder = (
  text: string,
  part: string,
  root: string,
  order: readonly string[],
  name: string,
  element: string,
) => string;

/** Changes elements of a worksheet part, made in their place where they are not there. */
class Elements {
  constructor(
    public text: string,
    private readonly part: string,
    private readonly prefix: string,
    private readonly order: readonly string[],
    private readonly insert: InsertInOrder,
  ) {}

  attributes(
    name: string,
    values: Readonly<Record<string, string | null>>,
    root = 'worksheet',
    order = this.order,
  ): void {
    const reader = new XmlReader(this.text, this.part);
    const found = findChild(reader, root, name);
    const { start, end } = reader;
    let tag = found ? this.text.slice(start, end) : `<${this.prefix}${name}/>`;
    for (const [attribute, value] of Object.entries(values)) tag = withAttribute(tag, attribute, value);
    this.text = found
      ? splice(this.text, [{ start, end, text: tag }])
      : this.insert(this.text, this.part, root, order, name, tag);
  }

  content(name: string, root: string, order: readonly string[], change: (old: string) => string): void {
    const reader = new XmlReader(this.text, this.part);
    const found = findChild(reader, root, name);
    const { start } = reader;
    const old = found ? reader.content() : '';
    const now = change(old);
    if (now === old) return;
    const element = now === '' ? '' : `<${this.prefix}${name}>${escapeXml(now)}</${this.prefix}${name}>`;
    if (found) this.text = splice(this.text, [{ start, end: reader.end, text: element }]);
    else this.text = this.insert(this.text, this.part, root, order, name, element);
  }

  has(name: string, root = 'worksheet'): boolean {
    return elementOf(this.text, this.part, name, root) !== null;
  }
}

/** Print setup on a worksheet part; titles and print area are names of the workbook. */
export function changePageSetup(
  text: string,
  part: string,
  prefix: string,
  edit: PageSetupEdit,
  order: readonly string[],
  insert: InsertInOrder,
): string {
  const elements = new Elements(text, part, prefix, order, insert);
  if (!elements.has('sheetPr')) elements.attributes('sheetPr', {});
  elements.attributes('pageSetUpPr', { fitToPage: '1' }, 'sheetPr', SHEET_PROPERTIES);
  elements.attributes('printOptions', { horizontalCentered: '1' });
  const inches = (centimetres: number) => String(Math.round((centimetres / CENTIMETRES) * 1e4) / 1e4);
  const { top, right, bottom, left } = edit.margins;
  const edge: Record<string, string> = elements.has('pageMargins') ? {} : { header: '0.3', footer: '0.3' };
  elements.attributes('pageMargins', {
    left: inches(left),
    right: inches(right),
    top: inches(top),
    bottom: inches(bottom),
    ...edge,
  });
  elements.attributes('pageSetup', {
    paperSize: PAPER[edit.paper],
    scale: null,
    orientation: edit.orientation,
    fitToWidth: '1',
    fitToHeight: '0',
  });
  if (!edit.pageNumbers && !elements.has('oddFooter', 'headerFooter')) return elements.text;
  if (!elements.has('headerFooter')) elements.attributes('headerFooter', {});
  elements.content('oddFooter', 'headerFooter', HEADERS, (old) => footer(old, edit.pageNumbers));
  return elements.text;
}

/** A footer with our page numbers in its middle, or without them; its sides stay. */
export function footer(old: string, numbers: boolean): string {
  const sections = { L: '', C: '', R: '' };
  let section: keyof typeof sections = 'C';
  for (const piece of old.split(/(&[LCR])/)) {
    if (/^&[LCR]$/.test(piece)) section = piece[1] as keyof typeof sections;
    else sections[section] += piece;
  }
  if (!numbers && sections.C !== PAGE_NUMBERS) return old;
  sections.C = numbers ? PAGE_NUMBERS : '';
  return (['L', 'C', 'R'] as const).map((side) => sections[side] && `&${side}${sections[side]}`).join('');
}

export interface PrintNames {
  readonly '_xlnm.Print_Area'?: string | null;
  readonly '_xlnm.Print_Titles'?: string | null;
}

/** The names that a page setup wants; those that it does not speak of are left out. */
export function printNames({ sheet, printArea, titleRows }: PageSetupEdit): PrintNames {
  const name = quoteSheet(sheet);
  const corner = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
  return {
    ...(printArea && {
      '_xlnm.Print_Area': `${name}!${corner(printArea.top, printArea.left)}:${corner(printArea.bottom, printArea.right)}`,
    }),
    ...(titleRows && { '_xlnm.Print_Titles': `${name}!$${titleRows.top + 1}:$${titleRows.bottom + 1}` }),
  };
}

/** The place of a sheet among all sheets of the workbook, chart sheets too; -1 where there is none. */
export function sheetIndex(workbook: string, part: string, name: string): number {
  const reader = new XmlReader(workbook, part);
  for (let index = 0; reader.find('sheet'); index += 1) {
    if (decodeText(reader.attribute('name') ?? '').toLowerCase() === name.toLowerCase()) return index;
  }
  return -1;
}

/** Print names of one sheet, as they stand. */
export function readPrintNames(workbook: string, part: string, index: number): Required<PrintNames> {
  const names: { -readonly [K in keyof PrintNames]-?: string | null } = {
    '_xlnm.Print_Area': null,
    '_xlnm.Print_Titles': null,
  };
  const reader = new XmlReader(workbook, part);
  while (reader.find('definedName')) {
    const name = reader.attribute('name') as keyof PrintNames;
    if (Number(reader.attribute('localSheetId') ?? -1) === index && name in names) names[name] = reader.content();
  }
  return names;
}

/** Sets names of one sheet in the workbook part, or (null) takes them out. */
export function changeNames(
  workbook: string,
  part: string,
  index: number,
  names: PrintNames,
  insert: (text: string, element: string) => string,
): string {
  let text = workbook;
  const prefix = prefixOf(text, part, 'workbook');
  for (const [name, value] of Object.entries(names) as [string, string | null][]) {
    const item =
      value === null
        ? ''
        : `<${prefix}definedName name="${name}" localSheetId="${index}">${escapeXml(encodeText(value))}</${prefix}definedName>`;
    const reader = new XmlReader(text, part);
    let at: { start: number; end: number } | null = null;
    while (!at && reader.find('definedName')) {
      const own = reader.attribute('name') === name && Number(reader.attribute('localSheetId') ?? -1) === index;
      const { start } = reader;
      reader.skip();
      if (own) at = { start, end: reader.end };
    }
    if (at) text = splice(text, [{ ...at, text: item }]);
    else if (item !== '' && elementOf(text, part, 'definedNames', 'workbook')) {
      text = appendChild(openElement(text, part, 'definedNames'), part, 'definedNames', item);
    } else if (item !== '') text = insert(text, `<${prefix}definedNames>${item}</${prefix}definedNames>`);
  }
  // A list without names is not allowed.
  return text.replace(/<((?:\w+:)?)definedNames>\s*<\/\1definedNames>/, '');
}
