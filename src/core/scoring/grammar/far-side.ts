import type { Comparison, Condition } from '../syntax';

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = { '≥': '<', '≤': '>', '>': '≤', '<': '≥', '=': '=' };

/** 不超过60%，超过不得分: what is asked for, and then that it was not met. Null where the two do not speak of one side. */
export function farSide(condition: Condition): Condition | null {
  if (condition.kind !== 'and' || condition.items.length !== 2) return null;
  const [asked, missed] = condition.items;
  if (asked?.kind !== 'limits' || asked.limits.length !== 1 || missed?.kind !== 'reached' || missed.reached)
    return null;
  const [limit] = asked.limits;
  if (!limit || limit.comparison === '=' || missed.partly || !/^≤?$/u.test(missed.subject)) return null;
  const isUpper = /[<≤]/u.test(limit.comparison);
  const isEither = /[未不]达标|[未不]达?到?要求/u.test(missed.words);
  if (!isEither && isUpper !== missed.subject.startsWith('≤')) return null;
  return { ...asked, limits: [{ ...limit, comparison: OPPOSITE[limit.comparison], soft: false }] };
}
