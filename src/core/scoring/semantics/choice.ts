import { scoreOfExpression } from '../machine';
import { compare, HUNDRED } from '../exact';
import { choose, NOTHING, operate, times, type Expression } from '../expression';
import { refuse, type Clause, type Formula } from '../syntax';
import type { Context } from './context';
import { lowerCondition } from './limits';

/** 按最高级别计分 needs several to choose from, each of them a question of yes or no: of counts nobody can tell which count. */
export function refuseNoChoice(effects: readonly Clause[]): void {
  const best = effects.find(({ effect }) => effect.kind === 'cap' && effect.cap === 'best');
  const asked = (kind: 'award' | 'bonus'): number =>
    effects.filter(({ effect, condition }) => effect.kind === kind && condition?.kind === 'words').length;
  const counted = effects.some(({ effect }) => effect.kind === 'step' && effect.verb !== 'deduct');
  if (counted || (asked('award') < 2 && asked('bonus') < 2)) refuse('not-understood', '', best?.span ?? null);
}

/** 情节严重的加倍扣分: as much again, of what was taken off once; of what was counted, for as many as it is said of. */
export function takenTwice(
  context: Context,
  clause: Clause,
  effects: readonly Clause[],
  taken: Expression,
): Expression {
  const { condition } = clause;
  const before = effects
    .slice(0, effects.indexOf(clause))
    .filter(({ effect }) => effect.kind === 'deduct' || (effect.kind === 'step' && effect.verb === 'deduct'));
  const steps = context.facts.steps.filter((step) => before.some((other) => context.indexOf(other) === step.clause));
  const [step] = steps;
  if (condition?.kind !== 'words' || before.length === 0) return refuse('not-understood', '', clause.span);
  if (!step) {
    const { test } = lowerCondition(context, condition, clause);
    return choose(test, context.say('twice', clause, { words: condition.words }, taken), NOTHING);
  }
  const { unit = null, kind } = context.inputs[step.index] ?? {};
  if (before.length > 1 || kind !== 'count') return refuse('not-understood', '', clause.span);
  const index = context.count(condition.words, unit);
  const cases: Expression = operate('min', { kind: 'input', index }, { kind: 'input', index: step.index });
  const count: Expression = { kind: 'steps', amount: cases, size: step.size };
  context.facts.steps.push({ ...step, clause: context.indexOf(clause), index });
  const points: Expression = { kind: 'number', value: step.points };
  return context.say(
    'step-deduct',
    clause,
    { count, points, words: condition.words, size: { kind: 'number', value: step.size }, unit: unit ?? '' },
    times(count, points),
  );
}

/** 第三方测评得分×15%: what others gave, out of a hundred. */
const GIVEN =
  /^(?!.*(?:本项|该项|此项|指标|最终|实际得分)).{0,12}(?:测评|评估|评价|考核|测试|测验|检查|考评|评议|评审|打分|调查|督查|督导|暗访|考试)(?:的?(?:综合|平均|总))?(?:得分|评分|分数|分值|分)$/u;

/** The score that someone else gave, as a value in 分; null where the words may mean this very score. */
export function givenScore(context: Context, words: string): number | null {
  return GIVEN.test(words) ? context.value(words, '分') : null;
}

/** 得分=测评得分×15% of a whole of 15: a hundred out of a hundred earns the whole. Elsewhere nobody can tell out of what it was given. */
export function refuseScale({ inputs, full }: Context, expression: Expression, clause: Clause): void {
  if (inputs.some(({ unit, kind }) => unit !== '分' || kind !== 'value') || full === null) return;
  const best = scoreOfExpression(
    expression,
    inputs.map(() => ({ kind: 'number', value: HUNDRED })),
    'whole',
  );
  if (typeof best === 'string' || compare(best, full) !== 0) refuse('not-understood', '', clause.span);
}

/** 实际完成率/目标完成率: the two are the achieved value and the target, not a rate over itself. */
export function rateOverTarget(
  context: Context,
  { operator, left, right }: Extract<Formula, { kind: 'binary' }>,
  clause: Clause,
): Expression | null {
  if (operator !== '/' || left.kind !== 'name' || right.kind !== 'name' || right.role !== 'rate') return null;
  if (!/^(?:年度)?实际/u.test(left.words) || !/^(?:年度|绩效)?(?:目标|计划|预期|任务)/u.test(right.words)) return null;
  if (!context.target) return refuse('target-missing', right.words, clause.span);
  const achieved = context.value('', context.mainUnit);
  return operate('divide', { kind: 'input', index: achieved }, context.targetExpression());
}

/** 全部水库实现人放天养得4分，未完成按完成比例扣分: the words say what 100 % is. */
export function isIdeal(clause: Clause, clauses: readonly Clause[]): boolean {
  if (clause.effect.kind !== 'award') return false;
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
