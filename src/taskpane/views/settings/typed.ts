import { FULL_POINTS, TARGET_POINTS } from '../../../core/indicator';
import { pointsOf } from '../../../core/rules/weights';
import type { RuleSettings, WeightScheme } from '../../../core/rules/rule';

type Months = RuleSettings['executionByMonth'];

/** `4月25 6月40%`, `4:25, 6:40` → months with the percentages due; null for anything else. Blank is none at all. */
export function monthsFrom(text: string): Months | null {
  const numbers = wordsIn(text.normalize('NFKC').replace(/月底?|%/gu, ' ')).map(Number);
  if (numbers.length % 2 !== 0 || numbers.some((number) => !Number.isFinite(number))) return null;
  const months: Months[number][] = [];
  for (let index = 0; index < numbers.length; index += 2) {
    const [month, percent] = [numbers[index] as number, numbers[index + 1] as number];
    const before = months.at(-1)?.[0] ?? 0;
    if (!Number.isInteger(month) || month <= before || month > 12 || percent < 0 || percent > 100) return null;
    months.push([month, percent]);
  }
  return months;
}

/** The words between blanks and signs that part them. */
function wordsIn(text: string): string[] {
  return text.split(/[\s,;、:=]+/u).filter((word) => word !== '');
}

export function monthsText(months: Months): string {
  return months.map(([month, percent]) => `${month}月${percent}`).join(' ');
}

const LEVELS = { 成本: 'cost', 产出: 'output', 效益: 'benefit', 满意度: 'satisfaction' } as const;
type Named = keyof typeof LEVELS;

/** One scheme a line: `成本20 产出40 效益20 满意度10`. The number of the line that can't be read, from 1, otherwise. */
export function schemesFrom(text: string): readonly WeightScheme[] | number {
  const schemes: WeightScheme[] = [];
  for (const [index, line] of text.normalize('NFKC').split('\n').entries()) {
    // A blank on either side of each level's name, so that its points stand for themselves.
    const words = wordsIn(line.replace(/指标|分/gu, ' ').replace(/成本|产出|效益|满意度/gu, ' $& '));
    if (words.length === 0) continue;
    const scheme = new Map<string, number>();
    for (let at = 0; at < words.length; at += 2) {
      const level = LEVELS[words[at] as Named] as string | undefined;
      const points = Number(words[at + 1]);
      if (level === undefined || scheme.has(level) || !(points >= 0 && points <= 100)) return index + 1;
      scheme.set(level, points);
    }
    const sum = pointsOf(Object.fromEntries(scheme));
    if (!sum.eq(TARGET_POINTS) && !sum.eq(FULL_POINTS)) return index + 1;
    schemes.push(Object.fromEntries(scheme));
  }
  return schemes;
}

export function schemesText(schemes: readonly WeightScheme[]): string {
  const words = Object.entries(LEVELS) as [Named, (typeof LEVELS)[Named]][];
  return schemes
    .map((scheme) =>
      words
        .filter(([, level]) => scheme[level] !== undefined)
        .map(([name, level]) => `${name}${String(scheme[level])}`)
        .join(' '),
    )
    .join('\n');
}
