import { present, shiftRange, shiftRow, type CellRef, type FixEdit, type Range } from '../sheet';
import type { Indicator } from '../indicator';
import type { Report } from '../rules/rule';

/** Rows that came (or, negative, went) between two looks at a sheet: those from `before` on stand `count` lower. */
export interface Move {
  readonly before: number;
  readonly count: number;
}

export const NO_MOVE: Move = { before: 0, count: 0 };

/** Merged areas after a move. One that is down to a single cell is none any more. */
export function movedMerges(merges: readonly Range[], { before, count }: Move): Range[] {
  return merges
    .map((merge) => shiftRange(merge, before, count))
    .filter(present)
    .filter(({ top, bottom, left, right }) => bottom > top || right > left);
}

/** Whether two values are the same plain data once rows have moved; what is named `row` is a row. */
export function sameMoved(was: unknown, is: unknown, move: Move): boolean {
  if (Object.is(was, is) && typeof is !== 'object') return true;
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) return was === is;
  if (Array.isArray(was)) {
    return Array.isArray(is) && was.length === is.length && was.every((item, at) => sameMoved(item, is[at], move));
  }
  const keys = Object.keys(was);
  if (Array.isArray(is) || keys.length !== Object.keys(is).length) return false;
  for (const key of keys) {
    if (!(key in is)) return false;
    const [a, b] = [(was as Record<string, unknown>)[key], (is as Record<string, unknown>)[key]];
    const alike =
      key === 'row' && typeof a === 'number' ? shiftRow(a, move.before, move.count) === b : sameMoved(a, b, move);
    if (!alike) return false;
  }
  return true;
}

/** What was said of a place, said of where it is now; null where that is gone. */
export function movedReport(report: Report, { before, count }: Move, indicator: Indicator | undefined): Report | null {
  const cell = movedCell(report.cell, before, count);
  const range = report.range && shiftRange(report.range, before, count);
  const fixes = report.fixes?.map((fix) => {
    const edits = fix.edits.map((edit) => movedEdit(edit, before, count)).filter(present);
    return edits.length === fix.edits.length ? { ...fix, edits } : null;
  });
  if (!cell || range === null || fixes?.some((fix) => fix === null)) return null;
  // Above the place nothing is new: what is made of the report stays the same too.
  if (indicator === report.indicator && isAbove(report, before)) return report;
  return {
    ...report,
    cell,
    ...(range ? { range } : {}),
    ...(indicator ? { indicator } : {}),
    ...(fixes ? { fixes: fixes.filter(present) } : {}),
  };
}

function isAbove({ cell, range, fixes = [] }: Report, row: number): boolean {
  const edits = fixes.flatMap((fix) => fix.edits);
  return (
    cell.row < row &&
    (!range || range.bottom < row) &&
    edits.every((edit) => (edit.kind === 'set' ? edit.cell.row : edit.range.bottom) < row)
  );
}

function movedCell({ row, column }: CellRef, before: number, count: number): CellRef | null {
  const now = shiftRow(row, before, count);
  return now === null ? null : { row: now, column };
}

function movedEdit(edit: FixEdit, before: number, count: number): FixEdit | null {
  if (edit.kind === 'set') {
    const cell = movedCell(edit.cell, before, count);
    return cell && { ...edit, cell };
  }
  const range = shiftRange(edit.range, before, count);
  return range && { ...edit, range };
}
