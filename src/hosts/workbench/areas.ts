import type { Cell, Range, SheetSnapshot } from '../../core/sheet';

type Line = SheetSnapshot['cells'][number];

/** More cells than that are read with the whole sheet. */
const MOST_CELLS = 4_000;

/** Whether a few areas are better read again than the whole sheet. */
export function areFew(ranges: readonly Range[]): boolean {
  const sizes = ranges.map(({ top, left, bottom, right }) => (bottom - top + 1) * (right - left + 1));
  return sizes.reduce((sum, size) => sum + size, 0) <= MOST_CELLS;
}

/** Whether two cells hold and show the same. */
function isSame(a: Cell | null | undefined, b: Cell | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  const value = (cell: Cell) => (typeof cell.value === 'object' ? cell.value.error : cell.value);
  return (
    value(a) === value(b) &&
    typeof a.value === typeof b.value &&
    a.text === b.text &&
    a.formula === b.formula &&
    a.numberFormat === b.numberFormat
  );
}

/** The row as it was before, where it holds the same still: what is known of it goes with the object. */
export function kept(now: NonNullable<Line>, before: Line): NonNullable<Line> {
  if (before?.length !== now.length) return now;
  for (let column = 0; column < now.length; column += 1) if (!isSame(now[column], before[column])) return now;
  return before;
}

/**
 * A snapshot with the cells of some areas as they are now; rows that hold the same are the same objects as before. Rows
 * and columns without cells are left out, as where a whole sheet is read.
 */
export function withAreas(
  known: SheetSnapshot,
  ranges: readonly Range[],
  cellAt: (row: number, column: number) => Cell | null,
): SheetSnapshot {
  // Copies that keep their gaps.
  const cells = known.cells.slice();
  const fresh = new Map<number, (Cell | null)[]>();
  for (const { top, left, bottom, right } of ranges) {
    for (let row = top; row <= bottom; row += 1) {
      const line = fresh.get(row) ?? (cells[row]?.slice() as (Cell | null)[] | undefined) ?? [];
      fresh.set(row, line);
      for (let column = left; column <= right; column += 1) {
        const cell = cellAt(row, column);
        if (cell) line[column] = cell;
        else delete line[column];
      }
    }
  }
  for (const [row, line] of fresh) {
    trim(line);
    if (line.length > 0) cells[row] = kept(line, cells[row]);
    else delete cells[row];
  }
  trim(cells);
  return { ...known, cells };
}

/** Takes the gaps at the end away. */
function trim(list: unknown[]): void {
  while (list.length > 0 && !(list.length - 1 in list)) list.length -= 1;
}

/**
 * A snapshot where `count` rows were opened (or, negative, closed) at `before`: the others are the same objects. The
 * new rows hold nothing yet, and the merged areas are what they were.
 */
export function withRowsMoved(known: SheetSnapshot, before: number, count: number): SheetSnapshot {
  const cells = known.cells.slice();
  if (count < 0) cells.splice(before, -count);
  else if (before < cells.length) cells.splice(before, 0, ...new Array<undefined>(count));
  // Gaps stay gaps.
  for (let row = before; row < Math.min(before + count, cells.length); row += 1) delete cells[row];
  trim(cells);
  return { ...known, cells };
}
