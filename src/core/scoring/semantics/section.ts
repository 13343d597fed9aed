import { add, compare, divide, HUNDRED, isZero, maximum, ZERO, type Ratio } from '../exact';
import { choose, constant, minus, NOTHING, operate, plus, times, type Expression, type Test } from '../expression';
import { RATE_REF } from '../lexicon';
import { refuse, type Amount, type Clause, type Condition } from '../syntax';
import { lowerCases, type Case } from './cases';
import { isCounter, type Context } from './context';
import { lowerFormula } from './formula';
import { completionTest, lowerCondition, quantityOf, type Lowered } from './limits';
import { lowerStep, quantityIndex, registerLateness, wordsOf, type Anchor } from './steps';

/** One sub-standard: what it gives, what it takes off. */
export interface Part {
  readonly gain: Expression | null;
  readonly deduction: Expression;
  readonly bonus: Expression;
  readonly vetoes: readonly { readonly test: Test; readonly clause: Clause }[];
  readonly highest: Expression | null;
  readonly lowest: Expression | null;
  /** Full mark as the sentence states it. */
  readonly stated: Ratio | null;
}

const AWARDS = new Set(['award', 'formula', 'proportion', 'interpolate', 'keep']);

export function isAward(clause: Clause): boolean {
  return AWARDS.has(clause.effect.kind);
}

function isMeasured(condition: Condition | null): boolean {
  if (condition === null) return false;
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items.some(isMeasured);
  return condition.kind === 'limits' || condition.kind === 'rank' || condition.kind === 'deadline';
}

function mentionsReached(condition: Condition | null): boolean {
  if (condition === null) return false;
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items.some(mentionsReached);
  return condition.kind === 'reached';
}

/** 缺1项 under 扣1分 is a step; under 得2分 it is just so many. */
function isEventCount(condition: Condition | null): condition is Extract<Condition, { kind: 'count' }> {
  return condition?.kind === 'count';
}

function onlyAmount(clause: Clause): Amount {
  const { effect } = clause;
  if (!('amounts' in effect)) return refuse('not-understood', '', clause.span);
  const [amount] = effect.amounts;
  if (!amount || effect.amounts.length > 1) return refuse('not-understood', 'list', clause.span);
  return amount;
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
      } else if (amount.kind === 'points') most = most === null ? amount.value : maximum(most, amount.value);
    }
  }
  return pool ?? most;
}

export function lowerPart(context: Context, clauses: readonly Clause[], base: Ratio | null): Part {
  const effects = clauses.filter(({ effect }) => effect.kind !== 'note' && effect.kind !== 'element');
  const stated = statedFull(context, effects);
  const pool = effects.find(({ effect }) => effect.kind === 'pool' && !effect.basis);
  const poolValue = pool?.effect.kind === 'pool' ? pool.effect.amount : null;
  const hasFormula = effects.some(({ effect }) => effect.kind === 'formula' || effect.kind === 'proportion');
  context.full = base ?? poolValue ?? (hasFormula || effects.some(isAward) ? stated : null);

  const isStep = (clause: Clause): boolean =>
    clause.effect.kind === 'step' || (clause.effect.kind === 'deduct' && isEventCount(clause.condition));
  const steps = effects.filter(isStep);
  const caps = effects.filter(({ effect }) => effect.kind === 'cap');
  const basis = effects.find(({ effect }) => effect.kind === 'pool' && effect.basis);
  const basisValue = basis?.effect.kind === 'pool' ? basis.effect.amount : null;
  const rest = effects.filter(
    (clause) => !isStep(clause) && clause.effect.kind !== 'cap' && clause.effect.kind !== 'pool',
  );

  preregister(context, effects);
  const hasSteps = steps.some(({ effect }) => effect.kind !== 'step' || effect.verb !== 'award');
  const awards = rest.filter(isAward);
  const vetoes: { test: Test; clause: Clause }[] = [];
  let gain: Expression | null = null;
  let anchor: Anchor = { condition: null, clause: null };
  const flagged: Clause[] = [];

  if (hasSteps || awards.length === 0) {
    const award = awards[0];
    if (award) anchor = { condition: award.condition, clause: award };
    preregisterLateness(context, steps, anchor);
    gain = baseGain(context, awards, rest, basisValue, poolValue ?? base, anchor, vetoes, flagged);
  } else gain = alternatives(context, rest, vetoes, flagged);

  const awarded = steps.filter(({ effect }) => effect.kind === 'step' && effect.verb === 'award');
  const totals = deductions(context, effects, steps, flagged, caps, anchor);
  if (awarded.length > 0 && awards.length === 0 && basisValue === null) {
    gain = awarded.reduce<Expression>((sum, clause) => plus(sum, stepOf(context, clause, anchor)), NOTHING);
  } else if (awarded.length > 0) {
    gain = awarded.reduce<Expression>((sum, clause) => plus(sum, stepOf(context, clause, anchor)), gain ?? NOTHING);
  }
  const highest = capOf(context, caps, 'highest');
  const lowest = capOf(context, caps, 'lowest');
  return { gain, ...totals, vetoes, highest, lowest, stated };
}

function stepOf(context: Context, clause: Clause, anchor: Anchor): Expression {
  return clause.effect.kind === 'step' ? lowerStep(context, clause, clause.effect, anchor) : NOTHING;
}

/** Quantities that later clauses name, so that 执行数控制在预算之内 can be read on the rate. */
function preregister(context: Context, clauses: readonly Clause[]): void {
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
    if (effect.kind === 'step') registerLateness(context, effect.basis, [condition, anchor.condition]);
  }
}

function capOf(context: Context, caps: readonly Clause[], kind: 'highest' | 'lowest'): Expression | null {
  const found = caps.find(({ effect }) => effect.kind === 'cap' && effect.cap === kind);
  if (found?.effect.kind !== 'cap' || found.effect.amount === null) return null;
  return context.points(found.effect.amount);
}

/** A full mark from which steps, flags and vetoes take off. */
function baseGain(
  context: Context,
  awards: readonly Clause[],
  rest: readonly Clause[],
  basis: Ratio | null,
  pool: Ratio | null,
  anchor: Anchor,
  vetoes: { test: Test; clause: Clause }[],
  flagged: Clause[],
): Expression | null {
  const [first, ...more] = awards;
  const lowerBands = more.filter(({ effect }) => effect.kind === 'award');
  if (lowerBands.length > 0 || more.some(({ effect }) => effect.kind !== 'award' && effect.kind !== 'keep')) {
    return refuse('not-understood', more.map(({ span }) => `${String(span.start)}`).join(), more[0]?.span ?? null);
  }
  let gain: Expression | null = pool === null ? null : context.fullExpression();
  if (basis !== null) gain = constant(basis);
  if (first?.effect.kind === 'award') {
    const amount = onlyAmount(first);
    gain = context.say('base', first, { points: context.points(amount) }, context.points(amount));
    recordThreshold(context, first, amount);
  } else if (first && first.effect.kind !== 'keep') return refuse('not-understood', '', first.span);
  for (const clause of rest) {
    if (clause === first || clause.effect.kind === 'keep') continue;
    if (clause.effect.kind === 'zero')
      vetoes.push({ test: vetoTest(context, clause, anchor, first !== undefined), clause });
    else if (clause.effect.kind === 'deduct' || clause.effect.kind === 'bonus') flagged.push(clause);
  }
  return gain;
}

function vetoTest(context: Context, clause: Clause, anchor: Anchor, hasAward: boolean): Test {
  const { condition } = clause;
  if (condition === null) return refuse('not-understood', '', clause.span);
  if (condition.kind === 'else') return refuse('not-understood', '否则', clause.span);
  if (
    condition.kind === 'reached' &&
    !condition.reached &&
    hasAward &&
    anchor.condition?.kind !== 'words' &&
    context.target
  ) {
    return refuse('not-understood', condition.words, clause.span);
  }
  return countVeto(context, condition, clause);
}

/** 1处不符合要求不得分: one or more. */
function countVeto(context: Context, condition: Condition, clause: Clause): Test {
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
      if (/缺|少|漏|发现|发生|出现|未|不|无|违/u.test(condition.subject) && isCounter(measure.unit)) {
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

function recordThreshold(context: Context, clause: Clause, amount: Amount): void {
  const { condition } = clause;
  if (condition?.kind !== 'limits') return;
  const points = context.pointsValue(amount);
  if (points === null || context.full === null || compare(points, context.full) !== 0) return;
  for (const limit of condition.limits) {
    if (limit.reference.kind !== 'number' || !context.target) continue;
    const quantity = quantityOf(context, condition);
    const index = quantityIndex(quantity);
    if (index === null || quantity.kind !== 'input') continue;
    context.facts.thresholds.push({
      clause: context.indexOf(clause),
      index,
      value: limit.reference.measure.value,
      comparison: limit.comparison,
      span: clause.span,
    });
  }
}

/** Steps, single deductions and bonuses, each within its own cap. */
function deductions(
  context: Context,
  effects: readonly Clause[],
  steps: readonly Clause[],
  flagged: readonly Clause[],
  caps: readonly Clause[],
  anchor: Anchor,
): { deduction: Expression; bonus: Expression } {
  let deduction: Expression = NOTHING;
  let bonus: Expression = NOTHING;
  const banded = bandedDeductions(context, flagged);
  if (banded) deduction = plus(deduction, banded.expression);
  for (const clause of effects) {
    if (banded?.clauses.includes(clause)) continue;
    const { effect } = clause;
    const isStepClause = steps.includes(clause);
    if (!isStepClause && !flagged.includes(clause)) continue;
    if (effect.kind === 'step' && effect.verb === 'award') continue;
    let amount: Expression;
    if (effect.kind === 'step') amount = lowerStep(context, clause, effect, anchor);
    else if (effect.kind === 'deduct' && isEventCount(clause.condition))
      amount = countedDeduction(context, clause, clause.condition, steps);
    else amount = flagDeduction(context, clause);
    amount = capped(amount, capAfter(context, clause, effects, caps));
    if (effect.kind === 'bonus' || (effect.kind === 'step' && effect.verb === 'bonus')) bonus = plus(bonus, amount);
    else deduction = plus(deduction, amount);
  }
  for (const cap of caps) {
    if (cap.effect.kind !== 'cap' || cap.effect.amount === null || attached(cap, effects)) continue;
    const limit = context.points(cap.effect.amount);
    if (cap.effect.cap === 'deduction') deduction = operate('min', deduction, limit);
    if (cap.effect.cap === 'bonus') bonus = operate('min', bonus, limit);
  }
  return { deduction, bonus };
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
  return { expression: lowerCases(context, cases, NOTHING), clauses: found };
}

/** A cap belongs to the clause before it where both stand in one sentence, or where it says 单项. */
function attached(cap: Clause, effects: readonly Clause[]): boolean {
  const before = effects[effects.indexOf(cap) - 1];
  return (
    before !== undefined &&
    before.sentence === cap.sentence &&
    (before.effect.kind === 'step' || before.effect.kind === 'deduct' || before.effect.kind === 'bonus')
  );
}

function capAfter(
  context: Context,
  clause: Clause,
  effects: readonly Clause[],
  caps: readonly Clause[],
): Expression | null {
  const next = effects[effects.indexOf(clause) + 1];
  const own = next && caps.includes(next) && attached(next, effects) ? next : undefined;
  if (own?.effect.kind !== 'cap' || own.effect.amount === null) return null;
  return own.effect.cap === 'deduction' || own.effect.cap === 'bonus' ? context.points(own.effect.amount) : null;
}

function capped(amount: Expression, limit: Expression | null): Expression {
  return limit === null ? amount : operate('min', amount, limit);
}

/** 1处不符合要求扣1分: for each. */
function countedDeduction(
  context: Context,
  clause: Clause,
  condition: Extract<Condition, { kind: 'count' }>,
  steps: readonly Clause[],
): Expression {
  const rivals = steps.filter(
    (other) =>
      isEventCount(other.condition) && other.effect.kind === 'deduct' && other.condition.words === condition.words,
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
    'step-deduct',
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

interface Alternative {
  readonly clause: Clause;
  readonly body: Expression;
  readonly points: Ratio | null;
}

/** Bands, grades, yes/no and proportions: one of them holds. */
function alternatives(
  context: Context,
  clauses: readonly Clause[],
  vetoes: { test: Test; clause: Clause }[],
  flagged: Clause[],
): Expression {
  const measured = clauses.some(
    ({ condition, effect }) =>
      isMeasured(condition) ||
      effect.kind === 'formula' ||
      effect.kind === 'proportion' ||
      effect.kind === 'interpolate',
  );
  const reachable =
    clauses.some(({ condition }) => mentionsReached(condition)) &&
    (context.target !== null || context.targetDay !== null);
  const counted = clauses.some(({ condition }) => isEventCount(condition));
  if (!measured && !reachable) {
    return counted ? countedAlternatives(context, clauses, vetoes) : wordAlternatives(context, clauses, flagged);
  }
  return measuredAlternatives(context, clauses);
}

function bodyOf(context: Context, clause: Clause): Alternative {
  const { effect } = clause;
  switch (effect.kind) {
    case 'award': {
      const amount = onlyAmount(clause);
      const points = context.points(amount);
      return { clause, body: context.say('award', clause, { points }, points), points: context.pointsValue(amount) };
    }
    case 'zero':
      return { clause, body: context.say('zero', clause, {}, NOTHING), points: ZERO };
    case 'deduct': {
      const amount = onlyAmount(clause);
      const points = context.points(amount);
      const left = minus(context.fullExpression(), points);
      return {
        clause,
        body: context.say('flag-deduct', clause, { points, words: '' }, operate('max', NOTHING, left)),
        points: null,
      };
    }
    case 'formula': {
      const value = lowerFormula(context, effect.formula, clause);
      const body = effect.deduct
        ? operate('max', NOTHING, minus(context.fullExpression(), value))
        : operate('max', NOTHING, value);
      return { clause, body: context.say('formula', clause, { value: body }, body), points: null };
    }
    case 'proportion':
      return { clause, body: proportion(context, clause, effect.of, effect.deduct), points: null };
    case 'keep': {
      const full = context.fullExpression();
      return { clause, body: context.say('award', clause, { points: full }, full), points: context.full };
    }
    default:
      return refuse('not-understood', '', clause.span);
  }
}

/** 按比例得分: actual ÷ target, or the rate that is named. 按超出比例扣分 goes by the excess. */
function proportion(context: Context, clause: Clause, of: string, deduct: boolean): Expression {
  const full = context.fullExpression();
  const isLess = context.target !== null && /[≤<]/u.test(context.target.comparison);
  if (deduct && /超|多/u.test(of)) {
    if (!context.target) return refuse('target-missing', of, clause.span);
    const index = context.value('', context.mainUnit);
    const excess = operate(
      'divide',
      minus({ kind: 'input', index }, context.targetExpression()),
      context.targetExpression(),
    );
    const left = operate('max', NOTHING, operate('multiply', full, minus(constant(1), excess)));
    return context.say(
      'proportion',
      clause,
      { share: operate('multiply', excess, constant(HUNDRED)), full, words: of },
      left,
    );
  }
  let share: Expression;
  if (context.target) {
    if (isLess) return refuse('proportion-direction', of === '' ? '按比例' : of, clause.span);
    if (isZero(context.target.value)) return refuse('not-understood', of, clause.span);
    const index = context.value('', context.mainUnit);
    share = operate('divide', { kind: 'input', index }, context.targetExpression());
    context.facts.proportions.push({ clause: context.indexOf(clause), index });
  } else {
    const name = of.replace(/^(?:实际)(?=.{2})/u, '');
    const index = context.value(rateName(context, name), '%');
    share = operate('divide', { kind: 'input', index }, constant(HUNDRED));
  }
  const body = operate('multiply', full, operate('max', NOTHING, share));
  return context.say(
    'proportion',
    clause,
    { share: operate('multiply', share, constant(HUNDRED)), full, words: of },
    body,
  );
}

/** 按比例 alone is the share completed; 按水库退养完成比例 keeps its name. */
function rateName(context: Context, words: string): string {
  const known = context.inputs.find(({ kind, unit }) => kind === 'value' && unit === '%');
  if (known && (words === '' || /^(?:比例|完成比例|完成率|同比例|等比例)$/u.test(words))) return known.name;
  const name = words.replace(/^(?:的)|(?:的)$/gu, '');
  return name === '' || /^(?:同|等)?比例$/u.test(name) ? '完成率' : name;
}

function measuredAlternatives(context: Context, clauses: readonly Clause[]): Expression {
  const cases: Case[] = [];
  let otherwise: Expression | null = null;
  const rates = clauses.find(({ effect }) => effect.kind === 'proportion' || effect.kind === 'formula');
  const reached = (condition: Extract<Condition, { kind: 'reached' }>): Lowered | null => {
    if (!rates || context.target || condition.subject.startsWith('≤')) return null;
    const of = rates.effect.kind === 'proportion' ? rates.effect.of : '完成率';
    const name = rates.effect.kind === 'proportion' ? rateName(context, of) : '完成率';
    if (rates.effect.kind === 'formula' && !usesRate(rates)) return null;
    const index = context.value(name, '%');
    return completionTest(context, index, condition.reached);
  };
  for (const clause of clauses) {
    const { condition } = clause;
    if (clause.effect.kind === 'interpolate') {
      otherwise = interpolate(context, cases, clause);
      continue;
    }
    if (condition?.kind === 'else' || condition === null || isTopic(clause)) {
      const lead = cases.length > 0 || clauses.length === 1;
      if (!lead || otherwise !== null) return refuse('not-understood', '', clause.span);
      otherwise = bodyOf(context, clause).body;
      continue;
    }
    // 检出率为0则该项得0分, beside an award that is not about it, is a veto; a limit of the same quantity is a band.
    const alternative = bodyOf(context, clause);
    if (idealOf(context, clause, clauses)) {
      const full = reached({ kind: 'reached', reached: true, subject: '', words: wordsOf(condition), firm: false });
      if (full) {
        cases.push({ ...alternative, test: full.test, interval: full.interval, full: true });
        continue;
      }
    }
    for (const item of condition.kind === 'or' ? condition.items : [condition]) {
      const lowered = lowerCondition(context, item, clause, { reached });
      cases.push({
        clause,
        test: lowered.test,
        interval: lowered.interval,
        body: alternative.body,
        points: alternative.points,
        full: isFull(context, clause),
      });
      if (clause.effect.kind === 'award' && item.kind === 'limits')
        recordThreshold(context, { ...clause, condition: item }, onlyAmount(clause));
    }
  }
  // Two sets of bands for two things in one text can't be told apart.
  const fulls = cases.filter(({ full, interval, clause }) => full && interval && clause.condition?.kind !== 'or');
  const inputs = new Set(fulls.map(({ interval }) => interval?.input));
  if (fulls.length > 1 && inputs.size < fulls.length) {
    return refuse(
      'not-understood',
      wordsOf(fulls[1]?.clause.condition ?? { kind: 'else' }),
      fulls[1]?.clause.span ?? null,
    );
  }
  return lowerCases(context, cases, otherwise ?? { kind: 'undefined', why: 'gap' });
}

/** 全部水库实现人放天养得4分，未完成按完成比例扣分: the words say what 100 % is. */
function idealOf(context: Context, clause: Clause, clauses: readonly Clause[]): boolean {
  if (context.target || clause.effect.kind !== 'award' || clause.condition?.kind !== 'words') return false;
  const others = clauses.filter((other) => other !== clause);
  return (
    others.length === 1 &&
    others.every(
      ({ effect, condition }) =>
        effect.kind === 'proportion' &&
        (condition === null || condition.kind === 'else' || (condition.kind === 'reached' && !condition.reached)),
    )
  );
}

/** 继续推动水库整治，按完成比例得分: words before a sole proportion say what it is about. */
function isTopic(clause: Clause): boolean {
  const { condition, effect } = clause;
  if (effect.kind !== 'proportion' && effect.kind !== 'formula') return false;
  return condition?.kind === 'words' && !/未|不|否则|没|低于|少于|超/u.test(condition.words);
}

function usesRate(clause: Clause): boolean {
  return (
    clause.effect.kind === 'formula' &&
    RATE_REF.test(JSON.stringify(clause.effect.formula).match(/[一-鿿]+率/u)?.[0] ?? '')
  );
}

function isFull(context: Context, clause: Clause): boolean {
  if (clause.effect.kind !== 'award') return false;
  const value = context.pointsValue(onlyAmount(clause));
  return value !== null && context.full !== null && compare(value, context.full) >= 0;
}

/** 其余线性插值: straight lines between the ends of the bands that are stated. */
function interpolate(context: Context, cases: readonly Case[], clause: Clause): Expression {
  const bands = cases.filter(({ interval, points }) => interval !== null && points !== null);
  const ends: { at: Ratio; points: Ratio; open: 'above' | 'below'; quantity: Expression }[] = [];
  for (const { interval, points } of bands) {
    if (!interval || points === null) continue;
    if (interval.low) ends.push({ at: interval.low.at, points, open: 'below', quantity: interval.quantity });
    if (interval.high) ends.push({ at: interval.high.at, points, open: 'above', quantity: interval.quantity });
  }
  ends.sort((a, b) => compare(a.at, b.at));
  let body: Expression = { kind: 'undefined', why: 'gap' };
  for (const [index, from] of ends.entries()) {
    const to = ends[index + 1];
    if (!to || from.open !== 'above' || to.open !== 'below' || compare(from.at, to.at) >= 0) continue;
    const slope = divide(
      add(to.points, { n: from.points.n.times(-1), d: from.points.d }),
      add(to.at, { n: from.at.n.times(-1), d: from.at.d }),
    );
    if (!slope) continue;
    const line = plus(constant(from.points), times(minus(from.quantity, constant(from.at)), constant(slope)));
    body = choose(
      {
        kind: 'and',
        items: [
          { kind: 'compare', comparison: '≥', left: from.quantity, right: constant(from.at) },
          { kind: 'compare', comparison: '≤', left: from.quantity, right: constant(to.at) },
        ],
      },
      context.say('interpolate', clause, { value: line }, line),
      body,
    );
  }
  return body.kind === 'undefined' ? refuse('not-understood', '线性插值', clause.span) : body;
}

/** 1项未达标得2分，2项及以上不得分: bands on how many. */
function countedAlternatives(
  context: Context,
  clauses: readonly Clause[],
  vetoes: { test: Test; clause: Clause }[],
): Expression {
  const [first, ...others] = clauses;
  if (!first || first.effect.kind !== 'award') return refuse('not-understood', '', first?.span ?? null);
  const repeated = others.filter(({ effect }) => effect.kind === 'award');
  if (isEventCount(first.condition) && others.length === 0) {
    // 具备一个得分要素，得到指标分值的25%: for each one.
    const { condition } = first;
    const amount = onlyAmount(first);
    if (!condition.measure.value.n.eq(condition.measure.value.d) || amount.kind === 'full') {
      return refuse('not-understood', condition.words, first.span);
    }
    const points = context.points(amount);
    const index = context.count(condition.words, condition.measure.unit);
    const count: Expression = { kind: 'input', index };
    return context.say(
      'step-add',
      first,
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
  if (isEventCount(first.condition)) {
    return wordAlternatives(context, clauses, []);
  }
  const points = context.points(onlyAmount(first));
  const full = context.say('base', first, { points }, points);
  if (repeated.length === 0) {
    for (const clause of others) {
      if (clause.effect.kind !== 'zero' || clause.condition === null || clause.condition.kind === 'else') {
        return refuse('not-understood', '', clause.span);
      }
      vetoes.push({ test: countVeto(context, clause.condition, clause), clause });
    }
    return full;
  }
  if (!others.every(({ condition }) => isEventCount(condition))) return wordAlternatives(context, clauses, []);
  const cases: Case[] = others.map((clause) => {
    const alternative = bodyOf(context, clause);
    const lowered = lowerCondition(context, clause.condition ?? { kind: 'else' }, clause);
    return {
      clause,
      test: lowered.test,
      interval: lowered.interval,
      body: alternative.body,
      points: alternative.points,
      full: false,
    };
  });
  const indexes = new Set(cases.map(({ interval }) => interval?.input));
  const [index] = indexes;
  if (indexes.size !== 1 || index === undefined) return wordAlternatives(context, clauses, []);
  const none: Case = {
    clause: first,
    test: { kind: 'compare', comparison: '=', left: { kind: 'input', index }, right: NOTHING },
    interval: {
      input: index,
      quantity: { kind: 'input', index },
      low: { at: ZERO, included: true, soft: false },
      high: { at: ZERO, included: true, soft: false },
    },
    body: full,
    points: context.pointsValue(onlyAmount(first)),
    full: true,
  };
  return lowerCases(context, [none, ...cases], { kind: 'undefined', why: 'gap' });
}

function textOf(condition: Extract<Condition, { kind: 'count' | 'limits' }>): string {
  return condition.kind === 'count' ? condition.text : condition.words;
}

function labelOf(condition: Condition | null, clause: Clause): string {
  if (condition === null) return refuse('not-understood', '', clause.span);
  if (condition.kind === 'else') return '其他';
  const words = condition.kind === 'count' || condition.kind === 'limits' ? textOf(condition) : wordsOf(condition);
  return words.replace(/(?:的|,)+$/u, '');
}

/** Named grades, yes/no, or things that each earn their own points. */
function wordAlternatives(context: Context, clauses: readonly Clause[], flagged: Clause[]): Expression {
  const listed = clauses.filter(({ effect }) => effect.kind === 'award' || effect.kind === 'zero');
  for (const clause of clauses) {
    if (clause.effect.kind === 'deduct' || clause.effect.kind === 'bonus') flagged.push(clause);
    else if (!listed.includes(clause) && clause.effect.kind !== 'keep')
      return refuse('not-understood', '', clause.span);
  }
  const awards = listed.filter(({ effect }) => effect.kind === 'award');
  if (awards.length > 1 && !listed.some(({ effect }) => effect.kind === 'zero')) {
    const values = awards.map((clause) => context.pointsValue(onlyAmount(clause)));
    const sum = values.reduce<Ratio | null>((total, value) => (total && value ? add(total, value) : null), ZERO);
    const most = values.reduce<Ratio | null>((total, value) => (total && value ? maximum(total, value) : null), ZERO);
    const { weight } = context;
    const isSum = weight !== null && sum !== null && compare(sum, weight) === 0;
    const isChoice =
      awards.some(({ condition }) => condition?.kind === 'else') ||
      (weight !== null && most !== null && compare(most, weight) === 0);
    if (isSum === isChoice) return refuse('sum-or-choice', '', awards[0]?.span ?? null);
    if (isSum) {
      return awards.reduce<Expression>((total, clause) => plus(total, flagAward(context, clause)), NOTHING);
    }
  }
  if (listed.length === 1 && awards.length === 1 && awards[0]) return flagAward(context, awards[0]);
  return gradeCases(context, listed);
}

function flagAward(context: Context, clause: Clause): Expression {
  const { condition } = clause;
  if (condition === null) return refuse('not-understood', '', clause.span);
  const alternative = bodyOf(context, clause);
  return choose(lowerCondition(context, condition, clause).test, alternative.body, NOTHING);
}

function gradeCases(context: Context, listed: readonly Clause[]): Expression {
  const options = listed.map(({ condition }, at) => labelOf(condition, listed[at] as Clause));
  if (new Set(options).size !== options.length)
    return refuse('not-understood', options.join('、'), listed[0]?.span ?? null);
  const index = context.grade(options);
  return listed.reduceRight<Expression>(
    (rest, clause, option) => {
      const alternative = bodyOf(context, clause);
      const points = alternative.points;
      if (points) context.facts.grades.push({ clause: context.indexOf(clause), option: options[option] ?? '', points });
      return choose({ kind: 'grade', index, option }, alternative.body, rest);
    },
    { kind: 'undefined', why: 'gap' },
  );
}

/** ①②③④ defined first, 具备要素①得40% later: each a yes or no. */
export function lowerElements(context: Context, clauses: readonly Clause[]): Expression | null {
  const defined = new Map<string, string>();
  for (const { effect } of clauses) if (effect.kind === 'element') defined.set(effect.mark, effect.words);
  const uses = clauses.filter(({ condition }) => condition?.kind === 'elements');
  if (defined.size === 0 || uses.length === 0) return null;
  const tests = new Map([...defined].map(([mark, words]) => [mark, context.flag(words)] as const));
  let gain: Expression = NOTHING;
  let previous: readonly string[] = [];
  const vetoes: Test[] = [];
  for (const clause of clauses) {
    if (clause.effect.kind === 'element' || clause.effect.kind === 'note' || clause.effect.kind === 'pool') continue;
    const marks = clause.condition?.kind === 'elements' ? clause.condition.marks : previous;
    const absent =
      clause.condition?.kind === 'elements'
        ? !clause.condition.present
        : /^(?:如)?(?:不具备|否则|不满足|不符合)/u.test(wordsOf(clause.condition ?? { kind: 'else' }) || '否则');
    const found = marks.map((mark) => tests.get(mark));
    if (found.length === 0 || found.some((test) => test === undefined))
      return refuse('not-understood', marks.join(''), clause.span);
    for (const test of found) {
      if (!test) continue;
      if (clause.effect.kind === 'zero' && absent) vetoes.push({ kind: 'not', item: test });
      else if (clause.effect.kind === 'award' && !absent)
        gain = plus(gain, choose(test, bodyOf(context, clause).body, NOTHING));
      else return refuse('not-understood', marks.join(''), clause.span);
    }
    previous = marks;
  }
  return vetoes.reduceRight((rest, test) => choose(test, NOTHING, rest), gain);
}
