import { compare, isOne, multiply, ONE, ratio } from '../exact';
import { choose, constant, minus, NOTHING, operate, times, type Expression } from '../expression';
import { DAY_UNITS, MONTH_UNITS, POINT_UNITS, WEEK_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type Effect, type StepBasis } from '../syntax';
import { withoutTail } from '../tail';
import { interchangeable, type Context } from './context';
import { asStretch, unitOfLimits } from './quantities';
import { deadlineDay } from './limits';

import { countDifference, limitsIn, type Anchor, type Counted } from './difference';
type Step = Extract<Effect, { kind: 'step' }>;
type Limits = Extract<Condition, { kind: 'limits' }>;

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

function isShare(unit: string | null): boolean {
  return unit === '%' || (unit !== null && POINT_UNITS.has(unit));
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
