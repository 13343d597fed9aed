import { NOTHING, operate, plus, type Expression, type Test } from '../expression';
import { refuse, type Clause, type Condition } from '../syntax';
import { isEventCount, type Veto } from './clauses';
import type { Context } from './context';
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
  const capped = effects.some(({ effect }) => effect.kind === 'cap' && effect.amount !== null) ? context.rare : null;
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
          ? context.rare.countedDeduction(context, clause, clause.condition, effects)
          : context.rare.flagDeduction(context, clause);
        break;
      case 'cap':
        if (effect.cap === 'double')
          deduction = plus(deduction, context.rare.takenTwice(context, clause, effects, deduction));
        continue;
      default:
        continue;
    }
    const own = capped?.capAfter(context, clause, effects);
    if (own) amount = operate('min', amount, own);
    if (effect.kind === 'bonus' || (effect.kind === 'step' && effect.verb === 'bonus'))
      bonus = context.best ? operate('max', bonus, amount) : plus(bonus, amount);
    else deduction = plus(deduction, amount);
  }
  if (flat) context.rare.refuseRivals(context, effects, chosen);
  const taken = capped ? capped.withCaps(context, effects, { deduction, bonus }) : { deduction, bonus };
  return { ...taken, vetoes };
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
  return mayCount(condition)
    ? context.rare.countVeto(context, condition, clause)
    : condition.kind === 'reached' && !context.target
      ? context.flag(condition.words)
      : lowerCondition(context, condition, clause).test;
}

/** 1处不符合要求, 缺少2项, 违纪或迟到. Says yes too often rather than too seldom. */
function mayCount(condition: Condition): boolean {
  if (condition.kind === 'limits') return /[缺少漏未不无违发出]/u.test(condition.subject);
  return condition.kind === 'count' || condition.kind === 'and' || condition.kind === 'or';
}
