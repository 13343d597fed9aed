import { compare, maximum, minimum, type Ratio } from '../exact';
import { choose, constant, type Expression, type Test } from '../expression';
import type { Edge } from '../standard';
import type { Clause, Comparison } from '../syntax';
import type { Context } from './context';
import { type Interval } from './quantities';

/** One alternative: where it holds and what it gives. */
export interface Case {
  readonly clause: Clause;
  readonly test: Test;
  readonly interval: Interval | null;
  readonly body: Expression;
  /** Its points, where they are constant; decides a boundary that two bands claim. */
  readonly points: Ratio | null;
  readonly full: boolean;
}

type Settled = Case & { interval: Interval };

function same(a: Interval, b: Interval): boolean {
  return a.input === b.input && a.quantity.kind === b.quantity.kind;
}

/** Does the lower band end where the upper begins? */
function meets(lower: Interval, upper: Interval): boolean {
  return lower.high !== null && upper.low !== null && compare(lower.high.at, upper.low.at) === 0;
}

/**
 * DOMAIN §5: a boundary stated by 及以上, 含 or ≥ belongs to that band and its neighbour's 以下 excludes it. Where both
 * only say 以上 / 以下 (or 80–90, 60–80) the higher band has it.
 */
function settleEnds(context: Context, cases: Settled[]): Settled[] {
  const settled = cases.map((item) => ({ ...item }));
  for (const lower of settled) {
    for (const upper of settled) {
      if (lower === upper || !same(lower.interval, upper.interval) || !meets(lower.interval, upper.interval)) continue;
      const high = lower.interval.high;
      const low = upper.interval.low;
      if (!high?.included || !low?.included) continue;
      if (high === lower.interval.low || low === upper.interval.high) continue;
      if (!high.soft && !low.soft) {
        context.facts.sharedEnds.push({
          input: lower.interval.input,
          at: high.at,
          clauses: [context.indexOf(lower.clause), context.indexOf(upper.clause)],
        });
      }
      const upperHas = high.soft !== low.soft ? high.soft : !higher(lower, upper);
      if (high.soft && low.soft) {
        context.facts.sharedEnds.push({
          input: lower.interval.input,
          at: high.at,
          clauses: [context.indexOf(lower.clause), context.indexOf(upper.clause)],
        });
      }
      if (upperHas) lower.interval = { ...lower.interval, high: { ...high, included: false } };
      else upper.interval = { ...upper.interval, low: { ...low, included: false } };
    }
  }
  return settled;
}

function higher(a: Case, b: Case): boolean {
  if (a.full !== b.full) return a.full;
  if (a.points === null || b.points === null) return a.points !== null && b.points === null;
  return compare(a.points, b.points) > 0;
}

function edgeOrder(a: Edge | null, b: Edge | null, side: 'low' | 'high'): number {
  if (a === null || b === null) {
    if (a === b) return 0;
    const infinite = side === 'low' ? -1 : 1;
    return a === null ? infinite : -infinite;
  }
  const order = compare(a.at, b.at);
  if (order !== 0) return order;
  if (a.included === b.included) return 0;
  return (a.included ? -1 : 1) * (side === 'low' ? 1 : -1);
}

/** Is `a` within `b`? */
function within(a: Interval, b: Interval): boolean {
  return edgeOrder(a.low, b.low, 'low') >= 0 && edgeOrder(a.high, b.high, 'high') <= 0;
}

function apart(a: Interval, b: Interval): boolean {
  const before = (x: Interval, y: Interval): boolean => {
    if (x.high === null || y.low === null) return false;
    const order = compare(x.high.at, y.low.at);
    return order < 0 || (order === 0 && !(x.high.included && y.low.included));
  };
  return before(a, b) || before(b, a);
}

export function intervalTest({ quantity, low, high }: Interval): Test {
  const tests: Test[] = [];
  const push = (comparison: Comparison, edge: Edge): void => {
    tests.push({ kind: 'compare', comparison, left: quantity, right: constant(edge.at) });
  };
  if (low !== null && high !== null && low.included && high.included && compare(low.at, high.at) === 0) push('=', low);
  else {
    if (low) push(low.included ? '≥' : '>', low);
    if (high) push(high.included ? '≤' : '<', high);
  }
  const [only] = tests;
  return tests.length === 1 && only ? only : { kind: 'and', items: tests };
}

/**
 * Alternatives as nested choices. Bands of one quantity: the narrower wins (≥90, ≥80, ≥60), and a stretch that two
 * bands claim without one lying within the other has no score. Others: the first that holds.
 */
export function lowerCases(context: Context, cases: readonly Case[], otherwise: Expression): Expression {
  const banded = cases.filter((item): item is Settled => item.interval !== null);
  const pure = banded.length === cases.length;
  if (!pure) {
    for (const item of banded) recordBand(context, item, item.interval);
    return cases.reduceRight((rest, item) => choose(item.test, item.body, rest), otherwise);
  }
  const settled = settleEnds(context, banded);
  for (const item of settled) recordBand(context, item, item.interval);
  const clashes: { low: Ratio; high: Ratio; interval: Interval }[] = [];
  settled.forEach((a, at) => {
    for (const b of settled.slice(at + 1)) {
      if (!same(a.interval, b.interval) || apart(a.interval, b.interval)) continue;
      if (within(a.interval, b.interval) || within(b.interval, a.interval)) continue;
      const clash = overlap(a.interval, b.interval);
      if (!clash) continue;
      context.facts.overlaps.push({
        input: a.interval.input,
        low: clash.low,
        high: clash.high,
        clauses: [context.indexOf(a.clause), context.indexOf(b.clause)],
      });
      clashes.push(clash);
    }
  });
  const ordered = [...settled].sort((a, b) => depth(a, settled) - depth(b, settled));
  const chosen = ordered.reduceRight<Expression>(
    (rest, item) => choose(testOf(item, banded), item.body, rest),
    otherwise,
  );
  return clashes.reduceRight<Expression>(
    (rest, { interval }) => choose(intervalTest(interval), { kind: 'undefined', why: 'overlap' }, rest),
    chosen,
  );
}

/** The test as written where its ends are unchanged: it may name the target rather than its number. */
function testOf(item: Settled, originals: readonly Settled[]): Test {
  const original = originals.find(({ clause, body }) => clause === item.clause && body === item.body);
  return original?.interval === item.interval ? item.test : intervalTest(item.interval);
}

/** How many other bands lie around this one, counted so that the narrowest comes first. */
function depth(item: Settled, all: readonly Settled[]): number {
  return -all.filter(
    (other) =>
      other !== item &&
      same(item.interval, other.interval) &&
      within(item.interval, other.interval) &&
      !within(other.interval, item.interval),
  ).length;
}

function overlap(a: Interval, b: Interval): { low: Ratio; high: Ratio; interval: Interval } | null {
  const low = edgeOrder(a.low, b.low, 'low') >= 0 ? a.low : b.low;
  const high = edgeOrder(a.high, b.high, 'high') <= 0 ? a.high : b.high;
  if (!low || !high) return null;
  return { low: minimum(low.at, high.at), high: maximum(low.at, high.at), interval: { ...a, low, high } };
}

function recordBand(context: Context, item: Case, interval: Interval): void {
  context.band({
    clause: context.indexOf(item.clause),
    input: interval.input,
    low: interval.low,
    high: interval.high,
    points: item.points,
    full: item.full,
  });
}
