import { compare, divide, HUNDRED, multiply, ZERO, type Ratio } from '../exact';
import { constant, operate, type Expression, type Test } from '../expression';
import type { Edge } from '../standard';
import { refuse, type Condition, type Limit, type Reference } from '../syntax';
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

export type Limits = Extract<Condition, { kind: 'limits' }>;

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
  if (condition.limits[0]?.by === 'off') return context.rare.aroundTarget(context, condition);
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
  return context.rare.stretchOf(context, condition, limits, by);
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
  const mayBeLate = LATE.test(subject) || (subject === '' && context.findLateness() !== null);
  const late = mayBeLate ? context.rare.latenessOf(context, subject, unit) : null;
  return late ?? context.quantity(subject, unit);
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

export function lowerLimits(context: Context, given: Limits): Lowered {
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
