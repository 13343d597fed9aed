import { notAvailable } from '../value';
import type { FunctionError } from '../value';

/**
 * A bare number against a target, where the function cannot see the cell's number format: a percent cell holds 0.95,
 * another one 95. `target` is in percent points for `percent`. What could be either is `#N/A`, never a guess;
 * 0 is 0 on both scales.
 */
export function bareActual(
  actual: number,
  target: number,
  scale: 'percent' | 'unknown' | 'other',
): number | FunctionError {
  if (actual === 0 || scale === 'other') return actual;
  if (scale === 'unknown') {
    return actual > 0 && actual <= 1 && target >= 15 ? notAvailable('unit-needed', { value: actual }) : actual;
  }
  if (target >= 15) {
    // 0.95 × 100 is not 95 in binary: the shortest decimal of the product is what was meant.
    if (actual <= 1.5) return Number((actual * 100).toPrecision(15));
    return actual < 10 ? notAvailable('percent-scale', { value: actual }) : actual;
  }
  return actual <= 1.5 ? notAvailable('percent-scale', { value: actual }) : actual;
}
