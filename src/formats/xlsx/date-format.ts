import type { Section, Token } from './format-code';

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const CHINESE_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const LAST_SERIAL = 2_958_465;

/** The day of a serial number in the 1900 system, its 29 February 1900 included. Null out of range. */
export function datePartsOf(serial: number): DateParts | null {
  const day = Math.floor(serial);
  if (!(day >= 0 && day <= LAST_SERIAL)) return null;
  if (day === 60) return { year: 1900, month: 2, day: 29, weekday: 3 };
  if (day === 0) return { year: 1900, month: 1, day: 0, weekday: 6 };
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 864e5);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: (day + 6) % 7 };
}

/** Days between the two ways of counting days. */
export const DAYS_1904 = 1462;

/** A calendar date or instant without zone (`2025-12-15T08:30:00`) as a serial number; null for anything else. */
export function serialOf(iso: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(iso.trim());
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 864e5;
  return (days > 60 ? days : days - 1) + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86400;
}

/** Null for what is no day. */
export function formatDate(value: number, section: Section): string | null {
  const { tokens } = section;
  const fraction = secondFraction(tokens);
  const step = 86400 * 10 ** fraction;
  // Rounded to what is shown first, so that 23:59:59.9996 becomes the next day and not 23:59:60.
  const total = Math.round(value * step);
  const serial = Math.floor(total / step);
  const parts = datePartsOf(serial);
  if (!parts) return null;
  const units = total - serial * step;
  const seconds = Math.floor(units / 10 ** fraction);
  const clock = { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
  const half = tokens.some((token) => token.kind === 'date' && /am\/pm|a\/p|上午/.test(token.text));
  const allSeconds = serial * 86400 + seconds;
  const text = tokens
    .map((token, index) => {
      if (token.kind === 'literal') {
        return token.text === '0' && fraction > 0 && isFractionPlace(tokens, index)
          ? fractionDigit(tokens, index, units % 10 ** fraction, fraction)
          : token.text;
      }
      return token.kind === 'date' ? datePiece(token.text, parts, clock, half, allSeconds) : '';
    })
    .join('')
    .trim();
  return section.chinese ? chineseDate(text, section.chinese) : text;
}

/** Whether a literal 0 stands after `ss.`. */
function isFractionPlace(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (literalAt(tokens, at) === '0') at--;
  const before = tokens[at - 1];
  return literalAt(tokens, at) === '.' && before?.kind === 'date' && /s/.test(before.text);
}

function literalAt(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  return token?.kind === 'literal' ? token.text : null;
}

function secondFraction(tokens: readonly Token[]): number {
  return Math.min(
    3,
    tokens.filter((_, index) => literalAt(tokens, index) === '0' && isFractionPlace(tokens, index)).length,
  );
}

function fractionDigit(tokens: readonly Token[], index: number, units: number, places: number): string {
  let at = index;
  while (literalAt(tokens, at - 1) === '0') at--;
  return String(units).padStart(places, '0')[index - at] ?? '';
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function datePiece(piece: string, parts: DateParts, clock: Clock, half: boolean, allSeconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hour = half ? clock.hour % 12 || 12 : clock.hour;
  switch (piece) {
    case 'yyyy':
    case 'yyy':
    case 'e':
    case 'ee':
    case 'eee':
    case 'eeee':
      return String(parts.year);
    case 'yy':
    case 'y':
      return two(parts.year % 100);
    case 'm':
      return String(parts.month);
    case 'mm':
      return two(parts.month);
    case 'mmm':
      return (MONTHS[parts.month - 1] as string).slice(0, 3);
    case 'mmmm':
      return MONTHS[parts.month - 1] as string;
    case 'mmmmm':
      return (MONTHS[parts.month - 1] as string).slice(0, 1);
    case 'd':
      return String(parts.day);
    case 'dd':
      return two(parts.day);
    case 'ddd':
      return (WEEKDAYS[parts.weekday] as string).slice(0, 3);
    case 'dddd':
      return WEEKDAYS[parts.weekday] as string;
    case 'aaa':
      return CHINESE_WEEKDAYS[parts.weekday] as string;
    case 'aaaa':
      return `星期${CHINESE_WEEKDAYS[parts.weekday]}`;
    case 'h':
      return String(hour);
    case 'hh':
      return two(hour);
    case 'minute':
      return String(clock.minute);
    case 'minute2':
      return two(clock.minute);
    case 's':
      return String(clock.second);
    case 'ss':
      return two(clock.second);
    case 'am/pm':
      return clock.hour < 12 ? 'AM' : 'PM';
    case 'a/p':
      return clock.hour < 12 ? 'A' : 'P';
    case '上午/下午':
      return clock.hour < 12 ? '上午' : '下午';
    default: {
      const unit = piece[1];
      const elapsed = Math.floor(allSeconds / (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1));
      return piece.startsWith('[') ? String(elapsed).padStart(piece.length - 2, '0') : '';
    }
  }
}

const SMALL = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';

/** Digit by digit. */
export function chineseDigits(text: string, kind: 1 | 2): string {
  const digits = kind === 1 ? SMALL : FORMAL;
  return text.replace(/\d/g, (digit) => digits[Number(digit)] as string);
}

/** Years digit by digit (二〇二五), months and days as numbers (十二). */
function chineseDate(text: string, kind: 1 | 2): string {
  return text.replace(/\d+/g, (number) => {
    if (number.length > 2) return chineseDigits(number, kind);
    const digits = kind === 1 ? SMALL : FORMAL;
    const ten = kind === 1 ? '十' : '拾';
    const value = Number(number);
    const tens = Math.floor(value / 10);
    const unit = value % 10 === 0 && tens > 0 ? '' : (digits[value % 10] as string);
    return tens === 0 ? unit : `${tens === 1 && kind === 1 ? '' : digits[tens]}${ten}${unit}`;
  });
}
