import { isOne, ZERO } from '../exact';
import { constant, minus, NOTHING, operate, type Expression } from '../expression';
import { DAY_UNITS, LATE_WORDS, MONTH_UNITS, WEEK_UNITS } from '../lexicon';
import type { Clause, Condition, StepBasis } from '../syntax';
import { interchangeable, type Context } from './context';
import type { Anchor, Counted } from './difference';
import { dayBy } from './limits';
import { countDays } from './rare-steps';

export const LATE = new RegExp(LATE_WORDS, 'u');

function latenessUnit(unit: string): string {
  return MONTH_UNITS.has(unit) ? '个月' : WEEK_UNITS.has(unit) ? '周' : '天';
}

/** Makes the count of days late known before other clauses speak of it. */
export function registerLateness(context: Context, basis: StepBasis, conditions: readonly (Condition | null)[]): void {
  const { unit } = basis.size;
  if (!LATE.test(basis.words)) return;
  if (conditions.some((condition) => condition?.kind === 'deadline' && condition.date !== null)) return;
  if (context.targetDay !== null || context.target) return;
  context.lateness(latenessUnit(unit ?? ''));
}

/** 每推迟1个月: from the deadline where one is known, else a count that must be given. */
export function countLateness(context: Context, clause: Clause, basis: StepBasis, anchor: Anchor): Counted | null {
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
  return countDays(context, clause, basis, day);
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

/** 超5天, 逾期1个月以内: the count of days late that limits speak of, or the days from a day that is known. */
export function latenessOf(context: Context, subject: string, unit: string | null): Expression | null {
  const late = context.findLateness();
  const day = context.deadline;
  if (late === null && subject !== '' && day !== null && unit !== null && !/工作日/u.test(unit)) {
    const index = context.date(day);
    if (MONTH_UNITS.has(unit)) return { kind: 'months', index, from: day };
    if (DAY_UNITS.has(unit))
      return operate('max', constant(ZERO), operate('subtract', { kind: 'input', index }, constant(day)));
  }
  if (subject !== '' && unit !== null && !context.target && day === null)
    return { kind: 'input', index: context.lateness(unit) };
  if (late !== null && unit !== null && (DAY_UNITS.has(unit) || unit === context.inputs[late]?.unit)) {
    return { kind: 'input', index: late };
  }
  return null;
}
