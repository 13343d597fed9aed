import { isOne } from '../exact';
import { choose, constant, minus, NOTHING, operate, times, type Expression } from '../expression';
import { DAY_UNITS, MONTH_UNITS, POINT_UNITS, WEEK_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type Effect, type StepBasis } from '../syntax';
import { withoutTail } from '../tail';
import { interchangeable, type Context } from './context';
import { asStretch, unitOfLimits } from './quantities';
import { dayBy } from './limits';
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
  const { count, index, kind, continuous, relative, guard } = countSteps(context, clause, step, anchor);
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
export function beyondLimit(basis: StepBasis, own: Limits | null, earns = false): StepBasis {
  const [limit] = own?.limits ?? [];
  // 超过目标每1%加0.1分: each percent beyond the target.
  if (basis.direction === 'event' && limit?.reference.kind === 'target' && isShare(basis.size.unit)) {
    return { ...basis, direction: /[>≥]/u.test(limit.comparison) ? 'over' : 'short' };
  }
  const unit = own ? unitOfLimits(own.limits) : null;
  // 不少于4次，每次得1分: each of them, and not only those beyond the fourth.
  if (earns && limit?.comparison === '≥') return basis;
  if (basis.direction !== 'event' || !limit || unit === null || basis.size.unit === null) return basis;
  if (!interchangeable(unit, basis.size.unit) || limit.comparison === '=') return basis;
  // 10次以内每次扣0.5分: each of the ten, or each that is missing?
  if (limit.comparison === '≤') return refuse('not-understood', basis.words);
  return { ...basis, direction: /[>≥]/u.test(limit.comparison) ? 'over' : 'short' };
}

function countSteps(context: Context, clause: Clause, step: Step, anchor: Anchor): Counted {
  const { unit } = step.basis.size;
  const basis = beyondLimit(step.basis, limitsIn(clause.condition), step.verb === 'award');
  if (anchor.condition?.kind === 'rank' && /^[名位]$|名次$|位次$/u.test(unit === '个' ? basis.words : (unit ?? '')))
    return context.rare.countPlaces(context, clause, basis, anchor.condition);
  if (basis.direction === 'over' && isTimeUnit(unit)) {
    const late = countLateness(context, clause, basis, anchor);
    if (late) return late;
  }
  const stated = limitsIn(clause.condition);
  const own = stated && asStretch(context, stated);
  const astray = basis.direction === 'off' ? context.rare.countAstray(context, clause, basis, anchor) : null;
  if (astray) return astray;
  if (basis.direction !== 'event') {
    const difference = countDifference(context, clause, basis, anchor, own);
    if (difference) return difference;
    if (basis.direction === 'off') return refuse('not-understood', basis.words, clause.span);
  }
  const change = basis.direction === 'event' ? null : context.rare.countChange(context, clause, basis);
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
  const day = dayBy(context, date, basis.words);
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
  return context.rare.countDays(context, clause, basis, day);
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
