import { compare, equal, isOne, type Ratio } from '../exact';
import { refuse, type Clause } from '../syntax';
import { standApart } from './apart';
import { isRanged } from './clauses';
import type { Context } from './context';

/** Sub-standards: more than one marked section that says what it gives. */
export function sectionsOf(clauses: readonly Clause[], weight: Ratio | null): readonly (readonly Clause[])[] {
  const marks = [...new Set(clauses.map(({ section }) => section))].filter((mark) => mark !== null);
  if (marks.length === 0) return standApart(clauses, weight);
  const gives = (mark: string): boolean =>
    clauses.some(
      ({ section, effect, condition }) =>
        section === mark &&
        condition?.kind !== 'else' &&
        ((effect.kind === 'award' && condition !== null) ||
          effect.kind === 'pool' ||
          effect.kind === 'proportion' ||
          effect.kind === 'formula'),
    );
  // ①达到得满分 ②未达到按比例 are sides of one thing: a sub-standard says its own points.
  const shared = clauses.some(
    ({ effect }) =>
      (effect.kind === 'award' && effect.amounts.some((amount) => amount.kind === 'full' && amount.stated === null)) ||
      ((effect.kind === 'proportion' || effect.kind === 'formula') &&
        !clauses.some((other) => other.effect.kind === 'pool')),
  );
  // ①达成得80%-100% ②部分达成得60%-80%: grades of one thing, one to a mark.
  const ranged = marks.map((mark) => clauses.filter((clause) => clause.section === mark && isRanged(clause)).length);
  const grades = ranged.some((count) => count === 1) && ranged.every((count) => count <= 1);
  if (shared || grades || isOneLadder(clauses) || isOneChoice(clauses, weight) || marks.filter(gives).length < 2)
    return [[...clauses]];
  if (clauses.some(({ section, effect }) => section === null && effect.kind !== 'note' && effect.kind !== 'pool')) {
    return refuse('not-understood', '');
  }
  return marks.map((mark) => clauses.filter(({ section }) => section === mark));
}

/** ①90%以上得10分 ②80%至90%得8分 …: bands of one quantity, one to a mark. */
function isOneLadder(clauses: readonly Clause[]): boolean {
  const told = clauses.filter(({ effect }) => effect.kind !== 'note');
  const subjects = told.flatMap(({ condition }) => (condition?.kind === 'limits' ? [condition.subject] : []));
  const [first = ''] = subjects;
  return (
    new Set(told.map(({ section }) => section)).size === told.length &&
    told.every(
      ({ condition, effect }) =>
        (effect.kind === 'award' || effect.kind === 'zero') &&
        (condition?.kind === 'limits' || condition?.kind === 'else') &&
        (condition.kind === 'else' || condition.limits.every(({ reference }) => reference.kind === 'number')),
    ) &&
    subjects.length >= 2 &&
    subjects.every((subject) => subject === '' || subject === first)
  );
}

/** ①效果显著得10分 ②效果一般得6分 ③无效果不得分: the best of them is worth the whole, so they are grades. */
function isOneChoice(clauses: readonly Clause[], weight: Ratio | null): boolean {
  const told = clauses.filter(({ effect }) => effect.kind !== 'note');
  const last = told.at(-1);
  const points = told.flatMap(({ effect }) =>
    effect.kind === 'award' && effect.amounts.length === 1 && effect.amounts[0]?.kind === 'points'
      ? [effect.amounts[0].value]
      : [],
  );
  return (
    weight !== null &&
    new Set(told.map(({ section }) => section)).size === told.length &&
    told.every(({ condition }) => condition !== null) &&
    points.length >= 2 &&
    points.length >= told.length - 1 &&
    (points.length === told.length || last?.effect.kind === 'zero') &&
    points.some((value) => equal(value, weight)) &&
    points.every((value) => compare(value, weight) <= 0)
  );
}

/** Several counts with the same points for each (每例扣0.1分 four times over): only their total matters. */
export function weighAlike({ inputs, facts, clauses }: Context): boolean {
  const [first] = facts.steps;
  if (inputs.length < 2 || !first) return false;
  const scoring = clauses.filter(({ effect }) => effect.kind !== 'note' && effect.kind !== 'pool');
  return (
    facts.steps.length === inputs.length &&
    new Set(facts.steps.map(({ index }) => index)).size === inputs.length &&
    inputs.every(({ kind, unit }) => kind === 'count' && unit === inputs[0]?.unit) &&
    facts.steps.every(({ points, size }) => equal(points, first.points) && equal(size, first.size) && isOne(size)) &&
    scoring.every(
      ({ effect }) =>
        effect.kind === 'step' || effect.kind === 'deduct' || (effect.kind === 'cap' && effect.cap === 'exhaust'),
    )
  );
}

/** 每篇加1分，最多加5分, where 5 is the whole: earned from nothing. Of a whole that is more, who knows from where. */
export function onlyAdds(context: Context, effects: readonly Clause[]): boolean {
  const most = effects.find(({ effect }) => effect.kind === 'cap' && effect.cap === 'bonus')?.effect;
  const adds = effects.every(
    ({ effect }) =>
      effect.kind === 'bonus' || effect.kind === 'cap' || (effect.kind === 'step' && effect.verb === 'bonus'),
  );
  if (!adds || most?.kind !== 'cap' || !most.amount) return false;
  const value = context.pointsValue(most.amount);
  return value !== null && context.full !== null && equal(value, context.full);
}
