import { compare, equal, isOne, ZERO, type Ratio } from '../exact';
import { COUNTERS } from '../lexicon';
import { EVENT, TIME } from '../grammar/atoms';
import type { Clause, Condition, Direction, Limit, Measure, StepBasis } from '../syntax';
import { withoutTail } from '../tail';
import { interchangeable, polarity, sameSubject } from './context';
import { withListedPoints, withMetCounts } from './met';
import { unitOfLimits } from './quantities';
import { LATE } from './lateness';
import { NONE } from './rungs';

/** Clauses that are rungs of one ladder, read together: listed points, what is met, one count, what is missing. */
export function withRungs(clauses: readonly Clause[], weight: Ratio | null, unit: string | null): readonly Clause[] {
  return withTimedSteps(withShortSteps(withOneCount(withMetCounts(withListedPoints(clauses, weight))), unit));
}

interface Rung {
  readonly clause: Clause;
  readonly limits: readonly Limit[];
  readonly unit: string;
  readonly subject: string;
  readonly isEvent: boolean;
}

/** 发生, 出现 …: says that it happened, not what. */
const HAPPENED = /^(?:有|发生|出现|发现|存在|查实|产生|被)+/u;

function rungOf(clause: Clause): Rung | null {
  const { condition, effect } = clause;
  if (!['award', 'zero', 'deduct', 'keep'].includes(effect.kind)) return null;
  if (condition?.kind === 'count') {
    const { measure, ordered, words } = condition;
    if (measure.unit === null) return null;
    const limit: Limit = {
      comparison: ordered ? '≥' : '=',
      reference: { kind: 'number', measure },
      soft: false,
    };
    return { clause, limits: [limit], unit: measure.unit, subject: words, isEvent: true };
  }
  if (condition?.kind !== 'limits') return null;
  const unit = unitOfLimits(condition.limits);
  if (unit === null || !COUNTERS.has(unit) || TIME.test(unit)) return null;
  if (condition.limits.some(({ reference }) => reference.kind !== 'number')) return null;
  return { clause, limits: condition.limits, unit, subject: condition.subject, isEvent: EVENT.test(condition.subject) };
}

function noun(subject: string): string {
  return withoutTail(polarity(subject.replace(HAPPENED, '')).bare.replace(HAPPENED, '').replace(/^零/u, ''), [
    ',',
    '的',
  ]);
}

/** 未发生, 零事故 beside 发生1起: none of it. */
function isNone({ condition }: Clause, of: string): boolean {
  if (condition?.kind !== 'words' && condition?.kind !== 'reached') return false;
  const { words } = condition;
  if (!NONE.test(words) || words.length > 12) return false;
  const own = noun(words).replace(/^(?:开展|组织|完成|举办|召开|实施)$/u, '');
  return own === '' || of === '' || own.includes(of) || of.includes(own);
}

/**
 * 1次扣1分，2次扣3分，3次及以上不得分: readings of one count, whose name stands once. What is one count is asked for once.
 * Clauses that are no such ladder stay as they are.
 */
function withOneCount(clauses: readonly Clause[]): readonly Clause[] {
  const sections = [...new Set(clauses.map(({ section }) => section))];
  return sections.reduce((list, section) => oneCount(list, (clause) => clause.section === section), clauses);
}

function oneCount(clauses: readonly Clause[], isIn: (clause: Clause) => boolean): readonly Clause[] {
  const rungs = clauses.filter(isIn).flatMap((clause) => rungOf(clause) ?? []);
  const [first] = rungs;
  if (!first || rungs.some(({ unit }) => unit !== first.unit)) return clauses;
  const subjects = rungs.map(({ subject }) => noun(subject)).filter((subject) => subject !== '');
  const [name = ''] = subjects;
  if (subjects.some((subject) => subject !== name && !sameSubject(subject, name))) return clauses;
  const named = clauses.filter((clause) => isIn(clause) && isNone(clause, name));
  const nothings =
    named.length > 0 || !rungs.some(({ isEvent: found }) => found) ? named : soleAward(clauses, rungs, isIn);
  const isBest = ({ effect }: Clause): boolean => effect.kind === 'award' || effect.kind === 'keep';
  // What is best where there is none of it is an event; what earns nothing then is done.
  const isEvent = nothings.some(isBest) || rungs.some((rung) => rung.isEvent || rung.clause.effect.kind === 'deduct');
  const none = nothings.filter((clause) => (isEvent ? isBest(clause) : clause.effect.kind === 'zero'));
  const steps = rungs.filter(({ clause }) => clause.effect.kind === 'deduct');
  if (rungs.length + none.length < 2 || none.length > 1) return clauses;
  // 发现1起扣2分，3起及以上不得分: for each one, up to the third; only the name is shared.
  const isStep = steps.length === 1 && steps[0]?.limits[0]?.comparison === '=';
  // 3次得5分，2次得3分: a value like any other.
  if (!isEvent && none.length === 0) return clauses;
  const fullest = rungs.map(({ subject }) => subject).find((subject) => noun(subject) !== '') ?? first.subject;
  const subject = fullest === '' && isEvent ? '发生' : fullest;
  const top = rungs.reduce((most, rung) => (compare(valueOf(rung), valueOf(most)) > 0 ? rung : most), first);
  return clauses.map((clause): Clause => {
    const rung = rungs.find((found) => found.clause === clause);
    if (none.includes(clause) && !isStep)
      return { ...clause, condition: limitsOf(subject, isEvent, [nothing(first.unit)], clause) };
    if (!rung) return clause;
    if (isStep && clause.effect.kind === 'deduct')
      return { ...clause, condition: countOf(rung, subject) ?? clause.condition };
    // 3次不得分 as the last rung: from the third on.
    const open = rung === top && clause.effect.kind === 'zero' && rung.limits.length === 1;
    const limits = rung.limits.map((limit) =>
      open && limit.comparison === '=' ? { ...limit, comparison: '≥' as const } : limit,
    );
    return { ...clause, condition: limitsOf(subject, isEvent, limits, clause) };
  });
}

/** 符合标准得满分，1项未达标得2分: what earns the most, said first and without a number, is none of it. */
function soleAward(clauses: readonly Clause[], rungs: readonly Rung[], isIn: (clause: Clause) => boolean): Clause[] {
  const awards = clauses.filter(
    (clause) => isIn(clause) && clause.effect.kind === 'award' && rungs.every((rung) => rung.clause !== clause),
  );
  const isLadder = rungs.length > 1 && rungs.some(({ clause }) => clause.effect.kind === 'award');
  return isLadder &&
    awards.length === 1 &&
    awards.every(({ condition }) => condition?.kind === 'words' || condition?.kind === 'reached')
    ? awards
    : [];
}

function valueOf({ limits }: Rung): typeof ZERO {
  const [limit] = limits;
  return limit?.reference.kind === 'number' ? limit.reference.measure.value : ZERO;
}

function nothing(unit: string): Limit {
  return { comparison: '=', reference: { kind: 'number', measure: { value: ZERO, unit } }, soft: false };
}

function limitsOf(subject: string, counted: boolean, limits: readonly Limit[], { condition }: Clause): Condition {
  const words = condition !== null && 'words' in condition ? condition.words : subject;
  return { kind: 'limits', subject, limits, words, ...(counted ? { counted: 'happened' } : {}) };
}

function countOf({ limits, clause }: Rung, subject: string): Condition | null {
  const [limit] = limits;
  if (limit?.reference.kind !== 'number' || equal(limit.reference.measure.value, ZERO)) return null;
  const text = clause.condition !== null && 'words' in clause.condition ? clause.condition.words : subject;
  return { kind: 'count', words: subject, text, measure: limit.reference.measure, ordered: false };
}

/** 完成6个项目得6分，每少1个扣1分: six are asked for, and what falls short of six takes off. */
function asAsked(clause: Clause, clauses: readonly Clause[]): Clause {
  const { condition, effect } = clause;
  if (effect.kind !== 'award' || condition?.kind !== 'count' || condition.ordered || EVENT.test(condition.words))
    return clause;
  const { measure, words, text } = condition;
  const isShort = clauses.some(
    (other) =>
      (other.effect.kind === 'step' && /^少/u.test(other.effect.basis.words)) ||
      (other.effect.kind === 'deduct' && other.condition?.kind === 'count' && /^少/u.test(other.condition.words)),
  );
  const limit: Limit = { comparison: '=', reference: { kind: 'number', measure }, soft: false };
  return isShort ? { ...clause, condition: { kind: 'limits', subject: words, limits: [limit], words: text } } : clause;
}

/** 少1次, 缺1人, 超1人: a step, said without 每; 少招1人 where the row says of how many. */
function shortStep(words: string, size: Measure, isOfRow: boolean): StepBasis | null {
  const isNamed = isOfRow && /^(?:少[一-鿿]{1,2}|未(?:完成|开展|实施|建成|实现)|超编|超员)$/u.test(words);
  if (!isNamed && !/^(?:少(?:完成|报送?|开展|组织|召开|举办)?|缺|短缺|不足|超|超过|超出|多)$/u.test(words)) return null;
  const direction: Direction = /^[少缺短不未]/u.test(words) ? 'short' : 'over';
  const count = isOne(size.value) ? '1' : '';
  return { direction, size, words: `${words}${count}${size.unit ?? ''}`, reference: null, relative: false };
}

/**
 * 开展4次以上得满分，少1次扣1分: each one that is missing, as if 每 stood there. Only where something is asked for in that
 * unit, by the sentence or (`unit`) by the row; elsewhere 缺1人扣1分 counts who is missing.
 */
function withShortSteps(given: readonly Clause[], unit: string | null): readonly Clause[] {
  const clauses = given.map((clause) => asAsked(clause, given));
  const asked = clauses.flatMap(({ condition, effect }) =>
    effect.kind === 'award' && condition?.kind === 'limits' ? [unitOfLimits(condition.limits)] : [],
  );
  return clauses.map((clause): Clause => {
    const { condition, effect } = clause;
    if (effect.kind !== 'deduct' || condition?.kind !== 'count' || condition.ordered) return clause;
    const own = condition.measure.unit;
    const basis = shortStep(
      condition.words,
      condition.measure,
      unit !== null && own !== null && interchangeable(unit, own),
    );
    const isAlone = clauses.every((other) => other === clause || other.condition?.kind !== 'count');
    if (!basis || !isAlone || own === null) return clause;
    if (![...asked, unit].some((other) => other !== null && interchangeable(other, own))) return clause;
    return { ...clause, condition: null, effect: { kind: 'step', verb: 'deduct', basis, amounts: effect.amounts } };
  });
}

/** 逾期1天扣1分, 少缴1个月扣1分, said once of it: for each day, as if 每 stood there; 逾期1天扣1分，逾期2天扣3分 are rungs. */
function withTimedSteps(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.map((clause): Clause => {
    const { condition, effect } = clause;
    if (effect.kind !== 'deduct' || condition?.kind !== 'limits' || !EVENT.test(condition.subject)) return clause;
    const [limit] = condition.limits;
    const isAlone = clauses.every(
      ({ condition: other }) =>
        other === condition || other?.kind !== 'limits' || noun(other.subject) !== noun(condition.subject),
    );
    if (condition.limits.length !== 1 || limit?.comparison !== '=' || limit.reference.kind !== 'number') return clause;
    const { measure } = limit.reference;
    if (!isAlone || measure.unit === null || !TIME.test(measure.unit)) return clause;
    const direction: Direction = LATE.test(condition.subject) ? 'over' : 'event';
    const basis: StepBasis = { direction, size: measure, words: condition.words, reference: null, relative: false };
    return { ...clause, condition: null, effect: { kind: 'step', verb: 'deduct', basis, amounts: effect.amounts } };
  });
}
