import { constant, type Test } from '../expression';
import type { Clause, Condition } from '../syntax';
import { isCounter, type Context } from './context';
import { lowerCondition } from './limits';

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
