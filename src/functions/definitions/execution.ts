import Big from 'big.js';
import type { ElementFunction } from '../definition';
import { notAvailable, wrongValue } from '../value';
import type { Scalar } from '../value';
import { numberOf, textOf } from './arguments';
import { roundScore } from './total';

/** How people write that a project is finished, or is not. */
export const YES: ReadonlySet<string> = new Set(['是', '已完成', '完成', '√', 'y', 'yes', 'true', '1']);
export const NO: ReadonlySet<string> = new Set(['否', '未完成', '尚未完成', '×', 'n', 'no', 'false', '0']);

/** Whether the project is finished (项目是否完成); null where the argument says neither. */
function finishedOf(value: Scalar): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = textOf(value)?.trim().toLowerCase();
  if (text === undefined) return null;
  return YES.has(text) ? true : NO.has(text) ? false : null;
}

/** Share of the full mark by execution rate in percent while the project is not finished (财预〔2021〕101号). */
export const BANDS: readonly (readonly [from: number, share: string])[] = [
  [80, '0.7'],
  [60, '0.5'],
  [0, '0'],
];

/**
 * 预算执行率得分. `budget` and `spent` in one unit, `weight` in points (10). Mode 比例: spent ÷ budget × weight, capped at
 * the weight (财预〔2020〕10号). Mode 分档: by bands, full marks for a finished project within its budget (财预〔2021〕101号).
 */
export const execution: ElementFunction = {
  name: 'EXECUTION',
  kind: 'element',
  result: 'number',
  parameters: [
    { name: 'budget' },
    { name: 'spent' },
    { name: 'weight', optional: true },
    { name: 'mode', optional: true },
    { name: 'completed', optional: true, booleans: true },
  ],
  calculate([budgetGiven = null, spentGiven = null, weightGiven = null, modeGiven = null, completed = null]) {
    if (budgetGiven === null) return notAvailable('blank', { name: 'budget' });
    if (spentGiven === null) return notAvailable('blank', { name: 'spent' });
    const budget = numberOf(budgetGiven);
    const spent = numberOf(spentGiven);
    const weight = weightGiven === null ? 10 : numberOf(weightGiven);
    if (budget === null || spent === null || weight === null)
      return wrongValue('not-a-number', {
        text: String(budget === null ? budgetGiven : spent === null ? spentGiven : weightGiven),
      });
    if (weight < 0) return wrongValue('negative', { name: 'weight' });
    if (budget <= 0) return notAvailable('budget-zero');
    if (spent < 0) return wrongValue('negative', { name: 'spent' });

    const mode = textOf(modeGiven)?.trim() ?? '比例';
    if (mode === '比例') {
      const score = new Big(spent).times(weight).div(budget);
      return roundScore(score.gt(weight) ? new Big(weight) : score).toNumber();
    }
    if (mode !== '分档') return wrongValue('mode', { mode });
    if (spent > budget) return notAvailable('over-budget');
    if (spent === budget) return weight;
    const finished = finishedOf(completed);
    if (finished === null) return notAvailable('completed-unknown');
    if (finished) return weight;
    // Compared by products, so that no rounding of the rate moves a result across a bound.
    const [, share] = BANDS.find(([from]) =>
      new Big(spent).times(100).gte(new Big(budget).times(from)),
    ) as (typeof BANDS)[number];
    return roundScore(new Big(weight).times(share)).toNumber();
  },
};
