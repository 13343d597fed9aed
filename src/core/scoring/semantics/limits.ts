import { compare, HUNDRED, ZERO, type Ratio } from '../exact';
import { constant, type Expression, type Test } from '../expression';
import type { Edge } from '../standard';
import { refuse, type Clause, type Comparison, type Condition, type DatePoint, type Reference } from '../syntax';
import type { Context } from './context';

import { lowerLimits, type Interval, type Lowered } from './quantities';

/** The day number of a deadline, in the sentence or the row; null where neither has one. */
export function dayBy(context: Context, date: DatePoint | null, words: string): number | null {
  return date === null ? context.targetDay : context.rare.deadlineDay(context, date, words);
}

/** Which side of the target counts as reached. */
export function reachedTest(context: Context, condition: Extract<Condition, { kind: 'reached' }>): Lowered | null {
  if (context.target && condition.partly) {
    const index = context.value(condition.subject, context.mainUnit);
    const quantity: Expression = { kind: 'input', index };
    const low: Edge = { at: ZERO, included: false, soft: false };
    const high: Edge = { at: context.target.value, included: false, soft: false };
    return {
      test: {
        kind: 'and',
        items: [
          { kind: 'compare', comparison: '>', left: quantity, right: constant(ZERO) },
          { kind: 'compare', comparison: '<', left: quantity, right: context.targetExpression() },
        ],
      },
      interval: { input: index, quantity, low, high },
    };
  }
  if (context.target) {
    const upper = condition.subject.startsWith('≤');
    const stated = context.target.comparison;
    if (condition.beyond && (upper || /[≤<]/u.test(stated))) return refuse('proportion-direction', condition.words);
    const comparison: Comparison = condition.beyond ? '>' : upper ? '≤' : stated === '=' ? '≥' : stated;
    const index = context.value(condition.subject, context.mainUnit);
    const quantity: Expression = { kind: 'input', index };
    return sided(
      context,
      quantity,
      index,
      comparison,
      condition.reached,
      context.targetExpression(),
      context.target.value,
    );
  }
  if (context.targetDay !== null) {
    const index = context.date(context.targetDay);
    const test: Test = {
      kind: 'compare',
      comparison: condition.reached ? '≤' : '>',
      left: { kind: 'input', index },
      right: constant(context.targetDay),
    };
    return { test, interval: null };
  }
  return null;
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = { '≥': '<', '≤': '>', '>': '≤', '<': '≥', '=': '=' };

export function sided(
  _context: Context,
  quantity: Expression,
  input: number,
  reachedBy: Comparison,
  reached: boolean,
  right: Expression,
  value: Ratio,
): Lowered {
  const comparison = reached ? reachedBy : OPPOSITE[reachedBy];
  const edge: Edge = { at: value, included: comparison === '≥' || comparison === '≤', soft: false };
  const isLow = comparison === '≥' || comparison === '>';
  return {
    test: { kind: 'compare', comparison, left: quantity, right },
    interval: { input, quantity, low: isLow ? edge : null, high: isLow ? null : edge },
  };
}

/** 完成 as a rate of 100 %, where a proportion without a target is spoken of. */
export function completionTest(context: Context, index: number, reached: boolean): Lowered {
  const quantity: Expression = { kind: 'input', index };
  return sided(context, quantity, index, '≥', reached, constant(HUNDRED), HUNDRED);
}

export interface LowerOptions {
  /** How 达标 reads where the row has no number to reach. */
  readonly reached?: (condition: Extract<Condition, { kind: 'reached' }>) => Lowered | null;
}

/** 高于全省平均得5分，等于全省平均得4分: that number itself is asked for, as two clauses turn on it. */
function namedOnce({ clauses }: Context, reference: Reference): boolean {
  if (reference.kind !== 'named') return false;
  const uses = clauses.filter(
    ({ condition }) =>
      condition?.kind === 'limits' &&
      condition.limits.some(({ reference: other }) => other.kind === 'named' && other.words === reference.words),
  );
  return uses.length < 2;
}

/** Any condition but `else`, which its list decides. */
export function lowerCondition(
  context: Context,
  condition: Condition,
  clause: Clause,
  options: LowerOptions = {},
): Lowered {
  switch (condition.kind) {
    case 'limits':
      // 低于规定标准 with no number anywhere is a question of yes or no.
      if (!context.target && condition.limits.some(({ reference }) => namedOnce(context, reference))) {
        return { test: context.flag(condition.words), interval: null };
      }
      return lowerLimits(context, condition);
    case 'rank':
      return context.rare.lowerRank(context, condition);
    case 'count': {
      const index = context.count(condition.words, condition.measure.unit);
      const quantity: Expression = { kind: 'input', index };
      const { value } = condition.measure;
      const low: Edge = { at: value, included: true, soft: false };
      return {
        test: { kind: 'compare', comparison: condition.ordered ? '≥' : '=', left: quantity, right: constant(value) },
        interval: { input: index, quantity, low, high: condition.ordered ? null : low },
      };
    }
    case 'reached': {
      const beyond = beyondLast(context, condition);
      if (beyond) return beyond;
      const found =
        context.target || context.targetDay !== null
          ? reachedTest(context, condition)
          : (options.reached?.(condition) ?? null);
      if (found) return found;
      if (condition.firm && !condition.subject.startsWith('≤'))
        return refuse('target-missing', condition.words, clause.span);
      const rate = condition.subject.startsWith('≤') ? context.rare.budgetRatio(context, condition) : null;
      return rate ?? { test: context.flag(condition.words), interval: null };
    }
    case 'deadline':
      return context.rare.lowerDeadline(context, condition);
    case 'words':
      return { test: context.flag(condition.words), interval: null };
    case 'and':
    case 'or': {
      const items = condition.items.map((item) => lowerCondition(context, item, clause, options));
      const intervals = items.map(({ interval }) => interval);
      return {
        test: { kind: condition.kind, items: items.map(({ test }) => test) },
        interval: condition.kind === 'and' ? intersection(intervals) : null,
      };
    }
    case 'elements':
    case 'else':
      return refuse('not-understood', '', clause.span);
  }
}

/** 超过的, 低于的, 未达到的 after a limit: its far sides. */
function beyondLast(
  context: Context,
  { reached, subject, words }: Extract<Condition, { kind: 'reached' }>,
): Lowered | null {
  const { lastLimit } = context;
  const isAbove = subject.startsWith('≤');
  if (reached || !lastLimit || !FAR_SIDE.test(words)) return null;
  const { quantity, index, low, high } = lastLimit;
  const value = isAbove ? (high ?? low) : (low ?? high);
  return value && sided(context, quantity, index, isAbove ? '≤' : '≥', false, constant(value), value);
}

const FAR_SIDE = /^(?:实际)?(?:超[过出]?|高于|突破|低于|少于|不足|小于|未达到?|不达|达不到|[未不]达标)$/u;

function intersection(intervals: readonly (Interval | null)[]): Interval | null {
  const [first, ...others] = intervals;
  if (!first) return null;
  let { low, high } = first;
  for (const interval of others) {
    if (!interval || interval.input !== first.input) return null;
    low = tighter(low, interval.low, 1);
    high = tighter(high, interval.high, -1);
  }
  return { ...first, low, high };
}

function tighter(a: Edge | null, b: Edge | null, side: 1 | -1): Edge | null {
  if (!a || !b) return a ?? b;
  const order = compare(a.at, b.at) * side;
  if (order !== 0) return order > 0 ? a : b;
  return a.included ? b : a;
}
