import type { Ratio } from './exact';
import { spellIntervals } from './intervals';
import { at, halfWidth, numberOf } from './lexer';
import type { DatePoint } from './syntax';

const MARK_START =
  /^(?:[①-⑳⑴-⒇]|\(?\d{1,2}\)|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/u;
/** A line that says its score, or ends in a reference to an annex, is whole; any other break was only for the width of the cell. */
const LINE_ENDS =
  /(?:(?:[得扣加计奖赋记给减为]|^)(?:满分|全分|[\d.]+分)|满分|不得分|[^\d.]0分|不扣分|为止|附[件表][\d\-~]+|[^\d≥≤<>=~\-.][\d.]+分)(?:\([^()]*\))?$/u;

/** Whether a line is whole, by itself or by the mark that the next begins with. */
export function endsLine(line: string, after: string): boolean {
  const next = [...after.trimStart().slice(0, 6)].map(halfWidth).join('');
  return LINE_ENDS.test(line) || (MARK_START.test(next) && /[;,]?$/u.test(line));
}

const DATE =
  /(?:(\d{4})年)?(?:(\d{1,2})月份?(?:(\d{1,2})[日号]|([底末]))|(年)?(年[底末]|年度内|全年内)(?=前|之前|以前|完成|$))(?:之?前|以前)?/uy;
const YEAR_END = /(\d{4})年(?:年?[底末]|(\d{1,2})月份?(?![\d底末])|内)/uy;
const ISO_DATE = /(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/uy;
const ORDINAL =
  /第\(?([\d一二三四五六七八九十⑴-⒇①-⑳]{1,3})\)?(?:[-~至到]第?\(?([\d一二三四五六七八九十]{1,3})\)?|(?:[、,和及]第?\(?[\d一二三四五六七八九十]{1,3}\)?)+)?([名位项条款次类档个]|小项|季度|等次|等级)?/uy;

/** A day or the end of a month or year, with the length of its words. */
export function dateAt(text: string, index: number): { point: DatePoint; length: number } | null {
  const date = at(ISO_DATE, text, index) ?? at(YEAR_END, text, index) ?? at(DATE, text, index);
  const point = date && datePoint(date);
  return date && point ? { point, length: date[0].length } : null;
}

/** 第3名, 第（1）～（6）项. */
export function ordinalAt(
  text: string,
  index: number,
): { from: Ratio; to: Ratio; unit: string | null; length: number } | null {
  const ordinal = at(ORDINAL, text, index);
  const from = ordinal && numberOf(ordinal[1] ?? '');
  const to = ordinal && (ordinal[2] === undefined ? from : numberOf(ordinal[2]));
  return from && to ? { from, to, unit: ordinal[3] ?? null, length: ordinal[0].length } : null;
}

function datePoint(match: RegExpExecArray): DatePoint | null {
  const year = match[1] === undefined ? null : Number(match[1]);
  const month = match[2] === undefined ? 12 : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null;
  return { year, month, day };
}

/** What the reading of words into tokens may call for. */
export const SPELLING = { spellIntervals, endsLine, dateAt, ordinalAt };
