import type { Field, Indicator } from '../indicator';

const YEAR = /((?:19|20)\d{2})(?=年|\b|$)/;
const CHINESE_YEAR = /(二[〇零○]|一九)([〇零○一二三四五六七八九]{2})年/;
const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 2026-2028年: a plan for several years. */
const SPAN = /((?:19|20)\d{2})年?[-—–~～至到]((?:19|20)\d{2})年/;

export function isSpanOfYears(text: string): boolean {
  return SPAN.test(text);
}

/** The year named in a title or a line of its own (2025年度, 二〇二五年); null where none is. Of several, the first. */
export function yearIn(text: string): number | null {
  const plain = SPAN.exec(text) ?? /((?:19|20)\d{2})年/.exec(text) ?? YEAR.exec(text);
  if (plain) return Number(plain[1]);
  const chinese = CHINESE_YEAR.exec(text);
  if (!chinese) return null;
  return Number([...`${chinese[1]}${chinese[2]}`].map((digit) => DIGITS[digit]).join(''));
}

/** The year that most of the deadlines name, where the form states none. */
export function impliedYear(indicators: readonly Indicator[]): Field<number> | null {
  const votes = new Map<number, { count: number; first: Indicator }>();
  for (const indicator of indicators) {
    if (indicator.reading.kind !== 'date') continue;
    const year = /^\d{4}/.exec(indicator.reading.value);
    if (!year) continue;
    const vote = votes.get(Number(year[0]));
    if (vote) vote.count++;
    else votes.set(Number(year[0]), { count: 1, first: indicator });
  }
  let best: [number, { count: number; first: Indicator }] | null = null;
  for (const entry of votes) if (!best || entry[1].count > best[1].count) best = entry;
  const target = best?.[1].first.target;
  return best && target ? { value: best[0], raw: target.raw, cell: target.cell, assumed: 'implied' } : null;
}
