import Big from 'big.js';
import type { Operator } from '../../core/indicator';
import { isPercentUnit, parseTarget } from '../../core/text';
import type { ElementFunction } from '../definition';
import { isFunctionError, notAvailable, wrongValue } from '../value';
import type { FunctionError, Scalar } from '../value';
import { numberOf, textOf } from './arguments';
import { bareActual } from './percent';

const Fine = Big();
Fine.DP = 15;

const MODES = ['目标/实际', '2-实际/目标'] as const;

/**
 * 完成率 as a fraction, uncapped: actual ÷ target. For ≤ and < a result within the target is 1; a missed one is `#N/A`
 * unless `mode` says how: 目标/实际 or 2-实际/目标 (no national rule defines it).
 */
export const rate: ElementFunction = {
  name: 'RATE',
  kind: 'element',
  result: 'number',
  parameters: [
    { name: 'actual' },
    { name: 'target' },
    { name: 'operator', optional: true },
    { name: 'unit', optional: true },
    { name: 'mode', optional: true },
  ],
  calculate([actualGiven = null, ...rest]) {
    if (actualGiven === null) return notAvailable('blank', { name: 'actual' });
    const goal = goalOf(rest);
    if (isFunctionError(goal)) return goal;
    const actual = actualOf(actualGiven, goal.value, goal.scale);
    if (isFunctionError(actual)) return actual;

    const target = new Big(goal.value);
    const ratio = () => (target.eq(0) ? notAvailable('target-zero') : new Fine(actual).div(target).toNumber());
    if (goal.operator !== '≤' && goal.operator !== '<') return ratio();
    if (goal.operator === '≤' ? target.gte(actual) : target.gt(actual)) return 1;
    if (goal.mode === null) return notAvailable('missed-without-mode');
    // Nothing is missed by 0 but a target of 0 (or less), and 0 ÷ 0 is no rate.
    if (goal.mode === '目标/实际')
      return actual === 0 ? notAvailable('target-zero') : new Fine(target).div(actual).toNumber();
    const share = ratio();
    return isFunctionError(share) ? share : new Fine(2).minus(share).toNumber();
  },
};

/** What is to be reached, and how what misses it counts. */
export interface Goal {
  /** In percent points for a percent row. */
  readonly value: number;
  readonly operator: Operator | null;
  readonly scale: 'percent' | 'unknown' | 'other';
  readonly mode: (typeof MODES)[number] | null;
}

/** From the arguments after the actual value. */
export function goalOf([targetGiven = null, operator = null, unit = null, modeGiven = null]: readonly Scalar[]):
  Goal | FunctionError {
  if (targetGiven === null) return notAvailable('blank', { name: 'target' });
  const said = textOf(modeGiven)?.replace(/\s+/gu, '').replace('÷', '/').replace('－', '-') ?? null;
  const mode = MODES.find((known) => known === said) ?? null;
  if (said !== null && mode === null) return wrongValue('mode', { mode: said });

  const target = parseTarget(String(targetGiven), { operator: textOf(operator), unit: textOf(unit) });
  if (target.kind !== 'quantity') return notAvailable('target-not-a-number', { text: String(targetGiven) });
  const percent = isPercentUnit(target.unit);
  // 0.95 in a percent row may be 95 % in a percent cell or 0.95 %: nothing here tells which.
  if (percent && typeof targetGiven === 'number' && targetGiven !== 0 && targetGiven <= 1.5) {
    return notAvailable('percent-scale', { value: targetGiven });
  }
  const scale = percent ? 'percent' : target.unit === null ? 'unknown' : 'other';
  return { value: target.value, operator: target.operator, scale, mode };
}

/** In percent points for a percent row. Text with its own % says its scale. */
function actualOf(given: Scalar, target: number, scale: Goal['scale']): number | FunctionError {
  if (typeof given === 'string') {
    const stated = parseTarget(given);
    if (stated.kind === 'quantity' && isPercentUnit(stated.unit)) return stated.value;
  }
  const actual = numberOf(given);
  return actual === null
    ? notAvailable('actual-not-a-number', { text: String(given) })
    : bareActual(actual, target, scale);
}
