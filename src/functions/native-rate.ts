import { SHEET_SIGNS } from '../core/scoring';
import { goalOf } from './definitions/rate';
import { bareActual } from './definitions/percent';
import { numberText, percentText, refuse, refuseError, type Argument, type ConversionNote } from './native-argument';
import { isFunctionError, notAvailable, type Scalar } from './value';

/**
 * `PERF.RATE` as a native formula over the same cells: `IF(A1<=B1,1,B1/A1)`. Operator, unit and mode as they read now
 * go into it.
 */
export function nativeRate(args: readonly Argument[], notes: Set<ConversionNote>): string {
  const [actual, target, ...rest] = args;
  if (!actual || actual.text === null) return refuseError(notAvailable('blank', { name: 'actual' }));
  if (!target) return refuseError(notAvailable('blank', { name: 'target' }));
  const values: readonly Scalar[] = [target, ...rest].map(({ value }) => value);
  const goal = values.find(isFunctionError) ?? goalOf(values);
  if (isFunctionError(goal)) return refuseError(goal);
  if (typeof actual.value === 'string') return refuse('text-actual', { text: actual.value });

  const { value, operator, scale, mode } = goal;
  const read = (number: number) => bareActual(number, value, scale);
  const settled = typeof actual.value === 'number' ? read(actual.value) : null;
  if (scale === 'unknown' && isFunctionError(settled)) return refuseError(settled);
  const given = scale === 'percent' ? percentText(actual, read, notes) : actual.text;
  const wanted = numberText(target, value, () => notes.add('target-fixed'));

  const share = (part: string, whole: string) => `IF(${whole}=0,NA(),${part}/${whole})`;
  const ratio = share(given, wanted);
  const missed = mode === null ? 'NA()' : mode === '目标/实际' ? share(wanted, given) : `2-${ratio}`;
  const rate =
    operator === '≤' || operator === '<' ? `IF(${given}${SHEET_SIGNS[operator]}${wanted},1,${missed})` : ratio;
  // A blank is 0 to a spreadsheet, and a text more than any number.
  return actual.isCell ? `IF(NOT(ISNUMBER(${actual.text})),NA(),${rate})` : rate;
}
