import { daysIn, parseTarget } from '../text';
import type { LibraryEntry } from './entry';

/** How people put the same sign: before the number, after it. */
const WORDS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  '≥': ['不低于', '及以上'],
  '≤': ['不超过', '以内'],
};

/**
 * The ways in which the usual target is written, the library's own first: ≥95%, 不低于95%, 95%及以上. All of them are read
 * as the same target: words behind a unit that is not common (元/座以内) would not be, and are left out.
 */
export function targetForms({ target }: Pick<LibraryEntry, 'target'>): readonly string[] {
  const { operator, value, unit } = target;
  if (typeof value === 'number') {
    const amount = `${value}${unit ?? ''}`;
    const words = WORDS[operator ?? ''];
    const own = `${operator ?? ''}${amount}`;
    const others = words ? [words[0] + amount, amount + words[1]] : [];
    const meant = JSON.stringify(parseTarget(own));
    return [own, ...others.filter((text) => JSON.stringify(parseTarget(text)) === meant)];
  }
  const day = /^(\d{1,2})月(\d{1,2})日前$/u.exec(value);
  const [month, last] = [Number(day?.[1]), Number(day?.[2])];
  // The last of February depends on the year.
  return day && month !== 2 && last === daysIn(month, 2023) ? [value, `${month}月底前`] : [value];
}
