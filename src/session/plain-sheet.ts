import {
  cellAt,
  contentOf,
  freeSheetName,
  isError,
  mergeAt,
  usedRange,
  type Address,
  type Cell,
  type CellContent,
  type Edit,
  type SheetSnapshot,
} from '../core/sheet';

/** More cells than this are no table to be looked through in a pane. */
export const MOST_CELLS = 20_000;

/** In characters. */
const NARROWEST = 8;
const WIDEST = 32;

export interface PlainSheet {
  readonly sheet: string;
  readonly edits: readonly Edit[];
  /** The first cell of the table. */
  readonly show: Address;
}

/**
 * 放到新工作表: what was read from elsewhere as plain cells, at the places where it stood. Nothing of it is computed:
 * a text stays a text whatever it begins with, of a formula only its value comes along. Null where there are more than
 * `MOST_CELLS`.
 */
export function plainSheet(from: SheetSnapshot, taken: readonly string[]): PlainSheet | null {
  const used = usedRange(from);
  const cells = from.cells.reduce((sum, row) => sum + (row?.filter(Boolean).length ?? 0), 0);
  if (!used || cells > MOST_CELLS) return null;
  const sheet = freeSheetName(from.name, taken, (number) => ` (${number})`);
  const edits: Edit[] = [{ kind: 'addSheet', sheet, visible: true }];
  const widths: number[] = [];
  for (let row = used.top; row <= used.bottom; row++) {
    for (let column = used.left; column <= used.right; column++) {
      const cell = cellAt(from, { row, column });
      const merge = cell && mergeAt(from, { row, column });
      if (!cell || (merge && (merge.top !== row || merge.left !== column))) continue;
      const to = plainContent(cell);
      if ('blank' in to) continue;
      edits.push({ kind: 'set', sheet, cell: { row, column }, from: { blank: true }, to });
      if (!merge || merge.left === merge.right) widths[column] = Math.max(widths[column] ?? 0, widthOf(cell.text));
    }
  }
  for (const range of from.merges) edits.push({ kind: 'merge', sheet, range });
  const sizes = Array.from({ length: used.right - used.left + 1 }, (_, at) =>
    Math.min(WIDEST, Math.max(NARROWEST, widths[used.left + at] ?? 0)),
  );
  edits.push(
    { kind: 'format', sheet, range: used, format: { wrap: true, vertical: 'middle', borders: true } },
    { kind: 'columnWidths', sheet, first: used.left, sizes },
  );
  return { sheet, edits, show: { sheet, row: used.top, column: used.left } };
}

function plainContent(cell: Cell): CellContent {
  const { value, numberFormat } = cell;
  if (isError(value)) return { text: value.error };
  return contentOf({ value, text: cell.text, ...(numberFormat === undefined ? {} : { numberFormat }) });
}

function widthOf(text: string): number {
  const longest = Math.max(...text.split('\n').map((line) => [...line].length));
  return 2 + 2 * longest;
}
