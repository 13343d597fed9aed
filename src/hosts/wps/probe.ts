import { contains, parseRange } from '../../core/sheet';
import type { CellRef, Range } from '../../core/sheet';
import { cellKey } from '../plan';
import { boundsOf, rangeIn } from './blocks';
import type { EtWorksheet } from './et';

/**
 * WPS has no call that tells a property of many cells one by one: it says what all of them have in common, or null. So
 * the cells are halved until each piece is of one kind; cells that are alike cost two calls, however many they are.
 */
export function ofAll<T>(
  sheet: EtWorksheet,
  cells: readonly CellRef[],
  ask: (sheet: EtWorksheet, range: Range) => T | null,
  kindOf: (cell: CellRef) => unknown = () => null,
): Map<string, T> {
  const found = new Map<string, T>();
  const pending: CellRef[][] = cells.length > 0 ? [[...cells].sort(byColumn)] : [];
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const value = ask(sheet, boundsOf(piece));
    if (value !== null) for (const cell of piece) found.set(cellKey(cell), value);
    else if (piece.length > 1) pending.push(...piecesOf(piece, kindOf));
  }
  return found;
}

const byColumn = (a: CellRef, b: CellRef) => a.column - b.column || a.row - b.row;

/** Pieces of this size are cut where the kind of the cells changes rather than in the middle. */
const FEW = 16;

function piecesOf(cells: readonly CellRef[], kindOf: (cell: CellRef) => unknown): CellRef[][] {
  const [first, last] = [cells[0] as CellRef, cells.at(-1) as CellRef];
  if (first.column === last.column && cells.length <= FEW) {
    const runs: CellRef[][] = [];
    for (const cell of cells) {
      const run = runs.at(-1);
      if (run && kindOf(run[0] as CellRef) === kindOf(cell)) run.push(cell);
      else runs.push([cell]);
    }
    if (runs.length > 1) return runs;
  }
  const columns = [...new Set(cells.map(({ column }) => column))];
  const middle = columns[Math.floor(columns.length / 2)] as number;
  const at = columns.length > 1 ? cells.findIndex(({ column }) => column === middle) : Math.ceil(cells.length / 2);
  return [cells.slice(0, at), cells.slice(at)];
}

/** Number formats by cell. Shares and other numbers are likely to be formatted apart: 0.95 beside 12. */
export function formatsOf(
  sheet: EtWorksheet,
  cells: readonly CellRef[],
  valueAt: (cell: CellRef) => unknown = () => null,
): Map<string, string> {
  const kindOf = (cell: CellRef) => {
    const value = valueAt(cell);
    return typeof value === 'number' && (Math.abs(value) <= 1 || !Number.isInteger(value));
  };
  return ofAll(sheet, cells, (where, range) => rangeIn(where, range).NumberFormat ?? null, kindOf);
}

/** Rows or columns of a range that are hidden, by a person or by a filter. */
export function hiddenIn(sheet: EtWorksheet, range: Range, what: 'rows' | 'columns'): Set<number> {
  const hidden = new Set<number>();
  const [first, last] = what === 'rows' ? [range.top, range.bottom] : [range.left, range.right];
  const pending: [number, number][] = [[first, last]];
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const [from, to] = piece;
    const found =
      what === 'rows'
        ? rangeIn(sheet, { top: from, bottom: to, left: 0, right: 0 }).EntireRow.Hidden
        : rangeIn(sheet, { top: 0, bottom: 0, left: from, right: to }).EntireColumn.Hidden;
    if (found === true) for (let at = from; at <= to; at += 1) hidden.add(at);
    if (found !== null || from === to) continue;
    const middle = Math.floor((from + to) / 2);
    pending.push([from, middle], [middle + 1, to]);
  }
  return hidden;
}

function hasMerged(sheet: EtWorksheet, range: Range): boolean {
  return rangeIn(sheet, range).MergeCells !== false;
}

/** The merged area around a cell; null where it stands alone. */
function areaAt(sheet: EtWorksheet, { row, column }: CellRef): Range | null {
  const cell = rangeIn(sheet, { top: row, bottom: row, left: column, right: column });
  const area = parseRange(cell.MergeArea.Address(false, false));
  return area && (area.top !== area.bottom || area.left !== area.right) ? area : null;
}

/**
 * The merged areas in a range, about three calls each. A filled cell with filled neighbours below and to the right
 * cannot lead an area, and a cell of an area that is known needs no asking: so only blanks and what stands before them
 * are asked, from the top, and nothing at all in a column without merged cells.
 */
export function mergesIn(sheet: EtWorksheet, range: Range, isBlank: (cell: CellRef) => boolean): Range[] {
  const areas: Range[] = [];
  if (!hasMerged(sheet, range)) return areas;
  for (let column = range.left; column <= range.right; column += 1) {
    const known = areas.filter(({ left, right }) => left <= column && column <= right);
    const open = new Set<number>();
    for (let row = range.top; row <= range.bottom; row += 1) {
      const cell = { row, column };
      const may = isBlank(cell) || isBlank({ row: row + 1, column }) || isBlank({ row, column: column + 1 });
      if (may && !known.some((area) => contains(area, cell))) open.add(row);
    }
    if (open.size === 0 || !hasMerged(sheet, { ...range, left: column, right: column })) continue;
    for (const [from, to] of runsOf(open)) areas.push(...downFrom(sheet, column, from, to));
  }
  return areas;
}

function* runsOf(rows: ReadonlySet<number>): Iterable<readonly [number, number]> {
  let from: number | null = null;
  let last = -1;
  for (const row of rows) {
    if (from !== null && row !== last + 1) {
      yield [from, last];
      from = null;
    }
    from ??= row;
    last = row;
  }
  if (from !== null) yield [from, last];
}

/** Areas that begin in one stretch of a column. */
function downFrom(sheet: EtWorksheet, column: number, from: number, to: number): Range[] {
  const areas: Range[] = [];
  let row = from;
  while (row <= to) {
    const area = areaAt(sheet, { row, column });
    if (area) areas.push(area);
    row = (area?.bottom ?? row) + 1;
    if (!area && row <= to) row = firstMerged(sheet, column, row, to);
  }
  return areas;
}

/** The first row of a stretch in which something is merged; past the end where nothing is. Near ones are found first. */
function firstMerged(sheet: EtWorksheet, column: number, from: number, to: number): number {
  const merged = (top: number, bottom: number) => hasMerged(sheet, { top, bottom, left: column, right: column });
  if (!merged(from, to)) return to + 1;
  let [low, high] = [from, to];
  for (let step = 1; low + step <= to; step *= 2) {
    if (merged(low, low + step - 1)) {
      high = low + step - 1;
      break;
    }
    low += step;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (merged(low, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The merged areas that some cells belong to, where nothing is known of what stands in them. */
export function mergesOf(sheet: EtWorksheet, cells: readonly CellRef[]): Range[] {
  const areas: Range[] = [];
  const pending: CellRef[][] = cells.length > 0 ? [[...cells].sort(byColumn)] : [];
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const open = piece.filter((cell) => !areas.some((area) => contains(area, cell)));
    const [first, ...rest] = open;
    if (!first || !hasMerged(sheet, boundsOf(open))) continue;
    if (rest.length > 0 && open.length > 2) {
      // From the front: the last piece that is put is the next that is taken.
      pending.push(...piecesOf(open, () => null).reverse());
      continue;
    }
    const area = areaAt(sheet, first);
    if (area) areas.push(area);
    if (rest.length > 0) pending.push(rest);
  }
  return areas;
}
