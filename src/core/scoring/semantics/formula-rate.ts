import { add, divide, equal, HUNDRED, multiply, ONE, subtract, type Ratio } from '../exact';
import { RATE_REF } from '../lexicon';
import type { Effect, Formula } from '../syntax';
import type { Context } from './context';

/** Goes by 完成率 rather than another rate. */
export function usesRate(formula: Formula): boolean {
  const rate = namesIn(formula).find((words) => words.lastIndexOf('率') > 0) ?? '';
  return RATE_REF.test(rate.slice(0, rate.lastIndexOf('率') + 1));
}

function namesIn(formula: Formula): readonly string[] {
  if (formula.kind === 'binary') return [...namesIn(formula.left), ...namesIn(formula.right)];
  return formula.kind === 'name' ? [formula.words] : [];
}

/** 完成率×分值, （完成率-60%）/（1-60%）×10: at 100 % it gives the full mark. */
export function earnsFull({ full }: Context, effect: Extract<Effect, { kind: 'formula' }>): boolean {
  if (effect.deduct) return false;
  const of = full ?? ONE;
  const whole = atWhole(effect.formula, of);
  return whole !== null && equal(whole, of) && (full !== null || weighs(effect.formula));
}

function weighs(formula: Formula): boolean {
  return formula.kind === 'binary'
    ? weighs(formula.left) || weighs(formula.right)
    : formula.kind === 'name' && formula.role === 'weight';
}

/** What a formula gives where the rate is 100 %; null where it turns on anything else. */
function atWhole(formula: Formula, full: Ratio): Ratio | null {
  if (formula.kind === 'number') return formula.percent ? divide(formula.value, HUNDRED) : formula.value;
  if (formula.kind === 'name')
    return formula.role === 'rate' || /率$/u.test(formula.words) ? ONE : formula.role === 'weight' ? full : null;
  const left = atWhole(formula.left, full);
  const right = atWhole(formula.right, full);
  if (!left || !right) return isMet(formula) ? ONE : null;
  const by = { '+': add, '-': subtract, '*': multiply, '/': divide };
  return by[formula.operator](left, right);
}

/** 实际完成数/计划完成数 is the rate itself. */
function isMet({ operator, left, right }: Extract<Formula, { kind: 'binary' }>): boolean {
  return (
    operator === '/' &&
    left.kind === 'name' &&
    left.role === 'actual' &&
    right.kind === 'name' &&
    right.role === 'target'
  );
}
