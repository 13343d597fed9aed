import type { Range } from './address';

/** Where a row comes to lie when `count` rows are opened (or, negative, closed) at `before`; null when it is gone. */
export function shiftRow(row: number, before: number, count: number): number | null {
  if (row < before) return row;
  return count < 0 && row < before - count ? null : row + count;
}

/** The same of a range: it grows with rows that are opened inside it, and loses those that are closed. */
export function shiftRange(range: Range, before: number, count: number): Range | null {
  const { top, bottom } = range;
  if (bottom < before) return range;
  if (count > 0) return { ...range, top: top < before ? top : top + count, bottom: bottom + count };
  const end = before - count;
  const first = top < before ? top : Math.max(top, end) + count;
  const last = bottom < end ? before - 1 : bottom + count;
  return first > last ? null : { ...range, top: first, bottom: last };
}

export function present<T>(value: T | null): value is T {
  return value !== null;
}
