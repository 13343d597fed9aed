import { compare, divide, HUNDRED, multiply, ZERO, type Ratio } from '../exact';
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

/** The value of a reference, and its number where that is known. */
export function threshold(context: Context, reference: Reference): { expression: Expression; value: Ratio | null } {
  switch (reference.kind) {
    case 'number':
      return { expression: constant(reference.measure.value), value: reference.measure.value };
    case 'target': {
      if (!context.target) return refuse('target-missing', reference.words);
      const target = context.targetExpression();
      if (reference.share === null) return { expression: target, value: context.target.value };
      return {
        expression: operate('divide', operate('multiply', target, constant(reference.share)), constant(HUNDRED)),
        value: divide(multiply(context.target.value, reference.share), HUNDRED),
      };
    }
    case 'named': {
      // 平均数, 上年 …: the target where the row has one, else a number that must be given.
      const base: { expression: Expression; value: Ratio | null } = context.target
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

/** The quantity that limits are about: a value, or the count of days late that 超5天 speaks of. */
export function quantityOf(context: Context, { subject, limits }: Limits): Expression {
  const unit = unitOfLimits(limits);
  if (subject === '' || /^(?:逾期|超期|推迟|延迟|延期|超过期限|逾期时间)$/u.test(subject)) {
    const late = context.findLateness();
    if (late === null && subject !== '' && context.targetDay !== null && unit !== null && !/工作日/u.test(unit)) {
      const index = context.date(context.targetDay);
      if (MONTH_UNITS.has(unit)) return { kind: 'months', index, from: context.targetDay };
      if (DAY_UNITS.has(unit))
        return operate(
          'max',
          constant(ZERO),
          operate('subtract', { kind: 'input', index }, constant(context.targetDay)),
        );
    }
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

function lowerLimits(context: Context, condition: Limits): Lowered {
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
  if ((quantity.kind === 'months' || quantity.kind === 'max') && low === null) {
    low = { at: ZERO, included: false, soft: false };
    tests.push({ kind: 'compare', comparison: '>', left: quantity, right: constant(ZERO) });
  }
  const input = indexOf(quantity);
  const [only] = tests;
  const edge = low ?? high;
  context.lastLimit =
    exact && condition.limits.length === 1 && input !== null && edge
      ? { quantity, index: input, value: edge.at }
      : context.lastLimit;
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
    const comparison: Comparison = upper ? '≤' : stated === '=' ? '≥' : stated;
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
      if (!context.target && condition.limits.some(({ reference }) => reference.kind === 'named')) {
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
      const found =
        context.target || context.targetDay !== null
          ? reachedTest(context, condition)
          : (options.reached?.(condition) ?? null);
      if (found) return found;
      const { lastLimit } = context;
      if (
        !condition.reached &&
        lastLimit &&
        /^(?:实际)?(?:超|高于|突破|低于|少于|不足|小于|未达$|不达$|达不到$)/u.test(condition.words)
      ) {
        const side: Comparison = condition.subject.startsWith('≤') ? '≤' : '≥';
        const { quantity, index, value } = lastLimit;
        return sided(context, quantity, index, side, false, constant(value), value);
      }
      if (condition.firm && !condition.subject.startsWith('≤'))
        return refuse('target-missing', condition.words, clause.span);
      return budgetRatio(context, condition) ?? { test: context.flag(condition.words), interval: null };
    }
    case 'deadline': {
      const day = deadlineDay(context, condition.date, condition.words);
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
