/** Days are counted as the sheet counts them: 1900-01-01 is 1 and 1900-03-01 is 61 (only days after that are used). */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Null where there is no such day (2月30日). */
export function serialOf(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY);
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(serial: number): CalendarDay {
  const date = new Date(EPOCH + serial * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The same day `months` later, or that month's last day. */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = dayOf(serial);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return serialOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) ?? serial;
}

/** The largest n with `from` + n months not after `to`, and how far into the next month: [n, days, days of that month]. */
export function monthsBetween(from: number, to: number): { whole: number; days: number; of: number } {
  if (to <= from) return { whole: 0, days: 0, of: 1 };
  const start = dayOf(from);
  const end = dayOf(to);
  let whole = (end.year - start.year) * 12 + (end.month - start.month);
  while (addMonths(from, whole) > to) whole -= 1;
  const reached = addMonths(from, whole);
  return { whole, days: to - reached, of: addMonths(from, whole + 1) - reached };
}

export function printDay(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
