import type { Cell, Range, SheetSnapshot } from '../../core/sheet';

/** More cells than that are read with the whole sheet. */
const MOST_CELLS = 4_000;

/** Whether a few areas are better read again than the whole sheet. */
export function areFew(ranges: readonly Range[]): boolean {
  const sizes = ranges.map(({ top, left, bottom, right }) => (bottom - top + 1) * (right - left + 1));
  return sizes.reduce((sum, size) => sum + size, 0) <= MOST_CELLS;
}

/**
 * A snapshot with the cells of some areas as they are now; the rows beside them are the same objects as before. Rows and columns without cells are left out, as where a whole sheet is read.
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
    if (line.length > 0) cells[row] = line;
    else delete cells[row];
  }
  trim(cells);
  return { ...known, cells };
}

/** Takes the gaps at the end away. */
function trim(list: unknown[]): void {
  while (list.length > 0 && !(list.length - 1 in list)) list.length -= 1;
}
