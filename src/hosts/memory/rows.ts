import type { Range } from '../../core/sheet';

/** Where a row comes to lie when `count` rows are opened (or, negative, closed) at `before`; null when it is gone. */
export function shiftRow(row: number, before: number, count: number): number | null {
  if (row < before) return row;
  return count < 0 && row < before - count ? null : row + count;
}

export function shiftRange(range: Range, before: number, count: number): Range | null {
  const height = range.bottom - range.top + 1;
  if (range.top >= before) {
    const top = shiftRow(range.top, before, count);
    return top === null ? null : { ...range, top, bottom: top + height - 1 };
  }
  return range.bottom < before ? range : { ...range, bottom: range.bottom + count };
}

export function present<T>(value: T | null): value is T {
  return value !== null;
}
