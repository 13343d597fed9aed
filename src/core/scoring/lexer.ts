import { ratio, type Ratio } from './exact';
import { alternatives, COMPARATORS, POSTFIXES, UNITS } from './lexicon';
import { atHand, type Rare } from './rare-kinds';

import type { DatePoint, Span } from './syntax';

interface TokenBase extends Span {
  /** As read: half-width, without blanks. */
  readonly text: string;
}

export type Token = TokenBase &
  (
    | { readonly kind: 'number'; readonly value: Ratio; readonly unit: string | null }
    | { readonly kind: 'date'; readonly date: DatePoint }
    | { readonly kind: 'ordinal'; readonly from: Ratio; readonly to: Ratio; readonly unit: string | null }
    | { readonly kind: 'mark' }
    | { readonly kind: 'comparator' | 'postfix' | 'range' | 'included' | 'excluded' }
    /** `,` `、` `:` `(` `)` and the ends of sentences `;` (a 。or a break counts as one). */
    | { readonly kind: 'punctuation' }
    | { readonly kind: 'word' }
  );

/** A character with its place in the text as given. */
export interface Character {
  readonly char: string;
  readonly at: number;
}

/** Who spells intervals out, and reads dates and 第…. */
type Spelling = Pick<Rare, 'spellIntervals' | 'endsLine' | 'dateAt' | 'ordinalAt'>;

export function asWritten(text: string): Character[] {
  return text.split('').map((char, at) => ({ char, at }));
}

/** Of intervals: [80%,90%). */
const SQUARE = /[[\]［］]/u;

const SAME: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '。': ';',
  '．': '.',
  '：': ':',
  '→': ':',
  '（': '(',
  '）': ')',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
  '﹪': '%',
  '﹤': '<',
  '﹥': '>',
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '×': '*',
  '✕': '*',
  '∗': '*',
  '÷': '/',
  '／': '/',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '—': '-',
  '–': '-',
  '−': '-',
  '―': '-',
};

const DROPPED = /[“”"‘’'「」★☆\u200B-\u200D\uFEFF]/u;

export function halfWidth(char: string): string {
  const same = SAME[char];
  if (same !== undefined) return same;
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
}

/** Half-width characters with their places; blanks dropped, line breaks kept only where a line is whole. */
function characters(text: string, rare: Spelling | null): Character[] {
  const read: Character[] = [];
  let line = '';
  for (const { char: raw, at } of SQUARE.test(text) ? atHand(rare).spellIntervals(text) : asWritten(text)) {
    if (raw === '\n' || raw === '\r') {
      if (line !== '' && atHand(rare).endsLine(line, text.slice(at))) {
        read.push({ char: ';', at });
        line = '';
      }
      continue;
    }
    // 达标：5分　未达标：0分: a gap where a clause is whole.
    const gap = /分\)?$/u.test(line) && /^(?:.[\t\u3000]|.\s{2}|[)）]\s)/u.test(text.slice(at - 1, at + 2));
    if (gap) read.push({ char: ';', at });
    if (gap) line = ';';
    if (/\s/u.test(raw) || DROPPED.test(raw)) continue;
    for (let char of halfWidth(raw)) {
      // 扣完为止. ends its sentence as 。 does.
      if (char === '.' && /[一-鿿%)]$/u.test(line) && !/\d/u.test(text.charAt(at + 1))) char = ';';
      read.push({ char, at });
      line = char === ';' ? '' : line + char;
    }
  }
  return read;
}

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
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

/** 二十五, 一百零三, 半; null where it is not a number. */
export function readChinese(text: string): number | null {
  if (text === '半') return 0.5;
  let total = 0;
  let digit: number | null = null;
  for (const char of text) {
    const value = CHINESE_DIGITS[char];
    const power = char === '十' ? 10 : char === '百' ? 100 : char === '千' ? 1000 : 0;
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (power > 0) {
      total += (digit ?? 1) * power;
      digit = null;
    } else return null;
  }
  return total + (digit ?? 0);
}

const UNIT = alternatives(UNITS);
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`;

/** 元/人·天, 次/年, 台（套）: a unit of the first of them. */
const PER = String.raw`(?:(?<!分)\/[年月季天日周次人户亩米吨件个]次?(?:[·.][年月天日次])?(?![均员数])|\([套件部头]\))?`;

const PERCENT = new RegExp(`(-?${DIGITS})(?:%(?!点)|个百分比)`, 'uy');
const CHINESE_PERCENT = new RegExp(`百分之(${DIGITS}(?!\\d)|[零一二三四五六七八九十百]+)`, 'uy');
const PLAIN = new RegExp(`(-?${DIGITS}(?!\\d))(?:(${UNIT})${PER})?`, 'uy');
const CHINESE = new RegExp(`([零一二两三四五六七八九十百千]+|半(?=年|个|天|小时|数))(个半月|${UNIT})(?!性)`, 'uy');
/** What every date has. */
const DATED = /\d[年月]|年[底末内]|年度内|全年内|\d[-./]\d{1,2}[-./]\d/u;
const INCLUDED = /\(包?含[^()]{0,8}\)|,?含本数/uy;
const EXCLUDED = /\(不含[^()]{0,8}\)/uy;
const CIRCLED = /[①-⑳⑴-⒇]/uy;
const CLAUSE_MARK =
  /\((\d{1,2}|[一二三四五六七八九十]{1,3})\)|(\d{1,2})[.、](?!\d)|([一二三四五六七八九十]{1,3})、|([①-⑳⑴-⒇])|[A-H]\.(?!\d)/uy;
/** 超支率 and 达标率 are what is measured. */
const COMPARATOR = new RegExp(`(?!超支率|达标)(?:${alternatives(Object.keys(COMPARATORS))})`, 'uy');
const POSTFIX = new RegExp(alternatives(Object.keys(POSTFIXES).filter((word) => word !== '内')), 'uy');

export function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** More digits than a number can hold exactly: nobody means them. */
const MAX_DIGITS = 15;

export function numberOf(text: string): Ratio | null {
  if (text.replace(/\D/gu, '').length > MAX_DIGITS) return null;
  if (/^-?[\d.,]+$/u.test(text)) return ratio(text.replaceAll(',', '').replace(/^(-?)\./u, '$10.'));
  const value = readChinese(text);
  return value === null ? null : ratio(value);
}

/** Characters after which 一处, 一项 … are part of a word (统一处理, 唯一一个). */
const NOT_A_COUNT = /[统唯同单万专]$/u;

/** Reads a standard into tokens. Never fails: what it does not know is a `word` of one character. */
export function tokenize(source: string, rare: Spelling | null): Token[] {
  const chars = characters(source, rare);
  const text = chars.map(({ char }) => char).join('');
  const isDated = DATED.test(text);
  const tokens: Token[] = [];
  let index = 0;
  let lastMark = '';

  const span = (length: number): Span & { text: string } => ({
    text: text.slice(index, index + length),
    start: chars[index]?.at ?? source.length,
    end: (chars[index + length - 1]?.at ?? source.length - 1) + 1,
  });
  const push = (token: Token): void => {
    tokens.push(token);
    index += token.text.length;
  };

  while (index < text.length) {
    const previous = tokens.at(-1);
    const opensClause =
      previous === undefined ||
      (previous.kind === 'punctuation' ? /[;:]/u.test(previous.text) : /\d分$/u.test(previous.text));
    // 1.满意度≥90% … 2.80%≤满意度: the next of the marks.
    const next = opensClause && /^\d+\.$/u.test(lastMark) ? `${String(parseInt(lastMark) + 1)}.` : '';
    const mark = opensClause || /^[①-⑳⑴-⒇]/u.test(text.slice(index)) ? at(CLAUSE_MARK, text, index) : null;
    if (mark || (next !== '' && text.startsWith(next, index))) {
      lastMark = mark?.[0] ?? next;
      push({ kind: 'mark', ...span(lastMark.length) });
      continue;
    }
    const char = text.charAt(index);
    const included = at(INCLUDED, text, index);
    if (included) {
      push({ kind: 'included', ...span(included[0].length) });
      continue;
    }
    const excluded = at(EXCLUDED, text, index);
    if (excluded) {
      push({ kind: 'excluded', ...span(excluded[0].length) });
      continue;
    }
    const circled = at(CIRCLED, text, index);
    if (circled) {
      push({ kind: 'mark', ...span(1) });
      continue;
    }
    const date = isDated ? atHand(rare).dateAt(text, index) : null;
    if (date) {
      push({ kind: 'date', date: date.point, ...span(date.length) });
      continue;
    }
    const ordinal = char === '第' ? atHand(rare).ordinalAt(text, index) : null;
    if (ordinal) {
      const { length, ...place } = ordinal;
      push({ kind: 'ordinal', ...place, ...span(length) });
      continue;
    }
    // 0-5% is a stretch, 在-5%以内 and ≥-5% are below nothing.
    const signed = char !== '-' || /(?:^|[在于为是达过≥≤<>=~至到,;:(])$/u.test(text.slice(0, index));
    const percent = signed ? at(PERCENT, text, index) : null;
    if (percent) {
      push({ kind: 'number', value: numberOf(percent[1] ?? '') ?? ratio(0), unit: '%', ...span(percent[0].length) });
      continue;
    }
    const chinesePercent = at(CHINESE_PERCENT, text, index);
    if (chinesePercent) {
      const value = numberOf(chinesePercent[1] ?? '');
      if (value) {
        push({ kind: 'number', value, unit: '%', ...span(chinesePercent[0].length) });
        continue;
      }
    }
    const plain = signed ? at(PLAIN, text, index) : null;
    const unit = plain?.[2] ?? null;
    if (plain && (char !== '-' || unit !== '分')) {
      const value = numberOf(plain[1] ?? '') ?? ratio(0);
      push({ kind: 'number', value, unit, ...span(plain[0].length) });
      continue;
    }
    const chinese = at(CHINESE, text, index);
    if (chinese && !NOT_A_COUNT.test(text.slice(0, index))) {
      const unit = chinese[2] ?? null;
      const value = numberOf(chinese[1] ?? '');
      const points = unit === '分' && !/(?:[得扣加计]|每[低高少多超降]?)$/u.test(text.slice(0, index));
      if (value && !points) {
        push({ kind: 'number', value, unit, ...span(chinese[0].length) });
        continue;
      }
    }
    const comparator = at(COMPARATOR, text, index);
    if (comparator) {
      push({ kind: 'comparator', ...span(comparator[0].length) });
      continue;
    }
    const postfix = at(POSTFIX, text, index);
    if (postfix) {
      push({ kind: 'postfix', ...span(postfix[0].length) });
      continue;
    }
    if (char === '~' || char === '-' || char === '至' || char === '到') {
      push({ kind: 'range', ...span(text.startsWith('--', index) ? 2 : 1) });
      continue;
    }
    push({ kind: /[,;、:()]/u.test(char) ? 'punctuation' : 'word', ...span(1) });
  }
  return tokens;
}
