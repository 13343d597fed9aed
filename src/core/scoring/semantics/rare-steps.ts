import { compare, multiply, ONE, ratio } from '../exact';
import { constant, minus, NOTHING, operate, type Expression } from '../expression';
import { MONTH_UNITS, POINT_UNITS, WEEK_UNITS } from '../lexicon';
import { refuse, type Clause, type Condition, type StepBasis } from '../syntax';
import type { Context } from './context';
import type { Counted } from './difference';

/** 第1名得10分，每下降一个名次扣1分: places from the one that earns the full mark. */
export function countPlaces(
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
export function countChange(context: Context, clause: Clause, basis: StepBasis): Counted | null {
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

/** Days or months from a day that is known. */
export function countDays(context: Context, clause: Clause, { size }: StepBasis, day: number): Counted {
  const unit = size.unit ?? '';
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
