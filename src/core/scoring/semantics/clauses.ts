import { refuse, type Amount, type AmountRange, type Clause, type Condition } from '../syntax';
import type { Test } from '../expression';

/** 不得分 under a condition: nothing is left of the part. */
export interface Veto {
  readonly test: Test;
  readonly clause: Clause;
}

const AWARDS = new Set(['award', 'formula', 'proportion', 'interpolate', 'keep']);

export function isAward(clause: Clause): boolean {
  return AWARDS.has(clause.effect.kind);
}

export function isMeasured(condition: Condition | null): boolean {
  if (condition === null) return false;
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items.some(isMeasured);
  return condition.kind === 'limits' || condition.kind === 'rank' || condition.kind === 'deadline';
}

export function mentionsReached(condition: Condition | null): boolean {
  if (condition === null) return false;
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items.some(mentionsReached);
  return condition.kind === 'reached';
}

/** 缺1项 under 扣1分 is a step; under 得2分 it is just so many. */
export function isEventCount(condition: Condition | null): condition is Extract<Condition, { kind: 'count' }> {
  return condition?.kind === 'count';
}

export function onlyAmount(clause: Clause): Amount {
  const { effect } = clause;
  if (!('amounts' in effect)) return refuse('not-understood', '', clause.span);
  const [amount] = effect.amounts;
  if (!amount || effect.amounts.length > 1) return refuse('not-understood', 'list', clause.span);
  return amount;
}

export function rangeOf({ effect }: Clause): AmountRange | null {
  if (effect.kind !== 'award') return null;
  const [amount] = effect.amounts;
  return amount?.kind === 'range' ? amount : null;
}

export function isRanged(clause: Clause): boolean {
  return rangeOf(clause) !== null;
}
