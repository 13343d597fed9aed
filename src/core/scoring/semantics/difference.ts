import { HUNDRED, isZero, type Ratio } from '../exact';
import { constant, minus, NOTHING, operate, type Expression, type Test } from '../expression';
import { POINT_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type StepBasis } from '../syntax';
import { interchangeable, isCounter, type Context } from './context';
import { asStretch, quantityOf, threshold, unitOfLimits } from './quantities';
import { lowerCondition } from './limits';

type Limits = Extract<Condition, { kind: 'limits' }>;

/** What steps are counted from: the limit of the clause that gives the full mark. */
export interface Anchor {
  readonly condition: Condition | null;
  readonly clause: Clause | null;
}

export interface Counted {
  readonly count: Expression;
  readonly index: number;
  readonly kind: 'value' | 'date' | 'count';
  readonly continuous: boolean;
  readonly relative: boolean;
  /** Further words that must hold for the steps to count. */
  readonly guard: Test | null;
}

export function limitsIn(condition: Condition | null): Limits | null {
  if (condition?.kind === 'limits') return condition;
  if (condition?.kind === 'and') {
    const found = condition.items.filter((item): item is Limits => item.kind === 'limits');
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

function wordsIn(condition: Condition | null): string {
  return condition !== null && 'words' in condition ? condition.words : '';
}

interface Start {
  readonly quantity: Expression;
  readonly from: Expression;
  /** The far end of a stretch: 85%-95%每低1%. */
  readonly until: Expression | null;
  readonly value: Ratio | null;
  readonly unit: string | null;
}

/**
 * 不超过2%，每超过1%扣1分: what is asked for, and how far it is missed. 95%以上每低1% is a stretch where others stand beside
 * it, as in 85%-95%每低1%扣1分.
 */
function isAsked(found: Limits, up: boolean, anchor: Anchor, context: Context): boolean {
  const [limit] = found.limits;
  if (found.limits.length !== 1 || !limit) return false;
  const isLow = /[>≥]/u.test(limit.comparison);
  // 每月不少于3次，每少1次扣1分: how often it was less, over the year.
  if (found.words.includes('每') && isCounter(unitOfLimits(found.limits))) return false;
  if (limit.comparison === '=' || isLow === up) return false;
  // 节约率＜0，每超支1%: down here, and counted upwards?
  if (/[<>]/u.test(limit.comparison)) return refuse('not-understood', found.words);
  if (!/以[上下内]|之内/u.test(found.words) || /控制|不[超高低少大小得]/u.test(found.words)) return true;
  const stretches = context.clauses.filter(
    ({ effect, condition }) => effect.kind === 'step' && limitsIn(condition) !== null,
  );
  return anchor.condition === null && stretches.length === 1;
}

function matches(context: Context, unit: string | null, subject: string, stepUnit: string | null): boolean {
  const known = unit ?? context.valueUnit(subject);
  if (stepUnit === '%') return true;
  if (stepUnit !== null && POINT_UNITS.has(stepUnit)) return known === '%' || known === null;
  if (known === null || stepUnit === null) return !isCounter(stepUnit);
  return interchangeable(known, stepUnit);
}

/** Where a difference is measured from: the reference in the step itself, its own condition, the anchor, the target. */
function startOf(context: Context, basis: StepBasis, own: Limits | null, anchor: Anchor, adds: boolean): Start | null {
  const stepUnit = basis.size.unit;
  const up = basis.direction === 'over';
  // 每超平均年龄1岁 after 不大于市级部门人员平均年龄 means that same average.
  if (
    basis.direction === 'off' &&
    (basis.reference || !limitsIn(anchor.condition)) &&
    context.target?.comparison !== '='
  )
    return refuse('not-understood', basis.words);
  const stated = limitsIn(anchor.condition)?.limits.some(({ reference }) => reference.kind === 'named') ?? false;
  if (basis.reference && !(basis.reference.kind === 'named' && stated)) {
    const subject = own?.subject ?? limitsIn(anchor.condition)?.subject ?? '';
    const quantity = context.quantity(subject, null);
    const { expression, value } = threshold(context, basis.reference);
    return {
      quantity,
      from: expression,
      until: null,
      value,
      unit: context.valueUnit(subject),
    };
  }
  for (const [found, isOwn] of [
    [own, true],
    [limitsIn(anchor.condition), false],
  ] as const) {
    if (!found) continue;
    const condition = asStretch(context, found);
    // 每缺1项 counts what is missing, unless its own clause or the row says of how many.
    if (!isOwn && /^(?:缺|漏)/u.test(basis.words) && !isOfTarget(context, stepUnit)) continue;
    const unit = unitOfLimits(condition.limits);
    if (!matches(context, unit, condition.subject, stepUnit)) continue;
    if (basis.direction === 'off' && (isOwn || !meetsExactly(condition))) return null;
    const asked = isOwn && isAsked(condition, up, anchor, context);
    const near = condition.limits.find(({ comparison }) =>
      ((isOwn && !asked) || (adds && condition.limits.length === 1)) === up
        ? /[>≥=]/u.test(comparison)
        : /[<≤=]/u.test(comparison),
    );
    // 95%以上每低1%: a stretch below the full mark, from the target (or 100 %) down to 95 %.
    const far = condition.limits.find((limit) => limit !== near);
    if (near) {
      const quantity = quantityOf(context, condition);
      const { expression, value } = threshold(context, near.reference);
      const end = isOwn && far ? threshold(context, far.reference).expression : null;
      return {
        quantity,
        from: expression,
        until: end,
        value,
        unit: unit ?? context.valueUnit(condition.subject),
      };
    }
    if (isOwn && far) {
      const { expression } = threshold(context, far.reference);
      const top = ladderTop(context, unit);
      if (!top) return null;
      return { quantity: quantityOf(context, condition), from: top, until: expression, value: null, unit };
    }
  }
  return null;
}

/** 24次 in the row, and 每缺1次: the achieved value is so many of them. */
export function isOfTarget({ target, mainUnit }: Context, unit: string | null): boolean {
  return (
    target !== null && !isZero(target.value) && mainUnit !== null && unit !== null && interchangeable(mainUnit, unit)
  );
}

/** What is off is off from one value; of ≥90% nobody can say how far above it is too far. */
function meetsExactly({ limits }: Limits): boolean {
  return limits.length === 1 && limits[0]?.comparison === '=';
}

function ladderTop(context: Context, unit: string | null): Expression | null {
  if (context.target && (context.mainUnit === unit || context.mainUnit === null)) return context.targetExpression();
  return unit === '%' ? constant(HUNDRED) : null;
}

export function countDifference(
  context: Context,
  clause: Clause,
  basis: StepBasis,
  anchor: Anchor,
  own: Limits | null,
): Counted | null {
  const stepUnit = basis.size.unit;
  // 50%起每完成10%: not from nothing.
  if (basis.reference?.kind === 'number' && (own !== null || /\d/u.test(wordsIn(clause.condition))))
    return refuse('not-understood', basis.words, clause.span);
  const adds = clause.effect.kind === 'step' && clause.effect.verb !== 'deduct';
  const start = startOf(context, basis, own, anchor, adds) ?? fromTarget(context, basis, anchor, adds);
  if (!start) return null;
  const { quantity, from, until } = start;
  const up = basis.direction === 'over';
  const index = quantityIndex(quantity);
  if (index === null) return null;
  const clipped = until === null ? quantity : operate(up ? 'min' : 'max', quantity, until);
  const beyond = minus(clipped, from);
  const short = minus(from, clipped);
  const difference =
    basis.direction === 'off' ? operate('max', short, beyond) : operate('max', NOTHING, up ? beyond : short);
  const named = context.inputs[index]?.name ?? '';
  const isRate = stepUnit === '%' && /[率度速]$|占?比例?$/u.test(named);
  const valueUnit = start.unit ?? context.inputs[index]?.unit ?? (isRate ? '%' : null);
  const relative =
    stepUnit === '%' &&
    (basis.relative ||
      (valueUnit !== '%' && valueUnit !== null) ||
      (valueUnit === null && !context.inputs[index]?.unit));
  if (relative && start.value === null && from.kind !== 'input')
    return refuse('target-missing', basis.words, clause.span);
  if (relative && start.value && isZero(start.value)) return refuse('not-understood', basis.words, clause.span);
  const amount = relative ? operate('multiply', operate('divide', difference, from), constant(HUNDRED)) : difference;
  const input = context.inputs[index];
  if (input && input.unit === null && stepUnit !== null) input.unit = POINT_UNITS.has(stepUnit) ? '%' : stepUnit;
  return {
    count: { kind: 'steps', amount, size: basis.size.value },
    index,
    kind: 'value',
    continuous:
      relative || stepUnit === '%' || (stepUnit !== null && POINT_UNITS.has(stepUnit)) || !isCounter(stepUnit),
    relative,
    guard: guardOf(context, clause, own),
  };
}

/** 项目未完成且低于60%的，每低1%: the words beside the limit must hold too. */
function guardOf(context: Context, clause: Clause, own: Limits | null): Test | null {
  if (clause.condition?.kind !== 'and' || own === null) return null;
  const rest = clause.condition.items.filter((item) => item !== own);
  const [only] = rest;
  if (!only) return null;
  return lowerCondition(context, rest.length === 1 ? only : { kind: 'and', items: rest }, clause).test;
}

function fromTarget(context: Context, basis: StepBasis, anchor: Anchor, adds: boolean): Start | null {
  if (!context.target) return null;
  const stepUnit = basis.size.unit;
  const anchored = limitsIn(anchor.condition);
  if (anchored !== null) return null;
  // 达到目标值得满分，每少1次扣0.5分 of a target without a unit: so many fewer than the target.
  const { condition } = anchor;
  const isMeant =
    context.mainUnit === null &&
    condition?.kind === 'reached' &&
    /^[少低减未]/u.test(basis.words) &&
    /目标|计划|指标/u.test(condition.words);
  if (!isMeant && !matches(context, context.mainUnit, '', stepUnit)) return null;
  // 每下降0.1个百分点扣1分 of a target of 0: the fall itself is given, and nothing is less than none.
  if (!adds && basis.direction === 'short' && isZero(context.target.value))
    return isCounter(stepUnit) ? null : refuse('proportion-direction', basis.words);
  return {
    quantity: { kind: 'input', index: context.value('', context.mainUnit) },
    from: context.targetExpression(),
    until: null,
    value: context.target.value,
    unit: context.mainUnit,
  };
}

export function quantityIndex(quantity: Expression): number | null {
  if (quantity.kind === 'input') return quantity.index;
  if (quantity.kind === 'multiply' || quantity.kind === 'divide') return quantityIndex(quantity.left);
  return null;
}
