import type { Operator } from '../indicator/target';
import { normalize } from './fold';

/** Comparators before the number, as signs and as words; the longest that fits is taken. */
const BEFORE: Readonly<Record<string, Operator>> = {
  '≥': '≥',
  '>=': '≥',
  '=>': '≥',
  '≥=': '≥',
  '≤': '≤',
  '<=': '≤',
  '=<': '≤',
  '≤=': '≤',
  '=': '=',
  '==': '=',
  '>': '>',
  '<': '<',
  不低于: '≥',
  不少于: '≥',
  不小于: '≥',
  不得低于: '≥',
  不得少于: '≥',
  不能低于: '≥',
  不能少于: '≥',
  不应低于: '≥',
  不应少于: '≥',
  高于或等于: '≥',
  高于等于: '≥',
  大于或等于: '≥',
  大于等于: '≥',
  多于或等于: '≥',
  多于等于: '≥',
  至少: '≥',
  最少: '≥',
  不早于: '≥',
  不超过: '≤',
  不超: '≤',
  不高于: '≤',
  不大于: '≤',
  不多于: '≤',
  不得超过: '≤',
  不得高于: '≤',
  不得超: '≤',
  不得大于: '≤',
  不能超过: '≤',
  不应超过: '≤',
  未超过: '≤',
  小于或等于: '≤',
  小于等于: '≤',
  低于或等于: '≤',
  低于等于: '≤',
  少于或等于: '≤',
  少于等于: '≤',
  至多: '≤',
  最多: '≤',
  控制在: '≤',
  不晚于: '≤',
  不迟于: '≤',
  超过: '>',
  高于: '>',
  大于: '>',
  多于: '>',
  超: '>',
  小于: '<',
  少于: '<',
  低于: '<',
  不足: '<',
  不满: '<',
  未满: '<',
  不到: '<',
  等于: '=',
};

/** Comparators after the number and its unit. */
const AFTER: Readonly<Record<string, Operator>> = {
  以上: '≥',
  及以上: '≥',
  或以上: '≥',
  及其以上: '≥',
  以内: '≤',
  之内: '≤',
  内: '≤',
  以下: '≤',
  及以下: '≤',
  或以下: '≤',
  及其以下: '≤',
};

interface Match<T> {
  readonly value: T;
  readonly end: number;
}

function matcher<T>(table: Readonly<Record<string, T>>): (text: string, start: number) => Match<T> | null {
  const byFirst = new Map<string, string[]>();
  for (const word of Object.keys(table).sort((a, b) => b.length - a.length)) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return (text, start) => {
    const word = byFirst.get(text.charAt(start))?.find((candidate) => text.startsWith(candidate, start));
    return word === undefined ? null : { value: table[word] as T, end: start + word.length };
  };
}

/** A comparator that stands before its number, at `start`. */
export const readBefore = matcher(BEFORE);

/** A comparator that stands after its number, at `start`. */
export const readAfter = matcher(AFTER);

/** The sign for a comparator given as a sign or a word, and nothing else. Book-title marks (》) are none. */
export function parseOperator(text: string): Operator | null {
  const word = normalize(text);
  if (word === '') return null;
  const before = readBefore(word, 0);
  if (before?.end === word.length) return before.value;
  const after = readAfter(word, 0);
  return after?.end === word.length ? after.value : null;
}

/** Which way a comparator points: 1 the more the better, −1 the less, 0 exactly. */
export function direction(operator: Operator): 1 | 0 | -1 {
  if (operator === '≥' || operator === '>') return 1;
  return operator === '=' ? 0 : -1;
}
