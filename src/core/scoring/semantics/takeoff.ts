import { constant, NOTHING, operate, plus, times, type Expression, type Test } from '../expression';
import { refuse, type Clause, type Condition } from '../syntax';
import { isEventCount, onlyAmount, type Veto } from './clauses';
import { isCounter, type Context } from './context';
import { lowerCondition } from './limits';
import { lowerStep } from './steps';
import { type Anchor } from './difference';

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
  const flat = effects.some(
    ({ effect, condition }) => effect.kind === 'deduct' && condition !== null && condition.kind !== 'count',
  );
  const left = effects.filter((clause) => !chosen.has(clause));
  const banded = flat ? context.rare.bandedDeductions(context, left) : null;
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
      case 'bonus':
        amount = isEventCount(clause.condition)
          ? countedDeduction(context, clause, clause.condition, effects)
          : context.rare.flagDeduction(context, clause);
        break;
      case 'cap':
        if (effect.cap === 'double')
          deduction = plus(deduction, context.rare.takenTwice(context, clause, effects, deduction));
        continue;
      default:
        continue;
    }
    const own = capAfter(context, clause, effects);
    if (own !== null) amount = operate('min', amount, own);
    if (effect.kind === 'bonus' || (effect.kind === 'step' && effect.verb === 'bonus'))
      bonus = context.best ? operate('max', bonus, amount) : plus(bonus, amount);
    else deduction = plus(deduction, amount);
  }
  if (flat) context.rare.refuseRivals(context, effects, chosen);
  for (const cap of effects) {
    if (cap.effect.kind !== 'cap' || cap.effect.amount === null || attached(cap, effects)) continue;
    const limit = context.points(cap.effect.amount);
    const held = heldBy(cap, effects);
    const alike = effects.filter(
      (clause) => takes(clause) && verbOf(clause.effect) === verbOf(held[0]?.effect ?? cap.effect),
    );
    // Of some that take off, and not of others.
    if (held.length > 0 && held.length < alike.length) return refuse('not-understood', '', cap.span);
    if (cap.effect.cap === 'deduction') deduction = operate('min', deduction, limit);
    if (cap.effect.cap === 'bonus') bonus = operate('min', bonus, limit);
  }
  return { deduction, bonus, vetoes };
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

function verbOf(effect: Clause['effect']): string {
  return effect.kind === 'step' ? effect.verb : effect.kind;
}

function takes({ effect }: Clause): boolean {
  return effect.kind === 'step' || effect.kind === 'deduct' || effect.kind === 'bonus';
}

/** What a cap holds of: the clauses of its own sentence that take off or add, or all of them where it has one for itself. */
function heldBy(cap: Clause, effects: readonly Clause[]): readonly Clause[] {
  if (cap.effect.kind !== 'cap') return [];
  const isBonus = cap.effect.cap === 'bonus';
  const own = effects.filter(
    (clause) => takes(clause) && clause.sentence === cap.sentence && effects.indexOf(clause) < effects.indexOf(cap),
  );
  const { single } = cap.effect;
  return (single && own.length === 0 ? effects.filter(takes) : own).filter(
    ({ effect }) => (verbOf(effect) === 'bonus') === isBonus,
  );
}

/** A cap belongs to the clause before it where both stand in one sentence; 单项 to each of several. */
function attached(cap: Clause, effects: readonly Clause[]): boolean {
  const held = heldBy(cap, effects);
  // 省级每次加2分，市级每次加1分，加分不超过5分: of both together.
  return held.length === 1 || (cap.effect.kind === 'cap' && cap.effect.single && held.length > 0);
}

function capAfter(context: Context, clause: Clause, effects: readonly Clause[]): Expression | null {
  const found = effects.find(
    (cap) => cap.effect.kind === 'cap' && attached(cap, effects) && heldBy(cap, effects).includes(clause),
  );
  if (found?.effect.kind !== 'cap' || found.effect.amount === null) return null;
  return found.effect.cap === 'deduction' || found.effect.cap === 'bonus' ? context.points(found.effect.amount) : null;
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
