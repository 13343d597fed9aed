import { daysInMonth, serialOf } from '../dates';
import { refuse, type DatePoint } from '../syntax';
import type { Context } from './context';

/** A deadline's day number; the year comes from the row where the sentence leaves it out. */
export function deadlineDay(context: Context, date: DatePoint, words: string): number {
  let { year } = date;
  if (year === null) {
    if (context.targetDay !== null)
      year = new Date(Date.UTC(1899, 11, 30) + context.targetDay * 86_400_000).getUTCFullYear();
    else year = context.year;
  }
  if (year === null) return refuse('year-missing', words);
  const serial = serialOf(year, date.month, date.day ?? daysInMonth(year, date.month));
  return serial ?? refuse('not-understood', words);
}

/** `YYYY-MM-DD`, `YYYY-MM` (its last day) or `--MM-DD` with the row's year. */
export function dayOfTarget(value: string, year: number | null): number | null {
  const match = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/u.exec(value);
  if (!match) return null;
  const stated = match[1] === '-' ? year : Number(match[1]);
  if (stated === null) return null;
  const month = Number(match[2]);
  return serialOf(stated, month, match[3] === undefined ? daysInMonth(stated, month) : Number(match[3]));
}
