import { daysIn, findDates } from '../../text';

export interface Rolled {
  readonly text: string;
  /** What was written anew, as before and after. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Moves the dates of one year in a text by `by` years: 2025年12月底前 → 2026年12月底前. Other years stay: a baseline or a
 * 文号 is none of the year's business. 29 February becomes the 28th where the new year has none.
 */
export function rollYears(text: string, year: number, by: number): Rolled {
  const changes: { from: string; to: string }[] = [];
  let out = '';
  let at = 0;
  for (const mention of findDates(text)) {
    const { start, end } = mention;
    if (mention.year !== year || start < at) continue;
    const from = text.slice(start, end);
    const to = moved(from, year, by, mention.value);
    if (to === from) continue;
    changes.push({ from, to });
    out += text.slice(at, start) + to;
    at = end;
  }
  return { text: out + text.slice(at), changes };
}

function moved(text: string, year: number, by: number, value: string): string {
  const written = text.normalize('NFKC').includes(String(year)) ? String(year) : String(year % 100);
  const digits = text.normalize('NFKC');
  // The year stands first in every form of date; where it is not written in digits it is left to a person.
  const at = digits.indexOf(written);
  if (at < 0 || digits.length !== text.length) return text;
  const next = year + by;
  const replaced = written.length === 4 ? String(next) : String(next % 100).padStart(2, '0');
  const rolled = text.slice(0, at) + replaced + text.slice(at + written.length);
  return value.endsWith('-02-29') && daysIn(2, next) === 28 ? rolled.replace(/29(?=\D*$)/u, '28') : rolled;
}
