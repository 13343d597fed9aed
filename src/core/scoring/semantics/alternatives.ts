import { compare, maximum, subtract, ZERO, type Ratio } from '../exact';
import { minus, NOTHING, operate, type Expression } from '../expression';
import { refuse, type Amount, type Clause, type Condition } from '../syntax';
import { lowerCases, type Case } from './cases';
import { isEventCount, isMeasured, isRanged, mentionsReached, onlyAmount, type Veto } from './clauses';
import type { Context } from './context';
import { lowerFormula } from './formula';
import { usesRate } from './formula-rate';
import { completionTest, lowerCondition } from './limits';
import { quantityOf, type Lowered } from './quantities';
import { proportion, rateName } from './proportion';
import { quantityIndex } from './difference';
import { wordsOf } from './steps';

/** What the alternatives give, which clauses they are, and what brings all to nothing. */
export interface Choice {
  readonly gain: Expression;
  readonly used: readonly Clause[];
  readonly vetoes: readonly Veto[];
}

interface Alternative {
  readonly clause: Clause;
  readonly body: Expression;
  readonly points: Ratio | null;
}

/** Bands, grades, yes/no and proportions: one of them holds. */
export function alternatives(context: Context, clauses: readonly Clause[]): Choice {
  if (clauses.some(isRanged)) return { gain: context.rare.rangedGrades(context, clauses), used: clauses, vetoes: [] };
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
    return counted
      ? context.rare.countedAlternatives(context, clauses)
      : context.rare.wordAlternatives(context, clauses);
  }
  return { gain: measuredAlternatives(context, clauses), used: clauses, vetoes: [] };
}

export function bodyOf(context: Context, clause: Clause): Alternative {
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
      const value = context.pointsValue(amount);
      return {
        clause,
        body: context.say('flag-deduct', clause, { points, words: '' }, operate('max', NOTHING, left)),
        points: value && context.full && maximum(ZERO, subtract(context.full, value)),
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

function measuredAlternatives(context: Context, clauses: readonly Clause[]): Expression {
  const cases: Case[] = [];
  let otherwise: Expression | null = null;
  const rates = clauses.find(({ effect }) => effect.kind === 'proportion' || effect.kind === 'formula');
  const reached = (condition: Extract<Condition, { kind: 'reached' }>): Lowered | null => {
    if (context.target || condition.subject.startsWith('≤')) return null;
    // 12月底前完成得10分，未完成不得分: not done by then.
    const deadline = clauses.map((clause) => clause.condition).find((found) => found?.kind === 'deadline');
    if (!rates && deadline?.kind === 'deadline' && deadline.met && deadline.date && clauses[0]) {
      return lowerCondition(context, { ...deadline, met: condition.reached }, clauses[0]);
    }
    const limits = clauses.flatMap(({ condition: found }) => limitsWithin(found));
    const banded = limits.every(isCompletion) && !isOtherRate(context.name) ? limits[0] : undefined;
    if (!rates && banded?.kind === 'limits') {
      const quantity = quantityIndex(quantityOf(context, banded));
      return quantity === null ? null : completionTest(context, quantity, condition.reached);
    }
    if (!rates) return null;
    const of = rates.effect.kind === 'proportion' ? rates.effect.of : '完成率';
    const name = rates.effect.kind === 'proportion' ? rateName(context, of) : '完成率';
    if (rates.effect.kind === 'formula' && !usesRate(rates.effect.formula)) return null;
    const index = context.value(name, '%');
    return completionTest(context, index, condition.reached);
  };
  const partly = clauses.some(({ condition }) => condition?.kind === 'reached' && condition.partly);
  const lines = clauses.filter(({ effect }) => effect.kind === 'interpolate');
  for (const clause of [...clauses.filter((found) => !lines.includes(found)), ...lines]) {
    const { condition } = clause;
    if (clause.effect.kind === 'interpolate') {
      otherwise = context.rare.interpolate(context, cases, clause);
      continue;
    }
    if (condition?.kind === 'else' || condition === null || isTopic(clause)) {
      const isRule = clause.effect.kind === 'formula' || clause.effect.kind === 'proportion';
      const lead = cases.length > 0 || clauses.length === 1 || (isRule && condition?.kind !== 'else');
      if (!lead || otherwise !== null) return refuse('not-understood', '', clause.span);
      otherwise = bodyOf(context, clause).body;
      continue;
    }
    // 检出率为0则该项得0分, beside an award that is not about it, is a veto; a limit of the same quantity is a band.
    const alternative = bodyOf(context, clause);
    const isIdeal = condition.kind === 'words' && !context.target && context.rare.isIdeal(clause, clauses);
    if (isIdeal) {
      const full = reached({ kind: 'reached', reached: true, subject: '', words: wordsOf(condition), firm: false });
      if (full) {
        cases.push({ ...alternative, test: full.test, interval: full.interval, full: true });
        continue;
      }
    }
    // Beside 部分完成, 未完成 is nothing at all.
    if (partly && condition.kind === 'reached' && !condition.reached && !condition.partly && context.target) {
      const index = context.value(condition.subject, context.mainUnit);
      const quantity: Expression = { kind: 'input', index };
      const nothing = { at: ZERO, included: true, soft: false };
      cases.push({
        ...alternative,
        test: { kind: 'compare', comparison: '≤', left: quantity, right: NOTHING },
        interval: { input: index, quantity, low: null, high: nothing },
        full: false,
      });
      continue;
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
  if (cases.filter(({ full }) => full).length > 1) context.rare.refuseTwoTables(cases);
  if (new Set(cases.map(({ interval }) => interval?.input)).size > 1) context.rare.refuseSeveral(cases, context.weight);
  return lowerCases(context, cases, otherwise ?? { kind: 'undefined', why: 'gap' });
}

/** 继续推动水库整治，按完成比例得分: words before a sole proportion say what it is about. */
function isTopic(clause: Clause): boolean {
  const { condition, effect } = clause;
  if (effect.kind !== 'proportion' && effect.kind !== 'formula') return false;
  return condition?.kind === 'words' && !/[未不没超]|否则|低于|少于/u.test(condition.words);
}

function limitsWithin(condition: Condition | null): Condition[] {
  if (condition?.kind === 'and' || condition?.kind === 'or') return condition.items.flatMap(limitsWithin);
  return condition?.kind === 'limits' ? [condition] : [];
}

/** 预算执行率 says nothing of whether the work is done. */
function isOtherRate(name: string): boolean {
  return /[率度]$/u.test(name) && !/完成|实现|达成/u.test(name);
}

/** 完成80%以上, beside 全部完成. */
function isCompletion(condition: Condition | null): boolean {
  return (
    condition?.kind === 'limits' &&
    /^(?:完成|实现|达到)?(?:率|比例|任务)?$/u.test(condition.subject) &&
    condition.limits.every(({ reference }) => reference.kind === 'number' && reference.measure.unit === '%')
  );
}

function isFull(context: Context, clause: Clause): boolean {
  if (clause.effect.kind !== 'award') return false;
  const value = context.pointsValue(onlyAmount(clause));
  return value !== null && context.full !== null && compare(value, context.full) >= 0;
}

export function recordThreshold(context: Context, clause: Clause, amount: Amount): void {
  const { condition } = clause;
  if (condition?.kind !== 'limits') return;
  const points = context.pointsValue(amount);
  if (points === null || context.full === null || compare(points, context.full) !== 0) return;
  for (const limit of condition.limits) {
    if (limit.reference.kind !== 'number' || !context.target) continue;
    const known = context.inputs.length;
    const quantity = quantityOf(context, condition);
    const index = quantityIndex(quantity);
    // 合格率100%得满分，每有1批次不合格扣2分 goes by the batches alone.
    if (context.inputs.length > known) context.inputs.length = known;
    else if (index !== null && quantity.kind === 'input')
      context.facts.thresholds.push({
        clause: context.indexOf(clause),
        index,
        value: limit.reference.measure.value,
        comparison: limit.comparison,
        span: clause.span,
      });
  }
}
