import { add, compare, equal, HUNDRED, isZero, maximum, ZERO, type Ratio } from '../exact';
import { constant, minus, operate, type Expression } from '../expression';
import { POINT_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type Limit, type StepBasis } from '../syntax';
import { interchangeable, isCounter, type Context } from './context';
import { limitsIn, quantityIndex, type Anchor, type Counted } from './difference';
import { asStretch, quantityOf, threshold, unitOfLimits } from './quantities';

type Limits = Extract<Condition, { kind: 'limits' }>;

/** A rate of being off, which is the value itself. */
const DEVIATION = /偏[差离移]|差[异额]|变[动化]|误差|波动|浮动|调整|增减|增长|增幅|节约/u;

function isShare(unit: string | null): boolean {
  return unit === '%' || (unit !== null && POINT_UNITS.has(unit));
}

/** 在±5%以内: of a deviation itself, or around the target, in its own unit or in percent of it. */
export function aroundTarget(context: Context, condition: Limits): Limits {
  const { target, mainUnit, name } = context;
  const unit = unitOfLimits(condition.limits);
  const values = condition.limits.flatMap(({ reference }) =>
    reference.kind === 'number' ? [reference.measure.value] : [],
  );
  const plain = condition.limits.map(({ comparison, reference, soft }): Limit => ({ comparison, reference, soft }));
  const isNamed = DEVIATION.test(condition.subject) || DEVIATION.test(name);
  if (target === null && !isNamed) return refuse('target-missing', condition.words);
  const most = values.reduce(maximum, ZERO);
  const fits = target !== null && compare(target.value, most) <= 0;
  const isItself = isShare(unit) ? isNamed && mainUnit === '%' && fits : fits;
  if (target === null || isItself || isZero(target.value)) return { ...condition, limits: plain };
  const moved = (limit: Limit, reference: (value: Ratio) => Limit['reference']): Limit =>
    limit.reference.kind === 'number' ? { ...limit, reference: reference(limit.reference.measure.value) } : limit;
  if (unit !== null && mainUnit !== null && interchangeable(unit, mainUnit)) {
    // 偏差率±10% of 80 %: ten points, or a tenth of it?
    const isClear = !isNamed || equal(target.value, HUNDRED);
    if (isShare(unit) && (!isClear || /[<≤]/u.test(target.comparison)))
      return refuse('not-understood', condition.words);
    const limits = plain.map((limit) =>
      moved(limit, (value) => ({ kind: 'number', measure: { value: add(target.value, value), unit } })),
    );
    return { ...condition, subject: '', limits };
  }
  if (!isShare(unit) || mainUnit === null || mainUnit === '%') return refuse('unit-clash', condition.words);
  const limits = plain.map((limit) =>
    moved(limit, (value) => ({ kind: 'target', share: add(HUNDRED, value), words: condition.words })),
  );
  return { ...condition, subject: '', limits };
}

/** 95%—105%得满分，每偏离1个百分点扣1分: how far outside, on either side. Null where nothing has two ends. */
export function countAstray(context: Context, clause: Clause, basis: StepBasis, anchor: Anchor): Counted | null {
  const found = limitsIn(anchor.condition);
  if (!found || basis.reference !== null || anchor.clause === null) return null;
  const condition = asStretch(context, found);
  const low = condition.limits.find(({ comparison }) => /[>≥]/u.test(comparison));
  const high = condition.limits.find(({ comparison }) => /[<≤]/u.test(comparison));
  if (condition.limits.length !== 2 || !low || !high) return null;
  const [from, to] = [threshold(context, low.reference), threshold(context, high.reference)];
  const quantity = quantityOf(context, condition);
  const index = quantityIndex(quantity);
  const { unit } = basis.size;
  const known = unitOfLimits(condition.limits) ?? context.valueUnit(condition.subject);
  const ofTarget = low.reference.kind === 'target';
  if (index === null || quantity.kind !== 'input' || !from.value || !to.value) return null;
  const fits = isShare(unit)
    ? ofTarget || known === '%'
    : known === unit || (known !== null && unit !== null && interchangeable(known, unit));
  if (!fits) return refuse('unit-clash', basis.words, clause.span);
  context.band({
    clause: context.indexOf(anchor.clause),
    input: index,
    low: { at: from.value, included: true, soft: false },
    high: { at: to.value, included: true, soft: false },
    points: null,
    full: true,
  });
  const outside: Expression = operate('max', minus(from.expression, quantity), minus(quantity, to.expression));
  const amount = operate('max', constant(ZERO), outside);
  return {
    count: {
      kind: 'steps',
      amount:
        ofTarget && isShare(unit)
          ? operate('multiply', operate('divide', amount, context.targetExpression()), constant(HUNDRED))
          : amount,
      size: basis.size.value,
    },
    index,
    kind: 'value',
    continuous: isShare(unit) || !isCounter(unit),
    relative: ofTarget,
    guard: null,
  };
}
