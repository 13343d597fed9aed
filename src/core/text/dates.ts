import { isDigit, originalBetween, sourceOf } from './fold';
import type { Source } from './fold';
import { chineseDigits, chineseNumber, isChineseNumeral } from './numbers';

/** A date in a text, as precise as it is written. */
export interface DateMention {
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or with no year `--MM-DD`, `--MM`. An impossible day stands as written. */
  readonly value: string;
  readonly year: number | null;
  /** Last day that is meant: 12月底 → `--12-31`, 2026年 → `2026-12-31`; null for an impossible date. */
  readonly last: string | null;
  /** There is such a day: false for 2月30日. */
  readonly valid: boolean;
  /** 前, 底前, 以内, 不晚于: a day by which something is to be done. */
  readonly deadline: boolean;
  /** Place of the date itself in the text, 前 not included. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A date on its way: places are those of the source. */
export interface DateToken {
  readonly value: string;
  readonly year: number | null;
  readonly last: string | null;
  readonly valid: boolean;
  readonly deadline: boolean;
  readonly precision: 'day' | 'month' | 'quarter' | 'year';
  readonly start: number;
  /** After the date. */
  readonly end: number;
  /** After 前, 之前, 以内. */
  readonly close: number;
  /** The second half of a period (2023.07-2024.01). */
  readonly until: boolean;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Days of a month; February has 29 where the year is not known. */
export function daysIn(month: number, year: number | null): number {
  if (month === 2) {
    const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function lastDay(month: number, year: number | null): number {
  return month === 2 && year === null ? 28 : daysIn(month, year);
}

interface Small {
  readonly value: number;
  readonly end: number;
}

/** One or two digits, or 中文数字 up to 三十一. */
function readSmall(text: string, start: number): Small | null {
  let end = start;
  while (end < start + 3 && isDigit(text.charAt(end))) end++;
  if (end > start) return end - start > 2 ? null : { value: Number(text.slice(start, end)), end };
  while (end < start + 4 && isChineseNumeral(text.charAt(end))) end++;
  if (end === start) return null;
  const value = chineseNumber(text.slice(start, end));
  return value === null ? null : { value, end };
}

/** Four digits of a year, in this or the last century, with 年 or a separator after them. */
function readYear(text: string, start: number): Small | null {
  const digits = text.slice(start, start + 4);
  if (/^(?:19|20)\d\d$/u.test(digits) && !isDigit(text.charAt(start + 4)))
    return { value: Number(digits), end: start + 4 };
  if (!/^[二一][〇零九]/u.test(digits)) return null;
  const plain = chineseDigits(digits);
  return plain === null || plain.length !== 4 ? null : { value: Number(plain), end: start + 4 };
}

const MONTH_END = /^份?(?:月?底|末)/u;

/** 12月31日, 12月底, 12月 at `start`; after a year or alone. */
function readMonth(text: string, start: number, year: number | null, from: number): DateToken | null {
  const month = readSmall(text, start);
  if (!month || text.charAt(month.end) !== '月') return null;
  let end = month.end + 1;
  const day = readSmall(text, end);
  const mark = day ? text.charAt(day.end) : '';
  const isMonth = month.value >= 1 && month.value <= 12;
  // 2026年13月31日 is a date, if an impossible one; 13月 alone may be anything.
  if (day && (mark === '日' || mark === '号') && (isMonth || year !== null))
    return dayToken(year, month.value, day.value, from, day.end + 1);
  if (!isMonth) return null;
  const closing = MONTH_END.exec(text.slice(end, end + 3));
  if (closing) return dayToken(year, month.value, lastDay(month.value, year), from, end + closing[0].length);
  if (text.charAt(end) === '份') end++;
  return monthToken(year, month.value, from, end);
}

function dayToken(year: number | null, month: number, day: number, start: number, end: number): DateToken {
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
  const value = `${year === null ? '-' : String(year)}-${two(month)}-${two(day)}`;
  return {
    value,
    year,
    last: valid ? value : null,
    valid,
    deadline: false,
    precision: 'day',
    start,
    end,
    close: end,
    until: false,
  };
}

function monthToken(year: number | null, month: number, start: number, end: number): DateToken {
  const value = `${year === null ? '-' : String(year)}-${two(month)}`;
  const last = `${value}-${two(lastDay(month, year))}`;
  return { value, year, last, valid: true, deadline: false, precision: 'month', start, end, close: end, until: false };
}

function yearToken(year: number, start: number, end: number): DateToken {
  const last = `${String(year)}-12-31`;
  return {
    value: String(year),
    year,
    last,
    valid: true,
    deadline: false,
    precision: 'year',
    start,
    end,
    close: end,
    until: false,
  };
}

const SEPARATED = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?/u;

/** 2026-12-31, 2026/12/31, 2026.12.31; 2026-12 and 2026/12; 2026.12 only where `period` says it is no number. */
function readSeparated(text: string, start: number, period: boolean): DateToken | null {
  const match = SEPARATED.exec(text.slice(start, start + 11));
  if (!match || !/^(?:19|20)/u.test(match[1] as string)) return null;
  const end = start + match[0].length;
  const next = text.charAt(end);
  if (isDigit(next) || (next === '.' && isDigit(text.charAt(end + 1)))) return null;
  const year = Number(match[1]);
  const month = Number(match[3]);
  if (match[4] !== undefined) {
    const close = next === '日' ? end + 1 : end;
    return dayToken(year, month, Number(match[4]), start, close);
  }
  if ((match[3] as string).length !== 2 || month < 1 || month > 12) return null;
  if (match[2] === '.' && !period && !/^(?:月|月?[底末前]|之前|以前)/u.test(text.slice(end, end + 2))) return null;
  const close = text.charAt(end) === '月' ? end + 1 : end;
  return /^[底末]/u.test(text.slice(close, close + 1))
    ? dayToken(year, month, lastDay(month, year), start, close + 1)
    : monthToken(year, month, start, close);
}

const QUARTERS = '一二三四';

/** 第三季度末, 一季度前: only with 末, 底, 前 or 内, else it may be a count. */
function readQuarter(text: string, start: number, year: number | null, from: number): DateToken | null {
  const match = /^第?([一二三四1-4])季度?([末底前内]|之前|以内)/u.exec(text.slice(start, start + 6));
  if (!match) return null;
  const named = QUARTERS.indexOf(match[1] as string);
  const month = (named >= 0 ? named + 1 : Number(match[1])) * 3;
  const closing =
    match[2] === '末' || match[2] === '底' ? match[0].length : match[0].length - (match[2] as string).length;
  const token = dayToken(year, month, lastDay(month, year), from, start + closing);
  return { ...token, precision: 'quarter' };
}

/** 年底, 年末, 年度内 after a year: the place after it and whether the last day is meant. */
const YEAR_END = /^年?度?年?[底末]/u;

function readDate(source: Source, start: number, second = false): DateToken | null {
  const { text } = source;
  const period = second || /^\d{4}\.\d\d月?[-~至到]\d{4}\.\d\d/u.test(text.slice(start, start + 18));
  const separated = readSeparated(text, start, period);
  if (separated) return separated;
  const year = readYear(text, start);
  if (year && text.charAt(year.end) === '年') {
    const after = year.end + 1;
    const month = readMonth(text, after, year.value, start) ?? readQuarter(text, after, year.value, start);
    if (month) return month;
    const closing = YEAR_END.exec(text.slice(after, after + 3));
    if (closing) return dayToken(year.value, 12, 31, start, after + closing[0].length);
    const end = text.charAt(after) === '度' || text.charAt(after) === '份' ? after + 1 : after;
    return yearToken(year.value, start, end);
  }
  // 2023-2025年: the first year borrows its 年 from the second.
  if (year && /^[-~至到](?:19|20)\d\d年/u.test(text.slice(year.end, year.end + 6)))
    return yearToken(year.value, start, year.end);
  const month = readMonth(text, start, null, start) ?? readQuarter(text, start, null, start);
  if (month) return month;
  const named = /^(?:当年|本年|年)度?[底末]/u.exec(text.slice(start, start + 4));
  return named ? dayToken(null, 12, 31, start, start + named[0].length) : null;
}

const DEADLINE = /^(?:之前|以前|之内|以内|前|内)/u;

/** 截至, 不晚于 and the like before a date. */
const NO_LATER = /(?:不晚于|不迟于|最迟|最晚|≤|<=)$/u;

function withDeadline(source: Source, token: DateToken): DateToken {
  const after = DEADLINE.exec(source.text.slice(token.end, token.end + 2));
  const before = NO_LATER.test(source.text.slice(Math.max(0, token.start - 3), token.start));
  return after || before ? { ...token, deadline: true, close: token.end + (after?.[0].length ?? 0) } : token;
}

/** The first part of 1-7月, 3至5月, whose 月 stands behind the second. */
function readMonthSpan(source: Source, start: number, year: number | null, from: number): DateToken[] | null {
  const match = /^(\d{1,2})[-~至到](\d{1,2})月/u.exec(source.text.slice(start, start + 7));
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first < 1 || first > 12 || second < 1 || second > 12) return null;
  const end = start + (match[1] as string).length;
  const closing = readMonth(source.text, end + 1, year, end + 1);
  return closing ? [monthToken(year, first, from, end), { ...closing, until: true }] : null;
}

/** The date or the two ends of the period that begin at `start`; empty where there is none. */
export function readDates(source: Source, start: number): DateToken[] {
  const { text } = source;
  const previous = text.charAt(start - 1);
  const first = text.charAt(start);
  if (!(isDigit(first) || isChineseNumeral(first) || '第当本年'.includes(first))) return [];
  if (isDigit(first) && (isDigit(previous) || previous === '.')) return [];
  if (first === '第' ? false : isChineseNumeral(first) && (isChineseNumeral(previous) || previous === '第')) return [];
  const year = readYear(text, start);
  const span =
    year && text.charAt(year.end) === '年'
      ? readMonthSpan(source, year.end + 1, year.value, start)
      : readMonthSpan(source, start, null, start);
  if (span) return span.map((token) => withDeadline(source, token));
  const token = readDate(source, start);
  if (!token) return [];
  const tokens = [withDeadline(source, token)];
  const joint = text.charAt(token.end);
  if (joint !== '' && '-~至到'.includes(joint)) {
    const next = readDate(source, token.end + 1, true);
    if (next) {
      const inherited = next.year === null && token.year !== null ? inherit(next, token.year) : next;
      tokens.push({ ...withDeadline(source, inherited), until: true });
    }
  }
  return tokens;
}

/** 2023年1月1日至12月31日: the second half is of the same year. */
function inherit(token: DateToken, year: number): DateToken {
  const parts = token.value.replace(/^--/u, '').split('-').map(Number);
  const [month = 1, day] = parts;
  const made =
    day === undefined
      ? monthToken(year, month, token.start, token.end)
      : dayToken(year, month, day, token.start, token.end);
  return { ...made, close: token.close, deadline: token.deadline };
}

/** So many years from the table's own a year in two digits may lie; 15年6月 may else be how long something takes. */
const NEAR = 5;

/** 23年12月, 23年底: a date that tells no year, with two digits of one before it. Null where they are none near `near`. */
function withShortYear(source: Source, token: DateToken, near: number): DateToken | null {
  const { text } = source;
  if (token.year !== null || text.charAt(token.end) === '期') return null;
  const after = token.start + (text.charAt(token.start) === '年' ? 1 : 0);
  const digits = /(?:^|[^\d.第])(\d\d)年$/u.exec(text.slice(Math.max(0, after - 4), after))?.[1];
  const year = 2000 + Number(digits ?? Number.NaN);
  return Math.abs(year - near) <= NEAR ? { ...inherit(token, year), start: after - 3 } : null;
}

/** The same, and the other end of a period with its first: 23年7月至12月. */
function withShortYears(source: Source, tokens: readonly DateToken[], near: number): readonly DateToken[] {
  const [first, second] = tokens;
  const dated = first && withShortYear(source, first, near);
  if (!dated) return tokens;
  if (!second) return [dated];
  return [dated, second.year === null ? inherit(second, dated.year as number) : second];
}

/** Every date in a text, in order. With a year to be `near`, 23年12月 is of 2023; without, of any year. */
export function findDates(text: string, near: number | null = null): DateMention[] {
  const source = sourceOf(text);
  const found: DateMention[] = [];
  let at = 0;
  while (at < source.text.length) {
    const read = readDates(source, at);
    const tokens = near === null ? read : withShortYears(source, read, near);
    for (const { value, year, last, valid, deadline, start, end } of tokens) {
      found.push({
        value,
        year,
        last,
        valid,
        deadline,
        start: source.at[start] as number,
        end: (source.at[end - 1] as number) + 1,
        text: originalBetween(source, start, end),
      });
    }
    const last = tokens[tokens.length - 1];
    at = last ? Math.max(last.close, at + 1) : at + 1;
  }
  return found;
}
