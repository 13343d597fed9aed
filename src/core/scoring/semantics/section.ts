import { maximum, type Ratio } from '../exact';
import { choose, constant, NOTHING, plus, type Expression, type Test } from '../expression';
import { refuse, type Clause, type Condition } from '../syntax';
import { alternatives, recordThreshold } from './alternatives';
import { baseWithin } from './base';
import { isAward, isEventCount, mentionsReached, onlyAmount, type Veto } from './clauses';
import type { Context } from './context';
import { isLate, quantityOf } from './quantities';
import { isLateness, lowerStep } from './steps';
import { type Anchor } from './difference';
import { takeOff } from './takeoff';

/** One sub-standard: what it gives, what it takes off. */
export interface Part {
  readonly gain: Expression | null;
  readonly deduction: Expression;
  readonly bonus: Expression;
  readonly vetoes: readonly Veto[];
  readonly highest: Expression | null;
  readonly lowest: Expression | null;
  /** Full mark as the sentence states it. */
  readonly stated: Ratio | null;
}

/** The full mark that a part states: its pool, a 满分N分, or the most it awards. */
export function statedFull(context: Context, clauses: readonly Clause[]): Ratio | null {
  let pool: Ratio | null = null;
  let most: Ratio | null = null;
  for (const clause of clauses) {
    const { effect } = clause;
    if (effect.kind === 'pool' && !effect.basis) {
      pool = pool ?? effect.amount;
      context.facts.stated.push({ clause: context.indexOf(clause), value: effect.amount });
    }
    if (effect.kind !== 'award') continue;
    for (const amount of effect.amounts) {
      if (amount.kind === 'full' && amount.stated) {
        pool = pool ?? amount.stated;
        context.facts.stated.push({ clause: context.indexOf(clause), value: amount.stated });
      } else if (amount.kind === 'range' && amount.unit === '分' && amount.high) {
        most = most === null ? amount.high.at : maximum(most, amount.high.at);
      } else if (amount.kind === 'points') most = most === null ? amount.value : maximum(most, amount.value);
    }
  }
  return pool ?? most;
}

/** 按完成率计分，得分=实际完成数/计划完成数×10分: the formula says what the words before it mean. */
function leadsIn({ condition, effect, section }: Clause, next: Clause | undefined): boolean {
  return (
    effect.kind === 'proportion' &&
    !effect.deduct &&
    condition === null &&
    next?.effect.kind === 'formula' &&
    next.condition === null &&
    next.section === section
  );
}

export function lowerPart(context: Context, clauses: readonly Clause[], base: Ratio | null): Part {
  const effects = clauses.filter(
    (clause, at) =>
      clause.effect.kind !== 'note' && clause.effect.kind !== 'element' && !leadsIn(clause, clauses[at + 1]),
  );
  const stated = statedFull(context, effects);
  const pool = poolOf(effects, false);
  const basis = poolOf(effects, true);
  const awards = effects.filter(isAward);
  context.full = base ?? pool ?? (awards.length > 0 ? stated : null);

  context.best = effects.some(({ effect }) => effect.kind === 'cap' && effect.cap === 'best');
  if (context.best) context.rare.refuseNoChoice(effects);

  const steps = effects.filter(isStep);
  const takesOff = steps.some(({ effect }) => effect.kind !== 'step' || effect.verb !== 'award');
  const chosen = new Set<Clause>();
  let anchor: Anchor = { condition: null, clause: null };
  let gain: Expression | null;
  let vetoes: readonly Veto[] = [];
  let within: Test | null = null;
  preregister(context, effects);
  if (takesOff || awards.length === 0) {
    const [award] = awards;
    if (award) anchor = { condition: award.condition, clause: award };
    preregisterLateness(context, steps, anchor);
    const found = baseGain(context, effects, basis, pool ?? base);
    ({ gain } = found);
    within = found.within;
    for (const clause of found.used) chosen.add(clause);
  } else {
    const found = alternatives(
      context,
      effects.filter((clause) => !isStep(clause) && !isLimit(clause)),
    );
    gain = found.gain;
    vetoes = found.vetoes;
    for (const clause of found.used) chosen.add(clause);
  }
  const taken = takeOff(context, effects, anchor, chosen);
  if (anchor.clause?.effect.kind === 'award') recordThreshold(context, anchor.clause, onlyAmount(anchor.clause));
  const caps = effects.some(({ effect }) => effect.kind === 'cap' && effect.cap !== 'exhaust') ? context.rare : null;
  const earned = steps.filter(({ effect }) => effect.kind === 'step' && effect.verb === 'award');
  if (earned.length > 0) {
    const start = awards.length === 0 && basis === null ? NOTHING : (gain ?? NOTHING);
    gain = earned.reduce<Expression>((sum, clause) => plus(sum, stepOf(context, clause, anchor)), start);
  }
  return {
    gain,
    deduction: within ? choose(within, taken.deduction, NOTHING) : taken.deduction,
    bonus: within ? choose(within, taken.bonus, NOTHING) : taken.bonus,
    vetoes: [...vetoes, ...taken.vetoes],
    // 每发表一篇得0.5分，满分5分: no more than that.
    highest: caps?.capOf(context, effects, 'highest') ?? (earned.length > 0 && pool ? constant(pool) : null),
    lowest: caps?.capOf(context, effects, 'lowest') ?? null,
    stated,
  };
}

/** 每…扣…分, and 1处…扣1分 which means the same. */
function isStep({ effect, condition }: Clause): boolean {
  return effect.kind === 'step' || (effect.kind === 'deduct' && isEventCount(condition));
}

function isLimit({ effect }: Clause): boolean {
  return effect.kind === 'cap' || effect.kind === 'pool';
}

/** （5分）, or with `basis` 基础分10分. */
function poolOf(effects: readonly Clause[], basis: boolean): Ratio | null {
  for (const { effect } of effects) if (effect.kind === 'pool' && effect.basis === basis) return effect.amount;
  return null;
}

function stepOf(context: Context, clause: Clause, anchor: Anchor): Expression {
  return clause.effect.kind === 'step' ? lowerStep(context, clause, clause.effect, anchor) : NOTHING;
}

/** Quantities that later clauses name, so that 执行数控制在预算之内 can be read on the rate. */
function preregister(context: Context, clauses: readonly Clause[]): void {
  const isDated = clauses.some(({ condition }) => condition?.kind === 'deadline' && condition.date !== null);
  if (!isDated)
    for (const { condition } of clauses)
      if (condition?.kind === 'limits' && isLate(condition)) quantityOf(context, condition);
  if (!clauses.some(({ condition }) => mentionsReached(condition))) return;
  const visit = (condition: Condition | null): void => {
    if (condition?.kind === 'limits' && condition.subject !== '') quantityOf(context, condition);
    else if (condition?.kind === 'and' || condition?.kind === 'or') condition.items.forEach(visit);
  };
  for (const { condition } of clauses) visit(condition);
}

/** 超5天0分 beside 每逾期1天 speaks of the same days. */
function preregisterLateness(context: Context, steps: readonly Clause[], anchor: Anchor): void {
  for (const { effect, condition } of steps) {
    if (effect.kind === 'step' && isLateness(effect.basis))
      context.rare.registerLateness(context, effect.basis, [condition, anchor.condition]);
  }
}

/** The full mark from which steps, flags and vetoes take off. */
function baseGain(
  context: Context,
  effects: readonly Clause[],
  basis: Ratio | null,
  pool: Ratio | null,
): { gain: Expression | null; within: Test | null; used: readonly Clause[] } {
  const awards = effects.filter(isAward);
  const [first, ...more] = awards;
  if (first?.effect.kind === 'award') {
    const amount = onlyAmount(first);
    const points = context.points(amount);
    const body = context.say('base', first, { points }, points);
    const kept = more.filter(({ effect }) => effect.kind === 'keep');
    const others = effects.filter(
      (clause) =>
        (more.includes(clause) && !kept.includes(clause)) ||
        (clause.effect.kind === 'zero' && clause.condition?.kind === 'else'),
    );
    const found = baseWithin(context, first, body, effects.filter(isStep), others);
    return { ...found, used: [...found.used, ...kept] };
  }
  if (first && (first.effect.kind !== 'keep' || more.some(({ effect }) => effect.kind !== 'keep')))
    return refuse('not-understood', '', first.span);
  const gain =
    basis !== null
      ? constant(basis)
      : pool === null
        ? null
        : effects.some(({ effect }) => effect.kind === 'cap' && effect.cap === 'bonus') &&
            context.rare.onlyAdds(context, effects)
          ? NOTHING
          : context.fullExpression();
  return { gain, within: null, used: awards };
}
