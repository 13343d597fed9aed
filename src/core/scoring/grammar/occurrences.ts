import { isOne } from '../exact';
import { COUNTERS } from '../lexicon';
import { refuse, type Condition, type Effect } from '../syntax';
import { withoutTail } from '../tail';
import { EVENT, TIME } from './atoms';
import type { TokenReader } from './reader';

export interface Entry {
  readonly condition: Condition | null;
  readonly effect: Effect;
}

/** What a clause asks, in the light of what it gives: 1处 is a value under 得分 and one of many under 扣分. */
export function settled(
  reader: TokenReader,
  from: number,
  to: number,
  condition: Condition | null,
  effect: Effect,
): Entry {
  const asked = withoutRequirement(condition, effect);
  const mayBeBeyond = asked !== null && 'words' in asked && /部分$|超支$|数$|期/u.test(asked.words);
  const beyond = mayBeBeyond ? reader.rare.stepBeyond(asked, effect) : null;
  if (beyond) return beyond;
  return { condition: occurrences(settle(reader, from, to, asked, effect), effect), effect };
}

/** 密闭率100%，1辆不密闭扣1分: what is asked for, before what is counted. */
function withoutRequirement(condition: Condition | null, effect: Effect): Condition | null {
  if (condition?.kind !== 'and') return condition;
  const last = condition.items.at(-1);
  const before = condition.items.slice(0, -1);
  // 应于批复后20日内公开，逾期每天: by how much it is late says all; 每人不少于72学时，完成率100%: the rate does.
  if (effect.kind === 'step' && last?.kind === 'deadline' && !last.met) return last;
  if (effect.kind === 'award' && last && before.every((item) => item.kind === 'limits' && item.words.includes('每')))
    return last;
  if (effect.kind !== 'deduct') return condition;
  const asks = before.every(
    (item) => item.kind === 'limits' && item.limits.every(({ comparison, soft }) => /[=≥≤]/u.test(comparison) && !soft),
  );
  return asks && last?.kind === 'count' && EVENT.test(last.words) ? last : condition;
}

/**
 * A，B不得分: whether both or either is not said. As one question of yes or no it is for a person to answer; where one
 * of them is a number it can't be decided.
 */
function settle(
  reader: TokenReader,
  from: number,
  to: number,
  condition: Condition | null,
  effect: Effect,
): Condition | null {
  if (effect.kind !== 'zero' && effect.kind !== 'deduct') return condition;
  const loose = (found: Condition | null): boolean =>
    found?.kind === 'and' || (found?.kind === 'or' && found.items.some(loose));
  const words = withoutTail(reader.textOf(from, to));
  if (!loose(condition) || /且|同时|并(?!未|不)/u.test(words)) return condition;
  const measured = (found: Condition): boolean =>
    found.kind === 'and' || found.kind === 'or'
      ? found.items.some(measured)
      : found.kind === 'limits' || found.kind === 'rank';
  if (condition && measured(condition))
    return reader.rare.farSide(condition) ?? refuse('not-understood', words, reader.spanOf(from, to));
  return { kind: 'words', words };
}

/** 获市级表彰1次加2分: so many times, not a value that equals one. */
function occurrences(condition: Condition | null, effect: Effect): Condition | null {
  if ((effect.kind !== 'deduct' && effect.kind !== 'bonus') || condition?.kind !== 'limits') return condition;
  const [limit] = condition.limits;
  const lacking = lackingOne(condition, effect);
  if (lacking) return lacking;
  if (condition.limits.length !== 1 || limit?.comparison !== '=' || limit.reference.kind !== 'number') return condition;
  const { measure } = limit.reference;
  if (condition.subject === '' || measure.unit === null || !/^(?:[次起例项件个处篇人]|人次)$/u.test(measure.unit))
    return condition;
  if (/=|等于/u.test(condition.words)) return condition;
  return { kind: 'count', words: condition.subject, text: condition.words, measure, ordered: false };
}

/** 照明不足1处扣0.5分: so many places where it is lacking; 1次 may also be less than once. */
function lackingOne(
  { subject, limits, words }: Extract<Condition, { kind: 'limits' }>,
  effect: Effect,
): Condition | null {
  const [limit] = limits;
  if (limits.length !== 1 || limit?.comparison !== '<' || limit.reference.kind !== 'number' || subject === '')
    return null;
  const { measure } = limit.reference;
  if (!/不[足全]\d*\D{1,2}$/u.test(words) || !isOne(measure.value) || measure.unit === null) return null;
  if (!COUNTERS.has(measure.unit) || TIME.test(measure.unit) || effect.kind !== 'deduct') return null;
  if (measure.unit === '次') return refuse('not-understood', words);
  return { kind: 'count', words: `${subject}不足`, text: words, measure, ordered: false };
}
