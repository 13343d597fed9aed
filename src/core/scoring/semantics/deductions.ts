import { choose, constant, NOTHING, times, type Expression, type Test } from '../expression';
import { refuse, type Clause, type Condition } from '../syntax';
import { lowerCases, type Case } from './cases';
import { isEventCount, onlyAmount } from './clauses';
import { isCounter, type Context } from './context';
import { quantityIndex } from './difference';
import { lowerCondition } from './limits';
import { quantityOf } from './quantities';
import { wordsOf } from './steps';

/** What is taken off once, and can't stand beside another: one within the other, or one in place of the other. */
export function refuseRivals(context: Context, effects: readonly Clause[], chosen: ReadonlySet<Clause>): void {
  refuseTwice(context, effects, chosen);
  refuseNested(effects.filter((clause) => !chosen.has(clause)));
}

const COMPARED = /低于|高于|超过|少于|不足|超出/u;

/** 低于平均水平, from where it compares. */
function comparison({ condition, effect }: Clause): string {
  const isAsked = condition?.kind === 'words' || condition?.kind === 'limits';
  const at = isAsked && effect.kind === 'deduct' ? condition.words.search(COMPARED) : -1;
  return isAsked && at >= 0 ? condition.words.slice(at) : '';
}

/** 低于平均扣5分，低于平均10个百分点以上扣10分: the one within the other, and neither a number. */
function refuseNested(clauses: readonly Clause[]): void {
  const outer = clauses.map(comparison).filter((words) => words.length > 3 && !/\d/u.test(words));
  for (const clause of clauses) {
    const words = comparison(clause);
    if (/\d/u.test(words) && outer.some((other) => words.startsWith(other))) refuse('sum-or-choice', '', clause.span);
  }
}

/** 低于30%的每降低1个百分点扣1分；低于20%的扣15分: both, or one in place of the other? */
function refuseTwice(context: Context, effects: readonly Clause[], chosen: ReadonlySet<Clause>): void {
  const limited = effects.filter(({ condition }) => condition?.kind === 'limits' && !condition.counted);
  for (const flat of limited) {
    if (flat.effect.kind !== 'deduct' || chosen.has(flat) || flat.condition?.kind !== 'limits') continue;
    const quantity = quantityIndex(quantityOf(context, flat.condition));
    const direction = flat.condition.limits.every(({ comparison }) => /[<≤]/u.test(comparison)) ? 'short' : 'over';
    const rival = effects.find(
      ({ effect, condition }) =>
        effect.kind === 'step' &&
        effect.verb === 'deduct' &&
        effect.basis.direction === direction &&
        (effect.basis.reference?.kind === 'number' ||
          (condition?.kind === 'limits' &&
            !condition.counted &&
            quantityIndex(quantityOf(context, condition)) === quantity)),
    );
    if (rival && !/[再另还]|同时|此外|加扣|额外/u.test(context.textOf(flat) + context.textOf(rival)))
      refuse('sum-or-choice', '', flat.span);
  }
}

/** 低于80%、70%、60%分别扣1分、2分、3分: one of them, not their sum. */
export function bandedDeductions(
  context: Context,
  flagged: readonly Clause[],
): { expression: Expression; clauses: readonly Clause[] } | null {
  const found = flagged.filter(
    ({ effect, condition }) => effect.kind === 'deduct' && (condition?.kind === 'limits' || condition?.kind === 'rank'),
  );
  if (found.length < 2) return null;
  const cases = found.map((clause): Case => {
    const lowered = lowerCondition(context, clause.condition ?? { kind: 'else' }, clause);
    const amount = onlyAmount(clause);
    const points = context.points(amount);
    return {
      clause,
      test: lowered.test,
      interval: lowered.interval,
      body: context.say(
        'flag-deduct',
        clause,
        { points, words: wordsOf(clause.condition ?? { kind: 'else' }) },
        points,
      ),
      points: context.pointsValue(amount),
      full: false,
    };
  });
  const [first] = cases;
  if (!first?.interval || cases.some(({ interval }) => interval?.input !== first.interval?.input)) return null;
  const [condition] = found.map((clause) => clause.condition);
  if (condition?.kind !== 'limits' || !condition.counted)
    return { expression: lowerCases(context, cases, NOTHING), clauses: found };
  // 1例扣2分，2例扣5分 says nothing of a third.
  const none: Test = { kind: 'compare', comparison: '=', left: first.interval.quantity, right: NOTHING };
  return {
    expression: choose(none, NOTHING, lowerCases(context, cases, { kind: 'undefined', why: 'gap' })),
    clauses: found,
  };
}

export function flagDeduction(context: Context, clause: Clause): Expression {
  const { condition, effect } = clause;
  if (condition === null || condition.kind === 'else') return refuse('not-understood', '', clause.span);
  const amount = onlyAmount(clause);
  const points = context.points(amount);
  // 成本增加5%扣1分: once, or for each 5 %? No cost is exactly 5 % more.
  const [limit] = condition.kind === 'limits' ? condition.limits : [];
  const unit = limit?.reference.kind === 'number' ? limit.reference.measure.unit : null;
  if (effect.kind === 'deduct' && limit?.comparison === '=' && unit !== null && !isCounter(unit) && unit !== '分')
    return refuse('not-understood', wordsOf(condition), clause.span);
  const { test } = lowerCondition(context, condition, clause);
  return choose(
    test,
    context.say(
      effect.kind === 'bonus' ? 'flag-add' : 'flag-deduct',
      clause,
      { points, words: wordsOf(condition) },
      points,
    ),
    NOTHING,
  );
}

/** 1处不符合要求扣1分: for each. */
export function countedDeduction(
  context: Context,
  clause: Clause,
  condition: Extract<Condition, { kind: 'count' }>,
  effects: readonly Clause[],
): Expression {
  const rivals = effects.filter(
    (other) =>
      isEventCount(other.condition) &&
      other.effect.kind === clause.effect.kind &&
      other.condition.words === condition.words,
  );
  if (rivals.length > 1 || condition.ordered) return refuse('not-understood', condition.words, clause.span);
  const index = context.count(condition.words, condition.measure.unit);
  const value = context.pointsValue(onlyAmount(clause));
  if (value !== null) {
    context.facts.steps.push({
      clause: context.indexOf(clause),
      index,
      continuous: false,
      kind: 'count',
      points: value,
      size: condition.measure.value,
      relative: false,
    });
  }
  const count: Expression = { kind: 'steps', amount: { kind: 'input', index }, size: condition.measure.value };
  return forEachCounted(context, clause, condition, count);
}

/** 具备一个要素得2分, 1处不符合扣1分: the points of a clause, as often as `count` says. */
export function forEachCounted(
  context: Context,
  clause: Clause,
  { words, measure }: Extract<Condition, { kind: 'count' }>,
  count: Expression,
): Expression {
  const points = context.points(onlyAmount(clause));
  return context.say(
    clause.effect.kind === 'deduct' ? 'step-deduct' : 'step-add',
    clause,
    { count, points, words, size: constant(measure.value), unit: measure.unit ?? '' },
    times(count, points),
  );
}
