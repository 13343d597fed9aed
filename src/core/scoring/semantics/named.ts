import { add, compare, isOne, maximum, ZERO, type Ratio } from '../exact';
import { choose, NOTHING, plus, type Expression } from '../expression';
import { refuse, type Clause, type Condition } from '../syntax';
import { withoutTail } from '../tail';
import { bodyOf, type Choice } from './alternatives';
import { lowerCases, type Case } from './cases';
import { isEventCount, onlyAmount, type Veto } from './clauses';
import { polarity, type Context } from './context';
import { forEachCounted } from './deductions';
import { lowerCondition } from './limits';
import { isLacking } from './met';
import { wordsOf } from './steps';
import { countVeto } from './vetoes';

/** 1项未达标得2分，2项及以上不得分: bands on how many. */
export function countedAlternatives(context: Context, clauses: readonly Clause[]): Choice {
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
    const index = context.count(condition.words, condition.measure.unit);
    const gain = forEachCounted(context, first, condition, { kind: 'input', index });
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
  // 任务完成及时性：及时: what is graded, first.
  return withoutTail(words)
    .replace(/^[^:]{2,12}:(?=.)/u, '')
    .replace(/^(?:[^为]{0,10}(?:等级|等次|档次|结果|结论))?[为是](?=.)/u, '');
}

/** Named grades, yes/no, or things that each earn their own points. */
export function wordAlternatives(context: Context, clauses: readonly Clause[]): Choice {
  const listed = clauses.filter(({ effect }) => effect.kind === 'award' || effect.kind === 'zero');
  for (const clause of clauses) {
    if (clause.effect.kind === 'deduct' || clause.effect.kind === 'bonus') continue;
    if (!listed.includes(clause) && clause.effect.kind !== 'keep') return refuse('not-understood', '', clause.span);
  }
  const awards = listed.filter(({ effect }) => effect.kind === 'award');
  // 不符合不得分, after several things that make up the whole, is said of each.
  const isOfEach = (clause: Clause): boolean =>
    context.weight !== null &&
    awards.length > 1 &&
    isLacking(clause) &&
    !awards.some((award) => isGradeOf(clause, award));
  const zeros = listed.filter((clause) => clause.effect.kind === 'zero' && !isOfEach(clause));
  if (!context.best && awards.length > 1 && zeros.every(({ condition }) => condition?.kind === 'words')) {
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

/** 不符合, beside 基本符合. */
function isGradeOf(clause: Clause, award: Clause): boolean {
  const [own, other] = [clause, award].map(({ condition }) => withoutTail(condition ? wordsOf(condition) : ''));
  return other !== undefined && !polarity(other).negative && other.endsWith(polarity(own ?? '').bare);
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
