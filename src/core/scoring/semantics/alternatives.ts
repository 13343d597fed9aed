import { add, compare, isOne, maximum, subtract, ZERO, type Ratio } from '../exact';
import { choose, constant, minus, NOTHING, operate, plus, times, type Expression } from '../expression';
import { RATE_REF } from '../lexicon';
import { refuse, type Amount, type Clause, type Condition, type Formula } from '../syntax';
import { withoutTail } from '../tail';
import { lowerCases, type Case } from './cases';
import { isEventCount, isMeasured, mentionsReached, onlyAmount, type Veto } from './clauses';
import type { Context } from './context';
import { lowerFormula } from './formula';
import { completionTest, lowerCondition } from './limits';
import { quantityOf, type Lowered } from './quantities';
import { interpolate, proportion, rateName } from './proportion';
import { isRanged, rangedGrades } from './ranges';
import { quantityIndex } from './difference';
import { wordsOf } from './steps';
import { countVeto } from './takeoff';

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
  if (clauses.some(isRanged)) return { gain: rangedGrades(context, clauses), used: clauses, vetoes: [] };
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
    return counted ? countedAlternatives(context, clauses) : wordAlternatives(context, clauses);
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
    if (rates.effect.kind === 'formula' && !usesRate(rates)) return null;
    const index = context.value(name, '%');
    return completionTest(context, index, condition.reached);
  };
  const partly = clauses.some(({ condition }) => condition?.kind === 'reached' && condition.partly);
  const lines = clauses.filter(({ effect }) => effect.kind === 'interpolate');
  for (const clause of [...clauses.filter((found) => !lines.includes(found)), ...lines]) {
    const { condition } = clause;
    if (clause.effect.kind === 'interpolate') {
      otherwise = interpolate(context, cases, clause);
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
    if (idealOf(context, clause, clauses)) {
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
  refuseTwoTables(cases);
  return lowerCases(context, cases, otherwise ?? { kind: 'undefined', why: 'gap' });
}

/** Full marks from 90 and again from 45: two things scored in one text, which can't be told apart. */
function refuseTwoTables(cases: readonly Case[]): void {
  const open = cases.filter(
    ({ full, interval }) => full && interval && (interval.low === null) !== (interval.high === null),
  );
  for (const [place, { interval }] of open.entries()) {
    const other = open.slice(0, place).find((earlier) => earlier.interval?.input === interval?.input);
    if (!other || (other.interval?.low === null) !== (interval?.low === null)) continue;
    const { clause } = open[place] as Case;
    refuse('not-understood', wordsOf(clause.condition ?? { kind: 'else' }), clause.span);
  }
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

function usesRate(clause: Clause): boolean {
  if (clause.effect.kind !== 'formula') return false;
  const rate = namesIn(clause.effect.formula).find((words) => words.lastIndexOf('率') > 0) ?? '';
  return RATE_REF.test(rate.slice(0, rate.lastIndexOf('率') + 1));
}

function namesIn(formula: Formula): readonly string[] {
  if (formula.kind === 'binary') return [...namesIn(formula.left), ...namesIn(formula.right)];
  return formula.kind === 'name' ? [formula.words] : [];
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
    if (limit.reference.kind !== 'number' || limit.comparison === '=' || !context.target) continue;
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

/** 1项未达标得2分，2项及以上不得分: bands on how many. */
function countedAlternatives(context: Context, clauses: readonly Clause[]): Choice {
  const vetoes: Veto[] = [];
  const [first, ...others] = clauses;
  if (!first || first.effect.kind !== 'award') return refuse('not-understood', '', first?.span ?? null);
  const repeated = others.filter(({ effect }) => effect.kind === 'award');
  if (isEventCount(first.condition) && others.length === 0) {
    // 具备一个得分要素，得到指标分值的25%: for each one.
    const { condition } = first;
    const amount = onlyAmount(first);
    if (!isOne(condition.measure.value) || amount.kind === 'full') {
      return refuse('not-understood', condition.words, first.span);
    }
    const points = context.points(amount);
    const index = context.count(condition.words, condition.measure.unit);
    const count: Expression = { kind: 'input', index };
    const gain = context.say(
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
    return { gain, used: clauses, vetoes };
  }
  if (isEventCount(first.condition)) {
    return wordAlternatives(context, clauses);
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
    return { gain: full, used: clauses, vetoes };
  }
  if (!others.every(({ condition }) => isEventCount(condition))) return wordAlternatives(context, clauses);
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
  if (indexes.size !== 1 || index === undefined) return wordAlternatives(context, clauses);
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
  return { gain: lowerCases(context, [none, ...cases], { kind: 'undefined', why: 'gap' }), used: clauses, vetoes };
}

function textOf(condition: Extract<Condition, { kind: 'count' | 'limits' }>): string {
  return condition.kind === 'count' ? condition.text : condition.words;
}

export function labelOf(condition: Condition | null, clause: Clause): string {
  if (condition === null) return refuse('not-understood', '', clause.span);
  if (condition.kind === 'else') return '其他';
  const words = condition.kind === 'count' || condition.kind === 'limits' ? textOf(condition) : wordsOf(condition);
  // 评价等级为优: the grade is 优.
  return withoutTail(words).replace(/^(?:[^为]{0,10}(?:等级|等次|档次|结果|结论))?[为是](?=.)/u, '');
}

/** Named grades, yes/no, or things that each earn their own points. */
function wordAlternatives(context: Context, clauses: readonly Clause[]): Choice {
  const listed = clauses.filter(({ effect }) => effect.kind === 'award' || effect.kind === 'zero');
  for (const clause of clauses) {
    if (clause.effect.kind === 'deduct' || clause.effect.kind === 'bonus') continue;
    if (!listed.includes(clause) && clause.effect.kind !== 'keep') return refuse('not-understood', '', clause.span);
  }
  const awards = listed.filter(({ effect }) => effect.kind === 'award');
  const zeros = listed.filter(({ effect }) => effect.kind === 'zero');
  if (awards.length > 1 && zeros.every(({ condition }) => condition?.kind === 'words')) {
    const values = awards.map((clause) => context.pointsValue(onlyAmount(clause)));
    const sum = values.reduce<Ratio | null>((total, value) => (total && value ? add(total, value) : null), ZERO);
    const most = values.reduce<Ratio | null>((total, value) => (total && value ? maximum(total, value) : null), ZERO);
    const { weight } = context;
    const isSum = weight !== null && sum !== null && compare(sum, weight) === 0;
    const isChoice =
      awards.some(({ condition }) => condition?.kind === 'else') ||
      (weight !== null && most !== null && compare(most, weight) === 0);
    if (isSum === isChoice && zeros.length === 0) return refuse('sum-or-choice', '', awards[0]?.span ?? null);
    if (isSum && !isChoice) {
      const gain = awards.reduce<Expression>((total, clause) => plus(total, flagAward(context, clause)), NOTHING);
      // 发生违规的，本项不得分: whatever else was earned.
      const vetoes = zeros.map((clause): Veto => ({
        test: countVeto(context, clause.condition ?? { kind: 'else' }, clause),
        clause,
      }));
      return { gain, used: listed, vetoes };
    }
  }
  const [only] = awards;
  const gain = listed.length === 1 && only ? flagAward(context, only) : gradeCases(context, listed);
  return { gain, used: listed, vetoes: [] };
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
