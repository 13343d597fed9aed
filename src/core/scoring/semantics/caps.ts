import { operate, type Expression } from '../expression';
import { refuse, type Clause } from '../syntax';
import type { Context } from './context';
import { earnsFull } from './formula-rate';

/** What is taken off and added, no more than the caps that hold of several clauses say. */
export function withCaps(
  context: Context,
  effects: readonly Clause[],
  taken: { readonly deduction: Expression; readonly bonus: Expression },
): { deduction: Expression; bonus: Expression } {
  let { deduction, bonus } = taken;
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
  return { deduction, bonus };
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

/** The cap that a clause has for itself. */
export function capAfter(context: Context, clause: Clause, effects: readonly Clause[]): Expression | null {
  const found = effects.find(
    (cap) => cap.effect.kind === 'cap' && attached(cap, effects) && heldBy(cap, effects).includes(clause),
  );
  if (found?.effect.kind !== 'cap' || found.effect.amount === null) return null;
  return found.effect.cap === 'deduction' || found.effect.cap === 'bonus' ? context.points(found.effect.amount) : null;
}

/** 得分不低于2分, 超过满分的按满分计, 完成率超过100%的按100%计: of all that is given. */
export function capOf(context: Context, caps: readonly Clause[], kind: 'highest' | 'lowest'): Expression | null {
  const found = caps.find(
    ({ effect }) => effect.kind === 'cap' && (effect.cap === kind || (kind === 'highest' && effect.cap === 'rate')),
  );
  if (found?.effect.kind === 'cap' && found.effect.cap === 'rate') {
    const whole = caps.some(
      ({ effect }) => effect.kind === 'proportion' || (effect.kind === 'formula' && earnsFull(context, effect)),
    );
    if (!whole) return refuse('not-understood', '100%', found.span);
  }
  if (found?.effect.kind !== 'cap' || found.effect.amount === null) return null;
  return context.points(found.effect.amount);
}
