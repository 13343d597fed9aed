import { add, compare, divide, HUNDRED, multiply, subtract, ZERO, type Ratio } from '../exact';
import { constant, operate, type Expression, type Test } from '../expression';
import { DAY_UNITS, MONTH_UNITS } from '../lexicon';
import { serialOf, daysInMonth } from '../dates';
import type { Edge } from '../standard';
import {
  refuse,
  type Clause,
  type Comparison,
  type Condition,
  type DatePoint,
  type Limit,
  type Reference,
} from '../syntax';
import type { Context } from './context';

/** A condition, lowered. `interval` is set where it is one stretch of one input and nothing else. */
export interface Lowered {
  readonly test: Test;
  readonly interval: Interval | null;
}

export interface Interval {
  readonly input: number;
  readonly quantity: Expression;
  readonly low: Edge | null;
  readonly high: Edge | null;
}

type Limits = Extract<Condition, { kind: 'limits' }>;

export function unitOfLimits(limits: readonly Limit[]): string | null {
  for (const { reference } of limits) {
    if (reference.kind === 'number' && reference.measure.unit !== null) return reference.measure.unit;
  }
  return null;
}

/** 规定数的80%: a number of its own, where the row has no target that it could be. */
const OWN_NUMBER = /规定|标准|编制|核定/u;

const EARLIER = /上年|去年|年初|同期|上期|基期|基数|基线/u;

/** The value of a reference, and its number where that is known. */
export function threshold(context: Context, reference: Reference): { expression: Expression; value: Ratio | null } {
  switch (reference.kind) {
    case 'number':
      return { expression: constant(reference.measure.value), value: reference.measure.value };
    case 'target': {
      if (!context.target && OWN_NUMBER.test(reference.words))
        return threshold(context, { ...reference, kind: 'named' });
      if (!context.target) return refuse('target-missing', reference.words);
      const target = context.targetExpression();
      if (reference.share === null) return { expression: target, value: context.target.value };
      return {
        expression: operate('divide', operate('multiply', target, constant(reference.share)), constant(HUNDRED)),
        value: divide(multiply(context.target.value, reference.share), HUNDRED),
      };
    }
    case 'named': {
      // 平均数, 标准 …: the target where the row has one, else a number that must be given, as 上年值 always is.
      const base: { expression: Expression; value: Ratio | null } =
        context.target && !EARLIER.test(reference.words)
          ? { expression: context.targetExpression(), value: context.target.value }
          : { expression: { kind: 'input', index: context.reference(reference.words) }, value: null };
      if (reference.share === null) return base;
      return {
        expression: operate(
          'divide',
          operate('multiply', base.expression, constant(reference.share)),
          constant(HUNDRED),
        ),
        value: base.value === null ? null : divide(multiply(base.value, reference.share), HUNDRED),
      };
    }
  }
}

/**
 * 超支10%以内 of a target of 200 is from 200 to 220; without a target the percentage itself is asked for. 超过10% beside a
 * target that is not to be exceeded says the same.
 */
export function asStretch(context: Context, condition: Limits): Limits {
  const { target } = context;
  const isUpper = target !== null && /[≤<]/u.test(target.comparison) && context.mainUnit !== '%';
  const limits = condition.limits.map((limit): Limit => {
    const { reference, comparison } = limit;
    const isShare =
      reference.kind === 'number' && reference.measure.unit === '%' && compare(reference.measure.value, HUNDRED) < 0;
    return isUpper && isShare && condition.subject === '' && /[>≥]/u.test(comparison)
      ? { ...limit, by: 'over' }
      : limit;
  });
  const by = limits[0]?.by;
  if (by === undefined) return condition;
  const zero: Reference = { kind: 'number', measure: { value: ZERO, unit: '%' } };
  const isOpen = limits.every(({ comparison }) => /[<≤]/u.test(comparison));
  if (target === null) {
    if (by === 'under') return refuse('target-missing', condition.words);
    const late: Limit = { comparison: '>', reference: zero, soft: false };
    return { ...condition, limits: [...(isOpen ? [late] : []), ...limits.map(plain)] };
  }
  if (context.mainUnit === '%' && compare(target.value, HUNDRED) !== 0) return refuse('unit-clash', condition.words);
  const shares = limits.map((limit): Limit => {
    const { reference, comparison } = limit;
    if (reference.kind !== 'number') return refuse('not-understood', condition.words);
    const { value } = reference.measure;
    const share = by === 'over' ? add(HUNDRED, value) : subtract(HUNDRED, value);
    return {
      comparison: by === 'over' ? comparison : MIRRORED[comparison],
      reference: { kind: 'target', share, words: condition.words },
      soft: limit.soft,
    };
  });
  const start: Limit = {
    comparison: by === 'over' ? '>' : '<',
    reference: { kind: 'target', share: null, words: condition.words },
    soft: false,
  };
  return { ...condition, subject: '', limits: isOpen ? [start, ...shares] : shares };
}

const MIRRORED: Readonly<Record<Comparison, Comparison>> = { '≥': '≤', '≤': '≥', '>': '<', '<': '>', '=': '=' };

function plain({ comparison, reference, soft }: Limit): Limit {
  return { comparison, reference, soft };
}

const LATE = /^(?:逾期|超期|推迟|延迟|延期|滞后|超过期限|逾期时间)$/u;

export function isLate({ subject }: Limits): boolean {
  return LATE.test(subject);
}

/** The quantity that limits are about: a value, or the count of days late that 超5天 speaks of. */
export function quantityOf(context: Context, given: Limits): Expression {
  const { subject, limits, counted } = asStretch(context, given);
  const unit = unitOfLimits(limits);
  if (counted) return { kind: 'input', index: context.count(subject, unit) };
  if (subject === '' || LATE.test(subject)) {
    const late = context.findLateness();
    const day = context.deadline;
    if (late === null && subject !== '' && day !== null && unit !== null && !/工作日/u.test(unit)) {
      const index = context.date(day);
      if (MONTH_UNITS.has(unit)) return { kind: 'months', index, from: day };
      if (DAY_UNITS.has(unit))
        return operate('max', constant(ZERO), operate('subtract', { kind: 'input', index }, constant(day)));
    }
    if (subject !== '' && unit !== null && !context.target && day === null)
      return { kind: 'input', index: context.lateness(unit) };
    if (late !== null && unit !== null && (DAY_UNITS.has(unit) || unit === context.inputs[late]?.unit)) {
      return { kind: 'input', index: late };
    }
  }
  return context.quantity(subject, unit);
}

function indexOf(quantity: Expression): number | null {
  if (quantity.kind === 'input' || quantity.kind === 'months') return quantity.index;
  if (quantity.kind === 'max' || quantity.kind === 'subtract')
    return indexOf(quantity.kind === 'max' ? quantity.right : quantity.left);
  if (quantity.kind === 'multiply' || quantity.kind === 'divide') return indexOf(quantity.left);
  return null;
}

/** 完成率60% of a target of 50 is 30: all bands of one input are compared in the input's own terms. */
function inOwnTerms(context: Context, interval: Interval): Interval {
  const { target } = context;
  if (interval.quantity.kind === 'input' || !target) return interval;
  const scaled = (edge: Edge | null): Edge | null =>
    edge && { ...edge, at: divide(multiply(edge.at, target.value), HUNDRED) ?? edge.at };
  return {
    ...interval,
    quantity: { kind: 'input', index: interval.input },
    low: scaled(interval.low),
    high: scaled(interval.high),
  };
}

function lowerLimits(context: Context, given: Limits): Lowered {
  const condition = asStretch(context, given);
  const quantity = quantityOf(context, condition);
  const tests: Test[] = [];
  let low: Edge | null = null;
  let high: Edge | null = null;
  let exact = true;
  for (const limit of condition.limits) {
    const { expression, value } = threshold(context, limit.reference);
    tests.push({ kind: 'compare', comparison: limit.comparison, left: quantity, right: expression });
    if (value === null) {
      exact = false;
      continue;
    }
    const edge: Edge = { at: value, included: /[≥≤=]/u.test(limit.comparison), soft: limit.soft };
    if (limit.comparison === '=') {
      low = edge;
      high = edge;
    } else if (limit.comparison === '≥' || limit.comparison === '>') low = edge;
    else high = edge;
  }
  // 逾期1个月内: late at all.
  const isLate = quantity.kind === 'input' && quantity.index === context.findLateness();
  if ((quantity.kind === 'months' || quantity.kind === 'max' || isLate) && low === null) {
    low = { at: ZERO, included: false, soft: false };
    tests.push({ kind: 'compare', comparison: '>', left: quantity, right: constant(ZERO) });
  }
  const input = indexOf(quantity);
  const [only] = tests;
  if (exact && input !== null)
    context.lastLimit = { quantity, index: input, low: low?.at ?? null, high: high?.at ?? null };
  return {
    test: tests.length === 1 && only ? only : { kind: 'and', items: tests },
    interval: exact && input !== null ? inOwnTerms(context, { input, quantity, low, high }) : null,
  };
}

/** A deadline's day number; the year comes from the row where the sentence leaves it out. */
export function deadlineDay(context: Context, date: DatePoint | null, words: string): number | null {
  if (date === null) return context.targetDay;
  let { year } = date;
  if (year === null) {
    if (context.targetDay !== null)
      year = new Date(Date.UTC(1899, 11, 30) + context.targetDay * 86_400_000).getUTCFullYear();
    else year = context.year;
  }
  if (year === null) return refuse('year-missing', words);
  const serial = serialOf(year, date.month, date.day ?? daysInMonth(year, date.month));
  return serial ?? refuse('not-understood', words);
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

function sided(
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
    case 'rank': {
      const index = context.value('排名', '名');
      const quantity: Expression = { kind: 'input', index };
      return {
        test: {
          kind: 'and',
          items: [
            { kind: 'compare', comparison: '≥', left: quantity, right: constant(condition.from) },
            ...(condition.to === null
              ? []
              : [{ kind: 'compare', comparison: '≤', left: quantity, right: constant(condition.to) } as const]),
          ],
        },
        interval: {
          input: index,
          quantity,
          low: { at: condition.from, included: true, soft: false },
          high: condition.to && { at: condition.to, included: true, soft: false },
        },
      };
    }
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
      return budgetRatio(context, condition) ?? { test: context.flag(condition.words), interval: null };
    }
    case 'deadline': {
      const day = deadlineDay(context, condition.date, condition.words);
      const late = context.findLateness();
      if (day === null && late !== null) {
        const quantity: Expression = { kind: 'input', index: late };
        return sided(context, quantity, late, '≤', condition.met, constant(ZERO), ZERO);
      }
      if (day === null) return { test: context.flag(condition.words), interval: null };
      const index = context.date(day);
      return {
        test: {
          kind: 'compare',
          comparison: condition.met ? '≤' : '>',
          left: { kind: 'input', index },
          right: constant(day),
        },
        interval: null,
      };
    }
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

/** 执行数控制在年度预算规模之内, in a standard of 预算执行率: the rate is at most 100 %. */
function budgetRatio(context: Context, condition: Extract<Condition, { kind: 'reached' }>): Lowered | null {
  if (!/^≤(?:.*(?:执行数|支出数|支出|执行))?$/u.test(condition.subject)) return null;
  const index = context.inputs.findIndex(
    ({ kind, name, unit }) => kind === 'value' && /执行率/u.test(name) && unit === '%',
  );
  if (index < 0) return null;
  return sided(context, { kind: 'input', index }, index, '≤', condition.reached, constant(HUNDRED), HUNDRED);
}

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
