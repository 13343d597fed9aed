import type { Clause, Formula } from '../syntax';
import { roleOf } from './formula';

/** A为指标值，B为实际完成值: letters that formulas go by. */
const LETTER = /(?<![A-Za-z])([A-Za-z])(?:为|是|代表|表示|指|:|=)(?:该?指标)?((?:年度)?[一-鿿]{2,10})(?=[,;、)]|$)/gu;
/** 设实际完成率为X. */
const LET = /(?:设|令)([一-鿿]{2,10})为([A-Za-z])(?=[,;、)]|$)/gu;
const LEGEND =
  /^\(?(?:其中|注|式中|备注)?[:,]?[A-Za-z](?:为|是|代表|表示|指|:|=)[一-鿿]{2,14}(?:[,、][A-Za-z](?:为|是|代表|表示|指|:|=)[一-鿿]{2,14}){0,4}\)?$/u;

/** 其中A为指标值: says what a letter stands for. */
export function isLegend(words: string): boolean {
  return LEGEND.test(words);
}

/** Clauses with the words that their letters stand for. */
export function withMeanings(clauses: readonly Clause[], text: string): readonly Clause[] {
  const meanings = new Map<string, string>([
    ...[...text.matchAll(LETTER)].map(([, letter = '', words = '']) => [letter, words] as const),
    ...[...text.matchAll(LET)].map(([, words = '', letter = '']) => [letter, words] as const),
  ]);
  // 95%≤X<98%, and no word of what X is: what was spoken of before it.
  const letters = new Set(
    clauses.flatMap(({ condition }) =>
      condition?.kind === 'limits' && /^[A-Za-z]$/u.test(condition.subject) ? [condition.subject] : [],
    ),
  );
  const [letter] = letters;
  if (letters.size === 1 && letter !== undefined && !meanings.has(letter)) meanings.set(letter, '');
  return meanings.size === 0 ? clauses : clauses.map((clause) => spelledOut(clause, meanings));
}

function spelledOut(given: Clause, meanings: ReadonlyMap<string, string>): Clause {
  const { condition, effect } = given;
  const subject = condition?.kind === 'limits' ? meanings.get(condition.subject) : undefined;
  const clause =
    condition?.kind === 'limits' && subject !== undefined ? { ...given, condition: { ...condition, subject } } : given;
  if (effect.kind !== 'formula') return clause;
  const spell = (formula: Formula): Formula => {
    if (formula.kind === 'binary') return { ...formula, left: spell(formula.left), right: spell(formula.right) };
    const words = formula.kind === 'name' ? meanings.get(formula.words) : undefined;
    return words === undefined || words === '' ? formula : { kind: 'name', role: roleOf(words), words };
  };
  return { ...clause, effect: { ...effect, formula: spell(effect.formula) } };
}
