import { compare, HUNDRED, isOne, isZero, multiply, ONE, ratio, type Ratio } from '../exact';
import { choose, constant, minus, NOTHING, operate, times, type Expression, type Test } from '../expression';
import { DAY_UNITS, MONTH_UNITS, POINT_UNITS, WEEK_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type Effect, type StepBasis } from '../syntax';
import { withoutTail } from '../tail';
import { interchangeable, isCounter, type Context } from './context';
import { asStretch, deadlineDay, lowerCondition, quantityOf, threshold, unitOfLimits } from './limits';

type Step = Extract<Effect, { kind: 'step' }>;
type Limits = Extract<Condition, { kind: 'limits' }>;

/** What steps are counted from: the limit of the clause that gives the full mark. */
export interface Anchor {
  readonly condition: Condition | null;
  readonly clause: Clause | null;
}

const LATE = /逾期|推迟|延迟|延期|延后|延误|滞后|拖延|迟延|超期|晚|迟/u;

function isTimeUnit(unit: string | null): boolean {
  return unit !== null && (DAY_UNITS.has(unit) || WEEK_UNITS.has(unit) || MONTH_UNITS.has(unit));
}

/** Points for each step × the number of steps. */
export function lowerStep(context: Context, clause: Clause, step: Step, anchor: Anchor): Expression {
  const [amount] = step.amounts;
  if (!amount || step.amounts.length > 1) return refuse('not-understood', step.basis.words, clause.span);
  const points = context.points(amount);
  const value = context.pointsValue(amount);
  const { count, index, kind, continuous, relative, guard } = countSteps(context, clause, step.basis, anchor);
  if (value !== null) {
    context.facts.steps.push({
      clause: context.indexOf(clause),
      index,
      continuous,
      kind,
      points: value,
      size: step.basis.size.value,
      relative,
    });
  }
  const total = context.say(
    step.verb === 'deduct' ? 'step-deduct' : 'step-add',
    clause,
    { count, points, words: step.basis.words, size: constant(step.basis.size.value), unit: step.basis.size.unit ?? '' },
    times(count, points),
  );
  return guard ? choose(guard, total, NOTHING) : total;
}

interface Counted {
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

/** 超过3天每天扣0.5分: each day beyond the third. */
export function beyondLimit(basis: StepBasis, own: Limits | null): StepBasis {
  const [limit] = own?.limits ?? [];
  // 超过目标每1%加0.1分: each percent beyond the target.
  if (basis.direction === 'event' && limit?.reference.kind === 'target' && isShare(basis.size.unit)) {
    return { ...basis, direction: /[>≥]/u.test(limit.comparison) ? 'over' : 'short' };
  }
  const unit = own ? unitOfLimits(own.limits) : null;
  if (basis.direction !== 'event' || !limit || unit === null || basis.size.unit === null) return basis;
  if (!interchangeable(unit, basis.size.unit) || limit.comparison === '=') return basis;
  // 10次以内每次扣0.5分: each of the ten, or each that is missing?
  if (limit.comparison === '≤') return refuse('not-understood', basis.words);
  return { ...basis, direction: /[>≥]/u.test(limit.comparison) ? 'over' : 'short' };
}

function countSteps(context: Context, clause: Clause, given: StepBasis, anchor: Anchor): Counted {
  const { unit } = given.size;
  const basis = beyondLimit(given, limitsIn(clause.condition));
  if (anchor.condition?.kind === 'rank' && /^[名位]$|名次$|位次$/u.test(unit === '个' ? basis.words : (unit ?? '')))
    return countPlaces(context, clause, basis, anchor.condition);
  if (basis.direction === 'over' && isTimeUnit(unit)) {
    const late = countLateness(context, clause, basis, anchor);
    if (late) return late;
  }
  const stated = limitsIn(clause.condition);
  const own = stated && asStretch(context, stated);
  if (basis.direction !== 'event') {
    const difference = countDifference(context, clause, basis, anchor, own);
    if (difference) return difference;
    if (basis.direction === 'off') return refuse('not-understood', basis.words, clause.span);
  }
  const change = countChange(context, clause, basis);
  if (change) return change;
  if (unit !== null && (unit === '%' || POINT_UNITS.has(unit))) {
    return refuse('target-missing', basis.words, clause.span);
  }
  // Things that are counted: 每缺1项, 每发现一处, 每例.
  if (
    clause.condition !== null &&
    !['words', 'reached', 'count', 'deadline'].includes(clause.condition.kind) &&
    own === null
  ) {
    if (clause.condition.kind !== 'and' && clause.condition.kind !== 'or') {
      refuse('not-understood', basis.words, clause.span);
    }
  }
  const subject = clause.condition ? wordsOf(clause.condition) : '';
  const index = context.count(nameOfCount(subject, basis), unit);
  return {
    count: { kind: 'steps', amount: { kind: 'input', index }, size: basis.size.value },
    index,
    kind: 'count',
    continuous: false,
    relative: false,
    guard: null,
  };
}

/** 第1名得10分，每下降一个名次扣1分: places from the one that earns the full mark. */
function countPlaces(
  context: Context,
  clause: Clause,
  basis: StepBasis,
  rank: Extract<Condition, { kind: 'rank' }>,
): Counted {
  const worse = /[降后退低]/u.test(basis.words);
  if (worse === /[升提前进高]/u.test(basis.words) || rank.to === null)
    return refuse('not-understood', basis.words, clause.span);
  const index = context.value('排名', '名');
  const place: Expression = { kind: 'input', index };
  const amount = operate('max', NOTHING, worse ? minus(place, constant(rank.to)) : minus(constant(rank.from), place));
  return {
    count: { kind: 'steps', amount, size: basis.size.value },
    index,
    kind: 'value',
    continuous: false,
    relative: false,
    guard: null,
  };
}

/** 不良率较年初每下降0.01个百分点: the change itself is the value, a fall being negative. */
function countChange(context: Context, clause: Clause, basis: StepBasis): Counted | null {
  if (basis.direction === 'event') return null;
  const unit = basis.size.unit !== null && POINT_UNITS.has(basis.size.unit) ? '百分点' : basis.size.unit;
  const words = clause.condition === null ? changeBefore(context, clause) : changeIn(clause.condition, basis);
  if (words === null) return null;
  const index = context.value(`${words}变化`, unit);
  const value: Expression = { kind: 'input', index };
  const amount = operate('max', NOTHING, basis.direction === 'over' ? value : minus(NOTHING, value));
  return {
    count: { kind: 'steps', amount, size: basis.size.value },
    index,
    kind: 'value',
    continuous: true,
    relative: false,
    guard: null,
  };
}

const CHANGE =
  /^(.{1,20}?(?:较|比|同比|环比)于?(?:上年同期|上年|去年同期|去年|年初|上期|上季度|上月|同期|基期)?)(?:(?:有所)?(上升|增加|增长|提高)|(?:有所)?(?:下降|减少|降低))?的?$/u;

/** 发案率同比上升的，每上升1个百分点: what changes, and never against its own direction. */
function changeIn(condition: Condition, basis: StepBasis): string | null {
  const found = condition.kind === 'words' ? CHANGE.exec(condition.words) : null;
  const [whole = '', words = '', up] = found ?? [];
  if (!found || words === '') return null;
  const isTold = whole.replace(/的$/u, '') !== words;
  return isTold && (up !== undefined) !== (basis.direction === 'over') ? null : words;
}

/** 较上年每上升1%扣1分，每下降1%加0.5分: the same change. */
function changeBefore({ clauses }: Context, clause: Clause): string | null {
  const before = clauses[clauses.indexOf(clause) - 1];
  if (before?.effect.kind !== 'step' || before.condition === null) return null;
  return changeIn(before.condition, before.effect.basis);
}

export function wordsOf(condition: Condition): string {
  switch (condition.kind) {
    case 'words':
    case 'count':
    case 'reached':
    case 'deadline':
      return condition.words;
    case 'limits':
      return condition.subject;
    case 'and':
    case 'or':
      return condition.items.map(wordsOf).join(condition.kind === 'and' ? '，' : '或');
    default:
      return '';
  }
}

function nameOfCount(subject: string, basis: StepBasis): string {
  const own = withoutTail(
    basis.words.replace(/[\d.]+|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+(?=[个处项次人例起])/gu, ''),
  );
  const words = own.replace(new RegExp(`^(?:有|发现|发生|出现)?${basis.size.unit ?? ''}$`, 'u'), '');
  if (words === '' || words === subject) return subject === '' ? own : subject;
  return subject === '' ? words : `${subject}，${words}`;
}

function latenessUnit(unit: string): string {
  return MONTH_UNITS.has(unit) ? '个月' : WEEK_UNITS.has(unit) ? '周' : '天';
}

/** Makes the count of days late known before other clauses speak of it. */
export function registerLateness(context: Context, basis: StepBasis, conditions: readonly (Condition | null)[]): void {
  const { unit } = basis.size;
  if (!isTimeUnit(unit) || basis.direction !== 'over' || !LATE.test(basis.words)) return;
  if (conditions.some((condition) => condition?.kind === 'deadline' && condition.date !== null)) return;
  if (context.targetDay !== null || context.target) return;
  context.lateness(latenessUnit(unit ?? ''));
}

/** 每推迟1个月: from the deadline where one is known, else a count that must be given. */
function countLateness(context: Context, clause: Clause, basis: StepBasis, anchor: Anchor): Counted | null {
  const { size } = basis;
  const unit = size.unit ?? '';
  const condition = [clause.condition, anchor.condition].find((found) => found?.kind === 'deadline');
  const spoken = LATE.test(basis.words) || condition !== undefined;
  if (!spoken) return null;
  const date = condition?.kind === 'deadline' ? condition.date : null;
  const day = date ? deadlineDay(context, date, basis.words) : context.targetDay;
  if (day === null) {
    const known = timeLimit(context, basis);
    if (known) return known;
    const index = context.lateness(latenessUnit(unit));
    return {
      count: { kind: 'steps', amount: { kind: 'input', index }, size: size.value },
      index,
      kind: 'count',
      continuous: false,
      relative: false,
      guard: null,
    };
  }
  if (/工作日/u.test(unit)) refuse('unsupported', unit, clause.span);
  const index = context.date(day);
  const amount: Expression = MONTH_UNITS.has(unit)
    ? { kind: 'months', index, from: day }
    : operate('max', NOTHING, minus({ kind: 'input', index }, constant(day)));
  return {
    count: { kind: 'steps', amount, size: WEEK_UNITS.has(unit) ? multiply(size.value, ratio(7)) : size.value },
    index,
    kind: 'date',
    continuous: MONTH_UNITS.has(unit) || WEEK_UNITS.has(unit) || compare(size.value, ONE) > 0,
    relative: false,
    guard: null,
  };
}

/** A target of so many days (20日) makes the number of days the achieved value. */
function timeLimit(context: Context, basis: StepBasis): Counted | null {
  const { target } = context;
  const unit = basis.size.unit ?? '';
  if (!target || context.mainUnit === null || !interchangeable(context.mainUnit, unit)) return null;
  const index = context.value('', context.mainUnit);
  const amount = operate('max', NOTHING, minus({ kind: 'input', index }, context.targetExpression()));
  return {
    count: { kind: 'steps', amount, size: basis.size.value },
    index,
    kind: 'value',
    continuous: !isOne(basis.size.value),
    relative: false,
    guard: null,
  };
}

interface Start {
  readonly quantity: Expression;
  readonly from: Expression;
  /** The far end of a stretch: 85%-95%每低1%. */
  readonly until: Expression | null;
  readonly value: Ratio | null;
  readonly unit: string | null;
}

function isShare(unit: string | null): boolean {
  return unit === '%' || (unit !== null && POINT_UNITS.has(unit));
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
    // 每缺1项 counts what is missing, unless its own clause says of how many.
    if (!isOwn && /^(?:缺|漏)/u.test(basis.words)) continue;
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

/** What is off is off from one value; of ≥90% nobody can say how far above it is too far. */
function meetsExactly({ limits }: Limits): boolean {
  return limits.length === 1 && limits[0]?.comparison === '=';
}

function ladderTop(context: Context, unit: string | null): Expression | null {
  if (context.target && (context.mainUnit === unit || context.mainUnit === null)) return context.targetExpression();
  return unit === '%' ? constant(HUNDRED) : null;
}

function countDifference(
  context: Context,
  clause: Clause,
  basis: StepBasis,
  anchor: Anchor,
  own: Limits | null,
): Counted | null {
  const stepUnit = basis.size.unit;
  const adds = clause.effect.kind === 'step' && clause.effect.verb !== 'deduct';
  const start = startOf(context, basis, own, anchor, adds) ?? fromTarget(context, basis, anchor);
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

function fromTarget(context: Context, basis: StepBasis, anchor: Anchor): Start | null {
  if (!context.target) return null;
  const stepUnit = basis.size.unit;
  const anchored = limitsIn(anchor.condition);
  if (anchored !== null) return null;
  if (!matches(context, context.mainUnit, '', stepUnit)) return null;
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
