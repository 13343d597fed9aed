import type { Operator } from '../indicator/target';
import { isDigit, isLatin, sourceOf } from './fold';
import type { Source } from './fold';
import { readDates } from './dates';
import type { DateToken } from './dates';
import { endOfChinese, endOfDigits, isChineseNumeral, readArabic, readChinese } from './numbers';
import type { NumberToken } from './numbers';
import { readAfter, readBefore } from './operators';
import { isPercentUnit } from './percent';
import { endOfUnit } from './units';

/** A number with what belongs to it. Places are those of the source. */
export interface QuantityToken {
  readonly kind: 'quantity';
  readonly operator: Operator | null;
  /** The words before and after the number say different things (大于95%以上). */
  readonly conflict: boolean;
  readonly number: NumberToken;
  readonly unit: string | null;
  /** From the comparator to the last word that belongs to it. */
  readonly start: number;
  readonly end: number;
  /** Where the number begins, and where the unit ends. */
  readonly numberStart: number;
  readonly unitEnd: number;
}

/** 80%-90%, 5至10个工作日. */
export interface RangeToken {
  readonly kind: 'range';
  readonly low: QuantityToken;
  readonly high: QuantityToken;
  readonly unit: string | null;
  readonly start: number;
  readonly end: number;
}

export type Token =
  | QuantityToken
  | RangeToken
  | (DateToken & { readonly kind: 'date' })
  /** Digits that make no amount: 7*24, 1:3, GB/T 1234, 第3, 5A. */
  | { readonly kind: 'code'; readonly start: number; readonly end: number }
  /** What keeps two targets apart: a line break, ；，、 and their like. */
  | { readonly kind: 'separator'; readonly start: number; readonly end: number; readonly strong: boolean }
  | { readonly kind: 'text'; readonly start: number; readonly end: number };

const STRONG = new Set([';', '。', '!', '?', '|']);
const WEAK = new Set([',', '、', ':', '(', ')', '"', '“', '”', '《', '》', '〈', '〉', '·', '…']);

/** After a number these make a ratio, a product, a code or a clock time of it. */
const RATIO = new Set(['*', '×', 'x', 'X', ':', '/', '#', '号', '点', '级', '楼', '℅', '^', '+', '∶']);

/** Every token of a text, from left to right, in time linear in its length. */
export function scan(text: string): { readonly source: Source; readonly tokens: readonly Token[] } {
  const source = sourceOf(text);
  return { source, tokens: scanSource(source) };
}

export function scanSource(source: Source): Token[] {
  const { text, gap } = source;
  const tokens: Token[] = [];
  let words = -1;
  const closeWords = (end: number): void => {
    if (words >= 0 && end > words) tokens.push({ kind: 'text', start: words, end });
    words = -1;
  };
  let at = 0;
  while (at < text.length) {
    if (gap[at] === 'break' && endsAmount(tokens)) {
      closeWords(at);
      tokens.push({ kind: 'separator', start: at, end: at, strong: true });
    }
    const char = text.charAt(at);
    if (STRONG.has(char) || WEAK.has(char)) {
      closeWords(at);
      tokens.push({ kind: 'separator', start: at, end: at + 1, strong: STRONG.has(char) });
      at++;
      continue;
    }
    const dates = readDates(source, at);
    if (dates.length > 0) {
      closeWords(at);
      for (const date of dates) tokens.push({ kind: 'date', ...date });
      at = Math.max((dates[dates.length - 1] as DateToken).close, at + 1);
      continue;
    }
    const amount = readAmount(source, at);
    if (amount) {
      closeWords(at);
      tokens.push(amount);
      at = amount.end;
      continue;
    }
    if (isDigit(char)) {
      closeWords(at);
      const end = endOfDigits(text, at);
      tokens.push({ kind: 'code', start: at, end });
      at = end;
      continue;
    }
    if (words < 0) words = at;
    at = isChineseNumeral(char) ? endOfChinese(text, at) : at + 1;
  }
  closeWords(text.length);
  return tokens;
}

/** A break inside a word, or between a number and its unit, says nothing; after a whole amount it begins another. */
function endsAmount(tokens: readonly Token[]): boolean {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { kind } = tokens[i] as Token;
    if (kind === 'separator') return false;
    if (kind !== 'text') return true;
  }
  return false;
}

function readAmount(source: Source, start: number): QuantityToken | RangeToken | null {
  const first = readQuantity(source, start);
  if (!first) return null;
  const { text } = source;
  const joint = text.charAt(first.end);
  if (joint === '' || !'-~至到'.includes(joint) || first.end !== first.unitEnd) return first;
  const skip = text.charAt(first.end + 1) === joint && joint === '-' ? 2 : 1;
  const second = readQuantity(source, first.end + skip, true);
  if (!second || second.numberStart !== second.start) return first;
  if (first.operator !== null && !text.startsWith('控制在', start)) return first;
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return first;
  return {
    kind: 'range',
    low: first,
    high: second,
    unit: second.unit ?? first.unit,
    start: first.start,
    end: second.end,
  };
}

/**
 * A comparator, a number, its unit and what stands behind it, as far as they are there; the number must be.
 * `joined`: the second number of a range, which may follow a dash.
 */
export function readQuantity(source: Source, start: number, joined = false): QuantityToken | null {
  const { text } = source;
  let at = start;
  let before: Operator | null = null;
  let twoWays = false;
  const sign = readBefore(text, at);
  if (sign) {
    before = sign.value;
    at = sign.end;
    // ≥不低于, or the same word twice.
    const again = readBefore(text, at);
    if (again) {
      twoWays = again.value !== before;
      at = again.end;
    }
    if (text.charAt(at) === ':') at++;
  }
  const percent = text.startsWith('百分之', at);
  const numberStart = at;
  if (percent) at += 3;
  const number = readNumber(source, at, sign !== null || percent);
  if (!number || (number.value === 0.5 && number.chinese && text.charAt(numberStart - 1) === '个')) return null;
  if (percent && number.end - at > 12) return null;
  const previous = text.charAt(numberStart - 1);
  if (sign !== null && readDates(source, numberStart).length > 0) return null;
  if (
    sign === null &&
    !percent &&
    !joined &&
    source.gap[numberStart] === '' &&
    isCodeBefore(previous, text.charAt(numberStart - 2))
  ) {
    return null;
  }
  at = number.end;

  let unit: string | null = null;
  let unitEnd = at;
  if (percent) {
    unit = '%';
  } else {
    const end = endOfUnit(text, at);
    if (end > 0) {
      unit = text.slice(at, end);
      unitEnd = end;
      if (isPercentUnit(unit)) unit = '%';
    } else if (isCodeAfter(text, at)) {
      return null;
    }
  }
  if (number.chinese && unit === null) return null;
  // 37.02万一年 says the same as 37.02万/年.
  if (unit !== null && unit.startsWith('万') && text.startsWith('一年', unitEnd)) {
    unit += '/年';
    unitEnd += 2;
  }
  const { operator: after, end } = readClosing(text, unitEnd);
  const conflict = twoWays || (before !== null && after !== null && before !== after);
  return { kind: 'quantity', operator: before ?? after, conflict, number, unit, start, end, numberStart, unitEnd };
}

function readNumber(source: Source, at: number, signed: boolean): NumberToken | null {
  const char = source.text.charAt(at);
  if (isDigit(char)) return readArabic(source, at);
  if (signed && char === '-' && isDigit(source.text.charAt(at + 1))) {
    const found = readArabic(source, at + 1);
    return found && found.value !== 0 ? { ...found, value: -found.value, plain: `-${found.plain}` } : null;
  }
  if (source.text.startsWith('百分之百', at - 3) && char === '百')
    return { value: 100, plain: '100', end: at + 1, chinese: true };
  return isChineseNumeral(char) || char === '半' ? readChinese(source, at) : null;
}

/** 第3, v2, GB1234, 1-2 (a range is read from its first number), 3.2.1. */
function isCodeBefore(previous: string, second: string): boolean {
  if (previous === '') return false;
  if (
    previous === '第' ||
    previous === '#' ||
    previous === '*' ||
    previous === '×' ||
    previous === '.' ||
    previous === '+'
  )
    return true;
  if (previous === ':' && isDigit(second)) return true;
  if (previous === '/' && (isDigit(second) || isLatin(second))) return true;
  if (previous === '-' && (second === '' || isDigit(second) || isLatin(second))) return true;
  return isLatin(previous) || isDigit(previous) || isChineseNumeral(previous);
}

function isCodeAfter(text: string, at: number): boolean {
  const next = text.charAt(at);
  if (next === '') return false;
  return RATIO.has(next) || isLatin(next) || (next === '-' && !isDigit(text.charAt(at + 1)));
}

const INCLUDED = /^\((?:含|包含|包括)(?:本数|[\d.]{1,8}%?)?\)/u;
const EXCLUDED = /^\(不含(?:本数|[\d.]{1,8}%?)?\)/u;

/** 以上, （含）以上, 以内 … behind a number. */
function readClosing(text: string, start: number): { operator: Operator | null; end: number } {
  const window = text.slice(start, start + 14);
  const bracketed = /^\((?:及|或)?(以上|以内|以下)\)/u.exec(window);
  if (bracketed) return { operator: bracketed[1] === '以上' ? '≥' : '≤', end: start + bracketed[0].length };
  const leading = INCLUDED.exec(window) ?? EXCLUDED.exec(window);
  const at = start + (leading?.[0].length ?? 0);
  const after = readAfter(text, at);
  // 内部, 内容 and 内涵 begin other words.
  if (!after || (text.slice(at, after.end) === '内' && /^[部容涵外控审]/u.test(text.charAt(after.end)))) {
    return { operator: null, end: leading ? at : start };
  }
  const trailing = text.slice(after.end, after.end + 14);
  const excluded = (leading && EXCLUDED.test(window)) || EXCLUDED.test(trailing);
  const closing = INCLUDED.exec(trailing) ?? EXCLUDED.exec(trailing);
  const strict: Operator = after.value === '≥' ? '>' : '<';
  return { operator: excluded ? strict : after.value, end: after.end + (closing?.[0].length ?? 0) };
}
