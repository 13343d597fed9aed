import { choose, constant, NOTHING, times, type Expression } from '../expression';
import { DAY_UNITS, MONTH_UNITS, POINT_UNITS, WEEK_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type Effect, type StepBasis } from '../syntax';
import { withoutTail } from '../tail';
import { interchangeable, type Context } from './context';
import { asStretch, unitOfLimits } from './quantities';
import { countDifference, isOfTarget, limitsIn, type Anchor, type Counted } from './difference';
type Step = Extract<Effect, { kind: 'step' }>;
type Limits = Extract<Condition, { kind: 'limits' }>;

/** Steps of days and months may be counted from a day. */
export function isLateness({ direction, size: { unit } }: StepBasis): boolean {
  return (
    direction === 'over' && unit !== null && (DAY_UNITS.has(unit) || WEEK_UNITS.has(unit) || MONTH_UNITS.has(unit))
  );
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
  const spoken = beyondLimit(step.basis, limitsIn(clause.condition), step.verb === 'award');
  // 每有1项未完成, of 10 in the row: each that is missing.
  const isUndone = /^未[完开实建]/u.test(spoken.words) && clause.condition === null && isOfTarget(context, unit);
  const basis = isUndone ? { ...spoken, direction: 'short' as const } : spoken;
  if (anchor.condition?.kind === 'rank' && /^[名位]$|名次$|位次$/u.test(unit === '个' ? basis.words : (unit ?? '')))
    return context.rare.countPlaces(context, clause, basis, anchor.condition);
  const late = isLateness(basis) ? context.rare.countLateness(context, clause, basis, anchor) : null;
  if (late) return late;
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
