import { choose, constant, NOTHING, operate, plus, times, type Expression, type Test } from '../expression';
import { refuse, type Clause, type Condition } from '../syntax';
import { lowerCases, type Case } from './cases';
import { isEventCount, onlyAmount, type Veto } from './clauses';
import { isCounter, type Context } from './context';
import { lowerCondition } from './limits';
import { quantityOf } from './quantities';
import { lowerStep, wordsOf } from './steps';
import { quantityIndex, type Anchor } from './difference';

/** Steps, single deductions, bonuses and vetoes, in the order of the sentence, each within its own cap. */
export function takeOff(
  context: Context,
  effects: readonly Clause[],
  anchor: Anchor,
  chosen: ReadonlySet<Clause>,
): { deduction: Expression; bonus: Expression; vetoes: Veto[] } {
  let deduction: Expression = NOTHING;
  let bonus: Expression = NOTHING;
  const vetoes: Veto[] = [];
  const banded = bandedDeductions(
    context,
    effects.filter((clause) => !chosen.has(clause)),
  );
  if (banded) deduction = plus(deduction, banded.expression);
  for (const clause of effects) {
    if (chosen.has(clause) || banded?.clauses.includes(clause)) continue;
    const { effect } = clause;
    let amount: Expression;
    switch (effect.kind) {
      case 'zero':
        vetoes.push({ test: vetoTest(context, clause, anchor), clause });
        continue;
      case 'step':
        if (effect.verb === 'award') continue;
        amount = lowerStep(context, clause, effect, anchor);
        break;
      case 'deduct':
        amount = isEventCount(clause.condition)
          ? countedDeduction(context, clause, clause.condition, effects)
          : flagDeduction(context, clause);
        break;
      case 'bonus':
        amount = isEventCount(clause.condition)
          ? countedDeduction(context, clause, clause.condition, effects)
          : flagDeduction(context, clause);
        break;
      default:
        continue;
    }
    const own = capAfter(context, clause, effects);
    if (own !== null) amount = operate('min', amount, own);
    if (effect.kind === 'bonus' || (effect.kind === 'step' && effect.verb === 'bonus')) bonus = plus(bonus, amount);
    else deduction = plus(deduction, amount);
  }
  refuseTwice(context, effects, chosen);
  refuseNested(effects.filter((clause) => !chosen.has(clause)));
  for (const cap of effects) {
    if (cap.effect.kind !== 'cap' || cap.effect.amount === null || attached(cap, effects)) continue;
    const limit = context.points(cap.effect.amount);
    if (cap.effect.cap === 'deduction') deduction = operate('min', deduction, limit);
    if (cap.effect.cap === 'bonus') bonus = operate('min', bonus, limit);
  }
  return { deduction, bonus, vetoes };
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
    const rival = limited.find(
      ({ effect, condition }) =>
        effect.kind === 'step' &&
        effect.verb === 'deduct' &&
        effect.basis.direction === direction &&
        condition?.kind === 'limits' &&
        quantityIndex(quantityOf(context, condition)) === quantity,
    );
    if (rival && !/[再另还]|同时|此外|加扣|额外/u.test(context.textOf(flat) + context.textOf(rival)))
      refuse('sum-or-choice', '', flat.span);
  }
}

function vetoTest(context: Context, clause: Clause, anchor: Anchor): Test {
  const { condition } = clause;
  if (condition === null) return refuse('not-understood', '', clause.span);
  if (condition.kind === 'else') return refuse('not-understood', '否则', clause.span);
  if (
    condition.kind === 'reached' &&
    !condition.reached &&
    anchor.clause !== null &&
    anchor.condition?.kind !== 'words' &&
    context.target
  ) {
    return refuse('not-understood', condition.words, clause.span);
  }
  return countVeto(context, condition, clause);
}

/** 1处不符合要求不得分: one or more. */
export function countVeto(context: Context, condition: Condition, clause: Clause): Test {
  if (condition.kind === 'count') {
    const index = context.count(condition.words, condition.measure.unit);
    return {
      kind: 'compare',
      comparison: '≥',
      left: { kind: 'input', index },
      right: constant(condition.measure.value),
    };
  }
  if (condition.kind === 'limits') {
    const [limit] = condition.limits;
    // 超1人不得分, 缺少2项不得分 say how many are too many.
    if (condition.limits.length === 1 && limit?.comparison === '=' && limit.reference.kind === 'number') {
      const { measure } = limit.reference;
      if (/[缺少漏未不无违]|发现|发生|出现/u.test(condition.subject) && isCounter(measure.unit)) {
        return countVeto(
          context,
          { kind: 'count', words: condition.subject, text: condition.words, measure, ordered: true },
          clause,
        );
      }
    }
  }
  if (condition.kind === 'reached' && !context.target) return context.flag(condition.words);
  if (
    (condition.kind === 'and' || condition.kind === 'or') &&
    condition.items.every(({ kind }) => kind === 'count' || kind === 'words')
  ) {
    return { kind: condition.kind, items: condition.items.map((item) => countVeto(context, item, clause)) };
  }
  return lowerCondition(context, condition, clause).test;
}

/** 低于80%、70%、60%分别扣1分、2分、3分: one of them, not their sum. */
function bandedDeductions(
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

function verbOf(effect: Clause['effect']): string {
  return effect.kind === 'step' ? effect.verb : effect.kind;
}

/** A cap belongs to the clause before it where both stand in one sentence, or where it says 单项. */
function attached(cap: Clause, effects: readonly Clause[]): boolean {
  const before = effects[effects.indexOf(cap) - 1];
  // 省级每次加2分，市级每次加1分，加分不超过5分: of both together.
  const together = effects.filter(
    ({ sentence, effect }) =>
      sentence === cap.sentence && before !== undefined && verbOf(effect) === verbOf(before.effect),
  );
  if (cap.effect.kind === 'cap' && !cap.effect.single && together.length > 1 && cap.effect.cap === 'bonus')
    return false;
  return (
    before !== undefined &&
    before.sentence === cap.sentence &&
    (before.effect.kind === 'step' || before.effect.kind === 'deduct' || before.effect.kind === 'bonus')
  );
}

function capAfter(context: Context, clause: Clause, effects: readonly Clause[]): Expression | null {
  const next = effects[effects.indexOf(clause) + 1];
  if (next?.effect.kind !== 'cap' || next.effect.amount === null || !attached(next, effects)) return null;
  return next.effect.cap === 'deduction' || next.effect.cap === 'bonus' ? context.points(next.effect.amount) : null;
}

/** 1处不符合要求扣1分: for each. */
function countedDeduction(
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
  const amount = onlyAmount(clause);
  const points = context.points(amount);
  const index = context.count(condition.words, condition.measure.unit);
  const value = context.pointsValue(amount);
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
  return context.say(
    clause.effect.kind === 'bonus' ? 'step-add' : 'step-deduct',
    clause,
    {
      count,
      points,
      words: condition.words,
      size: constant(condition.measure.value),
      unit: condition.measure.unit ?? '',
    },
    times(count, points),
  );
}

function flagDeduction(context: Context, clause: Clause): Expression {
  const { condition, effect } = clause;
  if (condition === null || condition.kind === 'else') return refuse('not-understood', '', clause.span);
  const amount = onlyAmount(clause);
  const points = context.points(amount);
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
