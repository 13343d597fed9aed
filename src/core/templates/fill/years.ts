import { daysIn, findDates, type DateMention } from '../../text';

export interface Rolled {
  readonly text: string;
  /** What was written anew, as before and after. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/** Between the two ends of a period. */
const JOINT = /^\s*(?:[-–—~～〜]+|至|到)\s*$/u;
/** A period of more calendar years than this is a plan (2021-2025年), which does not move with the year's table. */
const MOST_YEARS = 1;
/** 2025-2026学年, of which only the second year has a word behind it. */
const SCHOOL_YEAR = /(?<!\d)(\d{4})(\s*[-–—~～〜至]\s*)(\d{4})(?=学年)/gu;
/** Ways to write the digits of a year. */
const DIGITS = ['0123456789', '〇一二三四五六七八九', '零一二三四五六七八九', '○一二三四五六七八九'];

/**
 * Moves the dates of one year in a text by `by` years: 2025年12月底前 → 2026年12月底前. The two ends of a period move
 * together (2025年7月-2026年1月 → 2026年7月-2027年1月). Other years stay: a baseline or a 文号 is none of the year's
 * business. 29 February becomes the 28th where the new year has none.
 */
export function rollYears(text: string, year: number, by: number): Rolled {
  const changes: { from: string; to: string }[] = [];
  let out = '';
  let at = 0;
  const mentions = datesIn(text, year);
  for (const [index, mention] of mentions.entries()) {
    const written = yearOf(text, mention);
    if (!written || !moves(text, mentions, index, year)) continue;
    const { start } = mention;
    const from = text.slice(start, mention.end);
    const to = moved(from, written, by, mention.value);
    changes.push({ from, to });
    out += text.slice(at, start) + to;
    at = mention.end;
  }
  return { text: out + text.slice(at), changes };
}

type Dated = Pick<DateMention, 'year' | 'value' | 'start' | 'end'>;

function datesIn(text: string, near: number): Dated[] {
  const schoolYears = [...text.matchAll(SCHOOL_YEAR)].flatMap((match): Dated[] => {
    const [, first = '', joint = '', second = ''] = match;
    const after = match.index + first.length + joint.length;
    return [
      { year: Number(first), value: first, start: match.index, end: match.index + first.length },
      { year: Number(second), value: second, start: after, end: after + second.length },
    ];
  });
  const dates = findDates(text, near).filter(
    ({ start }) => !schoolYears.some((one) => one.start <= start && start < one.end),
  );
  return [...dates, ...schoolYears].sort((a, b) => a.start - b.start);
}

/** How the year of a date is written. */
interface WrittenYear {
  readonly year: number;
  readonly length: number;
  readonly digits: string;
}

/** Null where the date has no year of its own: 12月23日 is of whatever year stands before it. */
function yearOf(text: string, { year, start, end }: Dated): WrittenYear | null {
  if (year === null) return null;
  const date = text.slice(start, end).normalize('NFKC');
  for (const length of [4, 2]) {
    const digits = DIGITS.find((set) => date.startsWith(spelt(year, set).slice(-length)));
    if (digits !== undefined) return { year, length, digits };
  }
  return null;
}

/** Whether a date is of the year, or the other end of a period that is. */
function moves(text: string, mentions: readonly Dated[], index: number, year: number): boolean {
  const own = mentions[index]?.year ?? year;
  const ends = [-1, 1].flatMap((step): number[] => {
    const [first, second] = [mentions[Math.min(index, index + step)], mentions[Math.max(index, index + step)]];
    const other = mentions[index + step]?.year ?? null;
    return first && second && other !== null && JOINT.test(text.slice(first.end, second.start)) ? [other] : [];
  });
  if (ends.some((other) => Math.abs(other - own) > MOST_YEARS)) return false;
  return own === year || ends.includes(year);
}

function spelt(year: number, digits: string): string {
  return [...String(year)].map((digit) => digits.charAt(Number(digit))).join('');
}

function moved(text: string, { year, length, digits }: WrittenYear, by: number, value: string): string {
  const next = year + by;
  const rolled = spelt(next, digits).slice(4 - length) + text.slice(length);
  return value.endsWith('-02-29') && daysIn(2, next) === 28 ? rolled.replace(/29(?=\D*$)/u, '28') : rolled;
}
