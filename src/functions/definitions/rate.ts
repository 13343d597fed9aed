import Big from 'big.js';
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
  calculate([actualGiven = null, targetGiven = null, operatorGiven = null, unitGiven = null, modeGiven = null]) {
    if (actualGiven === null) return notAvailable('blank', { name: 'actual' });
    if (targetGiven === null) return notAvailable('blank', { name: 'target' });
    const mode = textOf(modeGiven)?.replace(/\s+/gu, '').replace('÷', '/').replace('－', '-') ?? null;
    if (mode !== null && !MODES.some((known) => known === mode)) return wrongValue('mode', { mode });

    const target = parseTarget(String(targetGiven), { operator: textOf(operatorGiven), unit: textOf(unitGiven) });
    if (target.kind !== 'quantity') return notAvailable('target-not-a-number', { text: String(targetGiven) });
    const percent = isPercentUnit(target.unit);
    // 0.95 in a percent row may be 95 % in a percent cell or 0.95 %: nothing here tells which.
    if (percent && typeof targetGiven === 'number' && targetGiven !== 0 && targetGiven <= 1.5) {
      return notAvailable('percent-scale', { value: targetGiven });
    }
    const actual = actualOf(
      actualGiven,
      target.value,
      percent ? 'percent' : target.unit === null ? 'unknown' : 'other',
    );
    if (isFunctionError(actual)) return actual;

    const goal = new Big(target.value);
    const ratio = () => (goal.eq(0) ? notAvailable('target-zero') : new Fine(actual).div(goal).toNumber());
    if (target.operator !== '≤' && target.operator !== '<') return ratio();
    if (target.operator === '≤' ? goal.gte(actual) : goal.gt(actual)) return 1;
    if (mode === null) return notAvailable('missed-without-mode');
    if (mode === '目标/实际') return new Fine(goal).div(actual).toNumber();
    const share = ratio();
    return isFunctionError(share) ? share : new Fine(2).minus(share).toNumber();
  },
};

/** In percent points for a percent row. Text with its own % says its scale. */
function actualOf(given: Scalar, target: number, scale: 'percent' | 'unknown' | 'other'): number | FunctionError {
  if (typeof given === 'string') {
    const stated = parseTarget(given);
    if (stated.kind === 'quantity' && isPercentUnit(stated.unit)) return stated.value;
  }
  const actual = numberOf(given);
  return actual === null
    ? notAvailable('actual-not-a-number', { text: String(given) })
    : bareActual(actual, target, scale);
}
