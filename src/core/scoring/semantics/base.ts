import { compare, equal, HUNDRED } from '../exact';
import { choose, type Expression, type Test } from '../expression';
import { POINT_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type Limit } from '../syntax';
import { alternatives, bodyOf } from './alternatives';
import { interchangeable, type Context } from './context';
import { lowerCondition } from './limits';
import { unitOfLimits } from './quantities';
import { beyondLimit, wordsOf } from './steps';
import { limitsIn } from './difference';

/** What steps do to the stretch on which the base is earned. */
interface Opened {
  /** Counted downwards or upwards from it, and taken off: the base holds on that side too. */
  readonly low: boolean;
  readonly high: boolean;
  /** Added on top of it: the base must have been earned. */
  readonly raised: boolean;
  readonly sunk: boolean;
}

function openedBy(steps: readonly Clause[], unit: string | null): Opened {
  const opened = { low: false, high: false, raised: false, sunk: false };
  for (const { effect, condition } of steps) {
    if (effect.kind !== 'step') continue;
    const basis = beyondLimit(effect.basis, limitsIn(condition));
    const own = basis.size.unit;
    const isSame =
      basis.reference !== null ||
      own === '%' ||
      own === null ||
      (POINT_UNITS.has(own) ? unit === '%' || unit === null : unit === null || interchangeable(unit, own));
    if (basis.direction === 'event' || !isSame) continue;
    const isOver = basis.direction === 'over';
    if (basis.direction === 'off') opened.low = opened.high = true;
    else if (effect.verb === 'deduct') opened[isOver ? 'high' : 'low'] = true;
    else opened[isOver ? 'raised' : 'sunk'] = true;
  }
  return opened;
}

function remaining(limit: Limit, opened: Opened): Limit[] {
  const { comparison, reference } = limit;
  const isWhole =
    reference.kind === 'number' && reference.measure.unit === '%' && equal(reference.measure.value, HUNDRED);
  const { low, high, raised, sunk } = opened;
  if (comparison === '=') {
    // =95% is what is asked for, not all that counts; 合格率100%，每发现1例扣1分 counts what is short of it.
    if (low || high || (!raised && !sunk)) return [];
    return raised && sunk ? [] : [{ ...limit, comparison: raised ? '≥' : '≤' }];
  }
  const isLow = comparison === '≥' || comparison === '>';
  if (isLow ? low : high) return [];
  return isWhole && !low && !high && !raised && !sunk ? [] : [limit];
}

/**
 * 完成80%得60%的分，每增加1%加2%的分 gives nothing to go by below 80 %; 达到95%得10分，每低1%扣1分 does. Null where the base
 * holds whatever was achieved.
 */
function widened(context: Context, { condition }: Clause, steps: readonly Clause[]): Condition | null {
  if (condition?.kind === 'reached') {
    const { low, high, raised } = openedBy(steps, context.mainUnit);
    return context.target && raised && !low && !high ? condition : null;
  }
  if (condition?.kind === 'limits') {
    if (condition.limits.some(({ reference }) => reference.kind === 'named')) return null;
    const opened = openedBy(steps, unitOfLimits(condition.limits));
    const limits = condition.limits.flatMap((limit) => remaining(limit, opened));
    return limits.length === 0 ? null : { ...condition, limits };
  }
  return null;
}

export interface Base {
  readonly gain: Expression;
  /** Where steps count at all; null: everywhere. */
  readonly within: Test | null;
  readonly used: readonly Clause[];
}

/**
 * The base where it is earned. Elsewhere what `others` say (低于按比例得分), 否则不得分, or nothing is known; steps count
 * only from where the base is.
 */
export function baseWithin(
  context: Context,
  award: Clause,
  body: Expression,
  steps: readonly Clause[],
  others: readonly Clause[],
): Base {
  const condition = widened(context, award, steps);
  const [other] = others.filter(({ effect }) => effect.kind !== 'zero');
  if (condition === null) {
    if (other) return refuse('not-understood', wordsOf(other.condition ?? { kind: 'else' }), other.span);
    return { gain: body, within: null, used: [award] };
  }
  // The stretch as stated is what 超过的 and 低于的 after it speak of.
  if (award.condition) lowerCondition(context, award.condition, award);
  const { lastLimit } = context;
  const { test } = lowerCondition(context, condition, award);
  context.lastLimit = lastLimit;
  const apart = others.filter((clause) => clause.condition?.kind === 'else' || isOutside(clause.condition, condition));
  if (other && !apart.includes(other))
    return refuse('not-understood', wordsOf(other.condition ?? { kind: 'else' }), other.span);
  const used = apart.filter(({ effect, condition: asked }) => effect.kind !== 'zero' || asked?.kind === 'else');
  const otherwise = elsewhere(context, used);
  return { gain: choose(test, body, otherwise), within: used.length > 0 ? test : null, used: [award, ...used] };
}

function elsewhere(context: Context, clauses: readonly Clause[]): Expression {
  const [only] = clauses;
  if (!only) return { kind: 'undefined', why: 'gap' };
  const isRest = clauses.length === 1 && only.condition?.kind === 'else';
  return isRest ? bodyOf(context, only).body : alternatives(context, clauses).gain;
}

/** Entirely on the far side of the one limit that is left. */
function isOutside(condition: Condition | null, within: Condition): boolean {
  if (within.kind === 'reached') return condition?.kind === 'reached' && !condition.reached && !condition.partly;
  if (within.kind !== 'limits' || within.limits.length !== 1) return false;
  const [limit] = within.limits;
  const isLow = limit?.comparison === '≥' || limit?.comparison === '>';
  if (condition?.kind === 'reached') return !condition.reached && condition.subject.startsWith('≤') !== isLow;
  return (
    condition?.kind === 'limits' && condition.limits.some((found) => limit !== undefined && isBeyond(found, limit))
  );
}

function isBeyond({ comparison, reference }: Limit, from: Limit): boolean {
  if (reference.kind !== 'number' || from.reference.kind !== 'number') return false;
  const order = compare(reference.measure.value, from.reference.measure.value);
  const isUnder = comparison === '<' || comparison === '≤';
  const wanted = from.comparison === '≥' || from.comparison === '>' ? -1 : 1;
  if (isUnder !== (wanted === -1)) return false;
  return order === wanted || (order === 0 && /^[<>]$/u.test(comparison));
}
