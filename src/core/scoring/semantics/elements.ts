import { choose, NOTHING, plus, type Expression, type Test } from '../expression';
import { refuse, type Clause } from '../syntax';
import { bodyOf } from './alternatives';
import type { Context } from './context';
import { wordsOf } from './steps';

/** ①②③④ defined first, 具备要素①得40% later: each a yes or no. */
export function lowerElements(context: Context, clauses: readonly Clause[]): Expression | null {
  const defined = new Map<string, string>();
  for (const { effect } of clauses) if (effect.kind === 'element') defined.set(effect.mark, effect.words);
  const uses = clauses.filter(({ condition }) => condition?.kind === 'elements');
  if (defined.size === 0 || uses.length === 0) return null;
  const tests = new Map([...defined].map(([mark, words]) => [mark, context.flag(words)] as const));
  let gain: Expression = NOTHING;
  let previous: readonly string[] = [];
  const vetoes: Test[] = [];
  for (const clause of clauses) {
    if (clause.effect.kind === 'element' || clause.effect.kind === 'note' || clause.effect.kind === 'pool') continue;
    const marks = clause.condition?.kind === 'elements' ? clause.condition.marks : previous;
    const absent =
      clause.condition?.kind === 'elements'
        ? !clause.condition.present
        : /^如?(?:不具备|否则|不满足|不符合)/u.test(wordsOf(clause.condition ?? { kind: 'else' }) || '否则');
    const found = marks.map((mark) => tests.get(mark));
    if (found.length === 0 || found.some((test) => test === undefined))
      return refuse('not-understood', marks.join(''), clause.span);
    for (const test of found) {
      if (!test) continue;
      if (clause.effect.kind === 'zero' && absent) vetoes.push({ kind: 'not', item: test });
      else if (clause.effect.kind === 'award' && !absent)
        gain = plus(gain, choose(test, bodyOf(context, clause).body, NOTHING));
      else return refuse('not-understood', marks.join(''), clause.span);
    }
    previous = marks;
  }
  return vetoes.reduceRight((rest, test) => choose(test, NOTHING, rest), gain);
}
