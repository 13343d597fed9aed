import { fold, isDigit, sourceOf } from './fold';
import type { Source } from './fold';

/** A number in a text: `end` is the place after it. */
export interface NumberToken {
  readonly value: number;
  /** The number in plain form, for decimal arithmetic. */
  readonly plain: string;
  readonly end: number;
  /** Written in 中文数字. */
  readonly chinese: boolean;
}

/** More digits than a number can hold exactly. */
const MAX_DIGITS = 15;

/** Where a run of digits, points and commas ends. */
export function endOfDigits(text: string, start: number): number {
  let end = start;
  while (
    end < text.length &&
    (isDigit(text.charAt(end)) ||
      ((text.charAt(end) === '.' || text.charAt(end) === ',') && isDigit(text.charAt(end + 1))))
  )
    end++;
  return end;
}

/**
 * A number in Arabic digits at `start`: `23,739,200.00`, `4835.36`. Digits that a blank keeps apart are two numbers,
 * except at a point or comma, and where the second could be none by itself (12 000). Null where the digits make no
 * number (1.2.3, 1,23).
 */
export function readArabic(source: Source, start: number): NumberToken | null {
  const { text, gap } = source;
  let end = start;
  let whole = '';
  const goesOn = (): boolean => gap[end] === '' || (text.charAt(end) === '0' && isDigit(text.charAt(end + 1)));
  while (isDigit(text.charAt(end)) && (end === start || goesOn())) whole += text.charAt(end++);
  if (whole === '') return null;
  let grouped = false;
  while (text.charAt(end) === ',') {
    const group = text.slice(end + 1, end + 4);
    if (!/^\d{3}$/u.test(group) || isDigit(text.charAt(end + 4)) || (!grouped && whole.length > 3)) break;
    whole += group;
    end += 4;
    grouped = true;
  }
  let fraction = '';
  if (text.charAt(end) === '.' && isDigit(text.charAt(end + 1))) {
    end++;
    while (isDigit(text.charAt(end)) && (fraction === '' || gap[end] === '')) fraction += text.charAt(end++);
  }
  const next = text.charAt(end);
  if (next === '.' && isDigit(text.charAt(end + 1))) return null;
  if (whole.length + fraction.length > MAX_DIGITS) return null;
  const plain = fraction === '' ? whole : `${whole}.${fraction}`;
  return { value: Number(plain), plain, end, chinese: false };
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

export function isChineseNumeral(char: string): boolean {
  return char in DIGITS || char in TENS;
}

/** 十二, 一百二十, 两千零五; null where the signs make no number (十五五, 三四, 百). */
function chineseBelowMyriad(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let last = Infinity;
  let zero = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const value = DIGITS[char];
    if (value !== undefined) {
      if (digit !== null) return null;
      if (value === 0) {
        if (zero || i === 0 || i === text.length - 1) return null;
        zero = true;
        continue;
      }
      digit = value;
      continue;
    }
    const ten = TENS[char];
    if (ten === undefined || ten >= last) return null;
    if (digit === null && !(ten === 10 && i === 0)) return null;
    total += (digit ?? 1) * ten;
    digit = null;
    zero = false;
    last = ten;
  }
  // 一百二 may be 120 or, misread, 102.
  if (digit !== null && last > 10 && last !== Infinity && !zero) return null;
  return total + (digit ?? 0);
}

/** 〇 alone, or digits read one by one as in years: 二〇二五. */
export function chineseDigits(text: string): string | null {
  let digits = '';
  for (const char of text) {
    const value = DIGITS[char];
    if (value === undefined || char === '两') return null;
    digits += String(value);
  }
  return digits === '' ? null : digits;
}

const LONGEST_CHINESE = 20;

/**
 * A number in 中文数字 at `start`, and 半. A closing 万 or 亿 is left to the unit (五十万元 → 50, 万元), as it is after
 * Arabic digits.
 */
export function readChinese(source: Source, start: number): NumberToken | null {
  const { text } = source;
  if (text.charAt(start) === '半') return { value: 0.5, plain: '0.5', end: start + 1, chinese: true };
  let end = start;
  while (
    end < text.length &&
    end - start <= LONGEST_CHINESE &&
    (isChineseNumeral(text.charAt(end)) || (end > start && text.charAt(end) in MYRIADS))
  ) {
    end++;
  }
  if (end - start > LONGEST_CHINESE) return null;
  while (end > start && text.charAt(end - 1) in MYRIADS) end--;
  const value = chineseNumber(text.slice(start, end));
  return value === null ? null : { value, plain: String(value), end, chinese: true };
}

/** The value of 中文数字; null for anything else. */
export function chineseNumber(text: string): number | null {
  if (text === '') return null;
  if (text === '零' || text === '〇') return 0;
  let total = 0;
  let rest = text;
  for (const sign of ['亿', '万']) {
    const at = rest.indexOf(sign);
    if (at < 0) continue;
    const part = chineseBelowMyriad(rest.slice(0, at));
    if (part === null || part === 0) return null;
    total += part * (MYRIADS[sign] as number);
    rest = rest.slice(at + 1);
    if (rest.startsWith('零')) rest = rest.slice(1);
    if (rest === '') return total;
  }
  for (const char of rest) if (!isChineseNumeral(char)) return null;
  const low = chineseBelowMyriad(rest);
  return low === null ? null : total + low;
}

/** Where a run of 中文数字 ends. */
export function endOfChinese(text: string, start: number): number {
  let end = start;
  while (end < text.length && (isChineseNumeral(text.charAt(end)) || text.charAt(end) in MYRIADS)) end++;
  return Math.max(end, start + 1);
}

/**
 * A text that is a number and nothing else: full-width digits, separators, stray blanks and breaks, 中文数字.
 * Null for anything else, also for percentages and amounts with a unit.
 */
export function parseNumber(text: string): number | null {
  const source = sourceOf(text);
  const sign = /^[+-]/u.exec(source.text)?.[0] ?? '';
  const body = source.text.slice(sign.length);
  if (body === '' || body.length > 40) return null;
  const value = isDigit(body.charAt(0)) ? arabicWhole(body) : chineseNumber(body);
  return value === null || sign !== '-' || value === 0 ? value : -value;
}

function arabicWhole(body: string): number | null {
  const found = readArabic(sourceOf(body), 0);
  return found?.end === body.length ? found.value : null;
}

/** Whether a text holds digits of any writing. */
export function hasDigits(text: string): boolean {
  return /\d/u.test(fold(text));
}
