import { add, compare, equal, HUNDRED, subtract, ZERO } from '../exact';
import { constant, type Expression, type Test } from '../expression';
import { refuse, type Amount, type Comparison, type Condition, type Limit, type Reference } from '../syntax';
import type { Context, TargetValue } from './context';
import { dayBy, sided } from './limits';
import type { Limits, Lowered } from './quantities';

/** 超支10%以内, 低于目标值20%以上: by how much the target is missed, as limits of the value itself. */
export function stretchOf(
  context: Context,
  condition: Limits,
  limits: readonly Limit[],
  by: NonNullable<Limit['by']>,
): Limits {
  const { target } = context;
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

/** 第2-5名. */
export function lowerRank(context: Context, condition: Extract<Condition, { kind: 'rank' }>): Lowered {
  // 招聘40名以上, and 30名以下不得分: people, and no places.
  if (/^[名位]$/u.test(context.mainUnit ?? '') && context.target && /[≥>]/u.test(context.target.comparison))
    return refuse('not-understood', '名以下');
  const index = context.value('排名', '名');
  const quantity: Expression = { kind: 'input', index };
  const from: Test = { kind: 'compare', comparison: '≥', left: quantity, right: constant(condition.from) };
  const { to } = condition;
  return {
    test: to
      ? { kind: 'and', items: [from, { kind: 'compare', comparison: '≤', left: quantity, right: constant(to) }] }
      : from,
    interval: {
      input: index,
      quantity,
      low: { at: condition.from, included: true, soft: false },
      high: condition.to && { at: condition.to, included: true, soft: false },
    },
  };
}

/** 12月底前, 按时: by a day, or by how late it is; a question of yes or no where neither is known. */
export function lowerDeadline(context: Context, condition: Extract<Condition, { kind: 'deadline' }>): Lowered {
  const day = dayBy(context, condition.date, condition.words);
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

/** 执行数控制在年度预算规模之内, in a standard of 预算执行率: the rate is at most 100 %. */
export function budgetRatio(context: Context, condition: Extract<Condition, { kind: 'reached' }>): Lowered | null {
  if (!/^≤(?:.*(?:执行数|支出数|支出|执行))?$/u.test(condition.subject)) return null;
  const index = context.inputs.findIndex(
    ({ kind, name, unit }) => kind === 'value' && /执行率/u.test(name) && unit === '%',
  );
  if (index < 0) return null;
  return sided(context, { kind: 'input', index }, index, '≤', condition.reached, constant(HUNDRED), HUNDRED);
}

/** 完成率≥90%得满分 of a target of 90 %: the rate is what the target is about. */
export function isTargetAsked(context: Context, { value }: TargetValue): boolean {
  const isFull = (amount: Amount): boolean => {
    const points = context.pointsValue(amount);
    return points === context.full || (points !== null && context.full !== null && equal(points, context.full));
  };
  return context.clauses.some(
    ({ condition, effect }) =>
      condition?.kind === 'limits' &&
      condition.limits.some(({ reference }) => reference.kind === 'number' && equal(reference.measure.value, value)) &&
      effect.kind === 'award' &&
      effect.amounts.some(isFull),
  );
}
