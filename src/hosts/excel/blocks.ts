import type { CellRef, Range } from '../../core/sheet';

/** Rectangles that hold exactly the given cells, each once: runs down the columns, joined where they stand side by side. */
export function blocksOf(cells: Iterable<CellRef>): Range[] {
  const columns = new Map<number, Set<number>>();
  for (const { row, column } of cells) {
    const rows = columns.get(column);
    if (rows) rows.add(row);
    else columns.set(column, new Set([row]));
  }
  const blocks: Range[] = [];
  const open = new Map<string, { range: Range; at: number }>();
  for (const [column, rows] of [...columns].sort(([a], [b]) => a - b)) {
    for (const [top, bottom] of runsOf(rows)) {
      const key = `${top}:${bottom}`;
      const left = open.get(key);
      if (left && left.range.right === column - 1) {
        const range = { ...left.range, right: column };
        blocks[left.at] = range;
        open.set(key, { range, at: left.at });
      } else {
        const range = { top, bottom, left: column, right: column };
        open.set(key, { range, at: blocks.length });
        blocks.push(range);
      }
    }
  }
  return blocks;
}

function runsOf(rows: ReadonlySet<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

export function cellCount({ top, bottom, left, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

export function* cellsOf({ top, bottom, left, right }: Range): Iterable<CellRef> {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield { row, column };
  }
}

/** A range cut into pieces of at most so many rows. */
export function slicesOf(range: Range, rows: number): Range[] {
  const slices: Range[] = [];
  for (let { top } = range; top <= range.bottom; top += rows) {
    slices.push({ ...range, top, bottom: Math.min(range.bottom, top + rows - 1) });
  }
  return slices;
}

export function rangeIn(sheet: Excel.Worksheet, { top, left, bottom, right }: Range): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
