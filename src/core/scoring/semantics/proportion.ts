import { equal, HUNDRED, isZero } from '../exact';
import { constant, minus, NOTHING, operate, type Expression } from '../expression';
import { refuse, type Clause } from '../syntax';
import type { Context } from './context';

/** 按比例得分: actual ÷ target, or the rate that is named. 按超出比例扣分 goes by the excess. */
export function proportion(context: Context, clause: Clause, of: string, deduct: boolean): Expression {
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
  const own = ownRate(context, of);
  if (own !== null) {
    share = operate('divide', { kind: 'input', index: own }, constant(HUNDRED));
  } else if (context.target) {
    if (isLess) return refuse('proportion-direction', `按${of === '' ? '比例' : of}`, clause.span);
    if (isZero(context.target.value)) return refuse('not-understood', of, clause.span);
    const index = context.value('', context.mainUnit);
    share = operate('divide', { kind: 'input', index }, context.targetExpression());
    context.facts.proportions.push({ clause: context.indexOf(clause), index });
  } else {
    const name = of.replace(/^实际(?=.{2})/u, '');
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

/**
 * 按实际整改率: the rate that the row is about, in percent; of a target other than 100 % it may also be meant as a share,
 * which nobody can tell. Null for 完成率 and the like, which are a share of the target.
 */
function ownRate(context: Context, of: string): number | null {
  const words = of.replace(/^(?:实际|当年|年度|其|该)+(?=.{2})/u, '');
  const { target } = context;
  const isAchieved = context.inputs.some(({ kind, name }) => kind === 'value' && name === words);
  if (!target || !/率$/u.test(words) || (/完成率|实现率|达成率|执行率|^比率$/u.test(words) && !isAchieved)) return null;
  if (context.mainUnit !== '%' || !equal(target.value, HUNDRED)) return refuse('not-understood', of);
  return context.value('', '%');
}

/** 按比例 alone is the share completed; 按水库退养完成比例 keeps its name. */
export function rateName(context: Context, words: string): string {
  const known = context.inputs.find(({ kind, unit }) => kind === 'value' && unit === '%');
  if (known && (words === '' || /^(?:比例|完成比例|完成率|同比例|等比例)$/u.test(words))) return known.name;
  const name = words.replace(/^的|的$/gu, '');
  return name === '' || /^(?:同|等)?比例$/u.test(name) ? '完成率' : name;
}
