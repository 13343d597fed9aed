import { add, compare, equal, maximum, ZERO, type Ratio } from '../exact';
import { refuse, type Clause } from '../syntax';
import type { Case } from './cases';
import { plainSubject, sameSubject } from './context';
import { wordsOf } from './steps';

/** What a clause that earns points is about: its quantity, or a question of its own. Null where it goes on with the one before. */
function thingOf({ effect, condition }: Clause): string | null {
  if (effect.kind !== 'award' || condition === null) return null;
  if (condition.kind === 'limits') return condition.counted ? null : plainSubject(condition.subject) || null;
  return condition.kind === 'words' || condition.kind === 'reached' || condition.kind === 'deadline'
    ? condition.words
    : null;
}

/** The most that clauses earn, in points of their own. */
function mostOf(clauses: readonly Clause[]): Ratio | null {
  const points = clauses.flatMap(({ effect }) =>
    effect.kind === 'award' ? effect.amounts.map((amount) => (amount.kind === 'points' ? amount.value : null)) : [],
  );
  return points.reduce<Ratio | null>((most, value) => most && value && maximum(most, value), ZERO);
}

/**
 * 覆盖率≥90%得5分，每低1%扣0.5分；合格率≥95%得5分，每低1%扣0.5分 of a whole of 10: each thing with what follows it is a
 * sub-standard, as their points make up the whole.
 */
export function standApart(clauses: readonly Clause[], weight: Ratio | null): readonly (readonly Clause[])[] {
  const told = clauses.filter(({ effect }) => effect.kind !== 'note');
  const parts: { readonly thing: string; readonly clauses: Clause[] }[] = [];
  for (const clause of told) {
    const thing = thingOf(clause);
    const last = parts.at(-1);
    if (thing !== null && !parts.some((part) => sameSubject(part.thing, thing)))
      parts.push({ thing, clauses: [clause] });
    else if (!last || (thing !== null && !sameSubject(last.thing, thing))) return [clauses];
    else last.clauses.push(clause);
  }
  const most = parts.map((part) => mostOf(part.clauses));
  const sum = most.reduce<Ratio | null>((total, value) => total && value && add(total, value), ZERO);
  if (parts.length < 2 || weight === null || sum === null || !equal(sum, weight)) return [clauses];
  if (mayMeanAll(parts)) return refuse('sum-or-choice', '', parts.at(-1)?.clauses[0]?.span ?? null);
  return parts.map((part) => part.clauses);
}

/** 否则不得分, 未达标扣1分 after the last of several things, and nothing like it after the others: of which is it said? */
function mayMeanAll(parts: readonly { readonly clauses: readonly Clause[] }[]): boolean {
  const isRest = ({ condition }: Clause): boolean =>
    condition?.kind === 'else' || (condition?.kind === 'reached' && !condition.reached && condition.subject === '');
  const [first] = parts[0]?.clauses ?? [];
  const last = parts.at(-1)?.clauses ?? [];
  const rest = last.find(isRest);
  const isOwn = rest?.sentence === last[0]?.sentence && rest?.sentence !== first?.sentence;
  return rest !== undefined && !isOwn && parts.filter(({ clauses }) => clauses.some(isRest)).length === 1;
}

/** Several quantities, or questions beside one, earn points: where none of them earns the whole they can't exclude each other. */
export function refuseSeveral(cases: readonly Case[], weight: Ratio | null): void {
  const earning = cases.filter(({ clause, points }) => clause.effect.kind === 'award' && points !== null);
  const plain = earning.filter(({ interval }) => interval !== null);
  const inputs = new Set(plain.map(({ interval }) => interval?.input));
  const whole = weight !== null && earning.some(({ points }) => points !== null && compare(points, weight) >= 0);
  const asked = earning.some(
    ({ clause }) => clause.condition?.kind === 'words' || clause.condition?.kind === 'reached',
  );
  if (inputs.size > 1 || (weight !== null && !whole && asked && plain.length > 0))
    refuse('sum-or-choice', '', earning[0]?.clause.span ?? null);
}

/** Full marks from 90 and again from 45: two things scored in one text, which can't be told apart. */
export function refuseTwoTables(cases: readonly Case[]): void {
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
