import Big from 'big.js';
import { isSatisfaction, level1Of, level2Of, parentOf, TARGET_POINTS, weightScheme } from '../indicator';
import type { Level1, Tree } from '../indicator';
import { isExecutionName } from '../rules/weights';

/** What decides the weight of a row. */
export interface WeightRow {
  /** As written; level 1 may be missing where level 2 tells it. */
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  /** 分值 so far; null for none. */
  readonly weight: number | null;
}

export interface ProposedWeights {
  /** In the order of the rows given. */
  readonly existing: readonly number[];
  readonly added: readonly number[];
}

type Part = Level1 | 'execution';

interface Member {
  readonly row: WeightRow;
  readonly index: number;
  readonly part: Part;
  readonly added: boolean;
}

/** The 10 of 预算执行率, where it stands among the rows. */
const EXECUTION_POINTS = 10;

/**
 * 分值 for all rows when some are added, so that they make up `total`: 90 in a target table, 100 where 预算执行率 stands
 * among the rows (财预〔2021〕101号 and 财预〔2020〕10号). Where the rows so far make up the total and no level 1 is new, each
 * level 1 keeps its sum; else the sums are those of 101号. Points that no level 1 of the table claims (the 10 in a table
 * of 100 without execution, or those of a level 1 that has no rows yet) go to 产出, the largest part. Weights that stand
 * stay as they are where their level 1 has points to spare for the new rows, and shrink in proportion where it has none.
 * Whole points, or halves where there are more rows than points or halves are in use already.
 */
export function proposeWeights(
  existing: readonly WeightRow[],
  added: readonly WeightRow[],
  tree: Tree,
  total: number = TARGET_POINTS,
): ProposedWeights {
  const members = [
    ...existing.map((row, index): Member => ({ row, index, part: partOf(row, tree), added: false })),
    ...added.map((row, index): Member => ({ row, index, part: partOf(row, tree), added: true })),
  ];
  const result = { existing: existing.map(() => 0), added: added.map(() => 0) };
  for (const [part, sum] of sumsOf(members, total)) {
    const own = members.filter((member) => member.part === part);
    const weights = within(own, sum);
    own.forEach(({ index, added: isNew }, i) => {
      result[isNew ? 'added' : 'existing'][index] = weights[i] ?? 0;
    });
  }
  return result;
}

/** Satisfaction counts by itself, also where the table puts it under 效益. */
function partOf({ level1, level2, name }: WeightRow, tree: Tree): Part {
  if (isExecutionName(name)) return 'execution';
  if (level2 !== null && isSatisfaction(level2)) return 'satisfaction';
  const stated = level1 === null ? null : level1Of(level1);
  if (stated) return stated;
  const below = level2 === null ? null : level2Of(level2);
  return (below && parentOf(below, tree)) ?? 'output';
}

const weightOf = ({ row, added }: Member): number | null =>
  added || row.weight === null || !Number.isFinite(row.weight) || row.weight <= 0 ? null : row.weight;

const sum = (values: Iterable<number>): number =>
  [...values].reduce((all, value) => all.plus(value), new Big(0)).toNumber();

/** Points of each part that has rows. */
function sumsOf(members: readonly Member[], total: number): Map<Part, number> {
  const parts = [...new Set(members.map(({ part }) => part))];
  const standing = new Map(
    parts.map((part) => [part, members.filter((one) => one.part === part && !one.added)] as const),
  );
  const current = new Map(
    parts.map((part) => [part, sum((standing.get(part) ?? []).map((one) => weightOf(one) ?? 0))]),
  );
  const complete = parts.every((part) => (standing.get(part) ?? []).length > 0);
  const weighed = members.every((one) => one.added || weightOf(one) !== null);
  if (complete && weighed && Math.abs(sum(current.values()) - total) < 0.01) return current;

  const sums = new Map<Part, number>();
  if (parts.includes('execution')) sums.set('execution', current.get('execution') || EXECUTION_POINTS);
  // 投入 stands in some provinces' forms and in no scheme: it keeps what it has.
  if (parts.includes('input')) sums.set('input', current.get('input') || EXECUTION_POINTS);
  const left = new Big(total).minus(sum(sums.values())).toNumber();
  const scheme = weightScheme(parts.includes('cost'), parts.includes('satisfaction'));
  const own = (['cost', 'output', 'benefit', 'satisfaction'] as const).filter((part) => parts.includes(part));
  const spare = left - sum(own.map((part) => scheme[part] ?? 0));
  if (spare < 0) {
    const shares = apportion(
      left,
      own.map((part) => scheme[part] ?? 0),
      1,
    );
    own.forEach((part, i) => sums.set(part, shares[i] ?? 0));
    return sums;
  }
  const heir = own.find((part) => part === 'output') ?? own.find((part) => part === 'benefit') ?? own[0];
  for (const part of own) sums.set(part, (scheme[part] ?? 0) + (part === heir ? spare : 0));
  return sums;
}

/** The points of one part, row by row. */
function within(members: readonly Member[], points: number): number[] {
  const known = members.map(weightOf);
  const fresh = known.filter((weight) => weight === null).length;
  const stated = known.filter((weight): weight is number => weight !== null);
  const spare = new Big(points).minus(sum(stated)).toNumber();
  const whole = stated.every(Number.isInteger);
  if (fresh === 0)
    return Math.abs(spare) < 0.005 ? stated : apportion(points, stated, unitFor(points, stated.length, whole));
  if (stated.length > 0 && spare >= fresh * 0.5) {
    const shares = apportion(spare, Array<number>(fresh).fill(1), unitFor(spare, fresh, true));
    return known.map((weight) => weight ?? shares.shift() ?? 0);
  }
  // A new row weighs as much as the rows beside it do on the whole.
  const mean = stated.length === 0 ? 1 : sum(stated) / stated.length;
  return apportion(
    points,
    known.map((weight) => weight ?? mean),
    unitFor(points, known.length, whole),
  );
}

/** The coarsest step in which the points can be shared out. */
function unitFor(points: number, count: number, whole: boolean): number {
  const steps = whole ? [1, 0.5, 0.1] : [0.5, 0.1];
  return steps.find((step) => Number.isInteger(points / step) && points / step >= count) ?? 0.01;
}

/** Shares out points in steps by the largest remainder; every row gets at least one step where there are enough. */
function apportion(points: number, shares: readonly number[], unit: number): number[] {
  const steps = Math.max(0, Math.round(points / unit));
  const all = shares.reduce((a, b) => a + b, 0) || 1;
  const ideal = shares.map((share) => (steps * share) / all);
  const counts = ideal.map((value) => Math.max(steps >= shares.length ? 1 : 0, Math.floor(value + 1e-9)));
  let left = steps - counts.reduce((a, b) => a + b, 0);
  const gap = (i: number): number => (ideal[i] ?? 0) - (counts[i] ?? 0);
  while (left !== 0 && counts.length > 0) {
    const order = counts.map((_, i) => i).filter((i) => left > 0 || (counts[i] ?? 0) > 1);
    const best = order.reduce(
      (a, b) => ((left > 0 ? gap(b) > gap(a) + 1e-9 : gap(b) < gap(a) - 1e-9) ? b : a),
      order[0] ?? 0,
    );
    counts[best] = (counts[best] ?? 0) + Math.sign(left);
    left -= Math.sign(left);
  }
  return counts.map((count) => new Big(count).times(unit).toNumber());
}
