import { type CellFormat, type CellRef, type FormEdit, formatCell, type Range } from '../../core/sheet';
import { FormatError } from '../error';
import { type CellWrite, writeCells } from './cell-editor';
import { changePageSetup, elementOf, type PrintNames, readPrintNames, sheetIndex } from './page-editor';
import { splice } from './package-editor';
import { Parts } from './parts';
import { changeHeights, changeWidths, type RowSize, rowSize } from './size-editor';
import { columnOf, rowOf } from './sheet';
import { insertInOrder, type StyleEditor } from './style-editor';
import { changeValidations } from './validation-editor';
import type { WorkbookFile } from './workbook';
import { XmlReader } from './xml';

export type DrawEdit = Exclude<FormEdit, { readonly kind: 'protect' }>;

export interface DrawingContext {
  readonly part: string;
  readonly prefix: string;
  /** Children of a worksheet in their order. */
  readonly order: readonly string[];
  readonly styles: () => StyleEditor;
}

/** Cells given looks in one go; more are a mistake (whole columns), and no spreadsheet would open the file. */
const MAX_CELLS = 1_000_000;
/** Elements of a worksheet that say how it is drawn, but for cells and rows. */
const ELEMENTS = ['sheetPr', 'cols', 'dataValidations', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter'];

/** How a sheet was drawn. Its cell styles are numbers, which stay what they are: style parts only grow. */
export interface KeptDrawing {
  readonly elements: Readonly<Record<string, string | null>>;
  readonly styles: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<number, RowSize>;
  readonly names: PrintNames;
}

/** Draws on a worksheet part and leaves every other character as it is. Throws FormatError. */
export function draw(before: string, edits: readonly DrawEdit[], context: DrawingContext): string {
  const { part, prefix } = context;
  const formats = edits.filter((edit) => edit.kind === 'format');
  let text = writeCells(before, part, prefix, styleWrites(formats, context)).text;
  const insert = (name: string) => (body: string, element: string) =>
    insertInOrder(body, part, 'worksheet', context.order, name, element);
  const sizes = (kind: 'columnWidths' | 'rowHeights') =>
    new Map(
      edits.flatMap((edit) =>
        edit.kind === kind ? edit.sizes.map((size, index) => [edit.first + index, size] as const) : [],
      ),
    );
  text = changeWidths(text, part, prefix, sizes('columnWidths'), insert('cols'));
  const heights = new Map([...sizes('rowHeights')].map(([row, points]) => [row, rowSize(points)]));
  text = changeHeights(text, part, prefix, heights);
  const validations = edits.filter((edit) => edit.kind === 'validation');
  text = changeValidations(text, part, prefix, validations, insert('dataValidations'));
  for (const edit of edits) {
    if (edit.kind === 'pageSetup') text = changePageSetup(text, part, prefix, edit, context.order, insertInOrder);
  }
  return text;
}

/** What is said of each cell together, later ranges last. */
function styleWrites(
  edits: readonly { readonly range: Range; readonly format: CellFormat }[],
  { styles }: DrawingContext,
): CellWrite[] {
  const rows = new Map<number, Map<number, CellFormat>>();
  let count = 0;
  for (const { range, format } of edits) {
    count += (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (count > MAX_CELLS) throw new FormatError('too-large', { limit: 'cells' });
    for (let row = range.top; row <= range.bottom; row += 1) {
      const cells = rows.get(row) ?? new Map<number, CellFormat>();
      rows.set(row, cells);
      for (let column = range.left; column <= range.right; column += 1) {
        const old = cells.get(column);
        cells.set(column, old ? { ...old, ...format } : format);
      }
    }
  }
  return [...rows].flatMap(([row, cells]) =>
    [...cells].map(([column, format]) => ({
      cell: { row, column },
      to: null,
      style: (old: number) => styles().withFormat(old, format),
    })),
  );
}

/** How a sheet is drawn now, for `redraw`. */
export function keepDrawing(file: WorkbookFile, name: string): KeptDrawing {
  const parts = new Parts(file.zip);
  const part = file.index.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.part ?? '';
  const text = parts.needText(part);
  const element = (wanted: string) => {
    const at = elementOf(text, part, wanted);
    return at && text.slice(at.start, at.end);
  };
  const styles = new Map<string, number>();
  const rows = new Map<number, RowSize>();
  for (const { row, cells, ht, customHeight } of rowsOf(text, part)) {
    rows.set(row, { ht, customHeight });
    for (const { column, style } of cells) styles.set(formatCell({ row, column }), style);
  }
  const { workbookPart } = file.index;
  const workbook = parts.needText(workbookPart);
  // Validations that refer to other sheets stand there.
  const extended = element('extLst')?.includes('dataValidation') ? ['extLst'] : [];
  return {
    elements: Object.fromEntries([...ELEMENTS, ...extended].map((wanted) => [wanted, element(wanted)])),
    styles,
    rows,
    names: readPrintNames(workbook, workbookPart, sheetIndex(workbook, workbookPart, name)),
  };
}

interface DrawnRow extends RowSize {
  readonly row: number;
  readonly cells: { readonly column: number; readonly style: number }[];
}

function rowsOf(text: string, part: string): DrawnRow[] {
  const reader = new XmlReader(text, part);
  const rows: DrawnRow[] = [];
  let row = -1;
  let column = -1;
  while (reader.next()) {
    if (reader.closing) continue;
    if (reader.name === 'row') {
      const ref = reader.attribute('r');
      row = ref === undefined ? row + 1 : Number(ref) - 1;
      column = -1;
      const [ht, customHeight] = [reader.attribute('ht') ?? null, reader.attribute('customHeight') ?? null];
      rows.push({ row, cells: [], ht, customHeight });
    } else if (reader.name === 'c') {
      const ref = reader.attribute('r');
      column = ref === undefined ? column + 1 : columnOf(ref);
      if (ref !== undefined) row = rowOf(ref);
      rows.at(-1)?.cells.push({ column, style: Number(reader.attribute('s') ?? 0) });
      reader.skip();
    }
  }
  return rows;
}

/** Puts back how a sheet was drawn. Cells that were not there then lose their looks. */
export function redraw(before: string, kept: KeptDrawing, { part, prefix, order }: DrawingContext): string {
  let text = before;
  for (const [name, element] of Object.entries(kept.elements)) {
    const at = elementOf(text, part, name);
    if (at) text = splice(text, [{ ...at, text: element ?? '' }]);
    else if (element !== null) text = insertInOrder(text, part, 'worksheet', order, name, element);
  }
  const rows = rowsOf(text, part);
  const cells = rows.flatMap(({ row, cells: inRow }) => inRow.map(({ column }): CellRef => ({ row, column })));
  const writes = cells.map((cell) => ({ cell, to: null, style: () => kept.styles.get(formatCell(cell)) ?? 0 }));
  text = writeCells(text, part, prefix, writes).text;
  const plain: RowSize = { ht: null, customHeight: null };
  return changeHeights(text, part, prefix, new Map(rows.map(({ row }) => [row, kept.rows.get(row) ?? plain])));
}

/** Protects without a password; rows and columns can still be made higher and wider. */
export function protect(text: string, { part, prefix, order }: DrawingContext): string {
  const at = elementOf(text, part, 'sheetProtection');
  const body = at ? splice(text, [{ ...at, text: '' }]) : text;
  const element = `<${prefix}sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>`;
  return insertInOrder(body, part, 'worksheet', order, 'sheetProtection', element);
}

/** Only where there is no password. */
export function unprotect(text: string, part: string): string {
  const reader = new XmlReader(text, part);
  if (!reader.find('sheetProtection')) return text;
  if (reader.attribute('hashValue') ?? reader.attribute('password')) {
    throw new FormatError('unsupported', { what: 'sheetProtection' });
  }
  const at = elementOf(text, part, 'sheetProtection') as { start: number; end: number };
  return splice(text, [{ ...at, text: '' }]);
}
