import type { Read } from '../actuals';
import { addMonths } from '../dates';
import { countEnd, direction, domainOf } from '../domain';
import { scoreOf } from '../machine';
import { compare, ratio, round, type Ratio } from '../exact';
import { Analysis, NotProved, slope, valueAt, type Curve, type Piecewise } from '../piecewise';
import type { Input } from '../standard';
import type { Examination } from './examination';

/** Counts and days are looked at one by one: there is nothing between them. */
export function discrete(exam: Examination, index: number, others: readonly Read[], places: readonly Ratio[]): void {
  const full = exam.full();
  const better = direction(exam.standard, index);
  let previous: { at: Ratio; score: number } | null = null;
  let best = -Infinity;
  for (const at of places) {
    const score = exam.score(index, others, at);
    if (score === null) {
      undefinedAt(exam, index, others, at);
      previous = null;
      continue;
    }
    best = Math.max(best, score);
    if (full !== null && score > full) exceeds(exam, index, at, score, full);
    if (previous !== null && better !== null) judgeOrder(exam, index, better, previous, { at, score });
    previous = { at, score };
  }
  reachable(exam, best, full);
}

export function continuous(exam: Examination, index: number, others: readonly Read[]): void {
  const { standard } = exam;
  if (standard.score === null) return;
  const { low, high } = domainOf(standard, index);
  let function_: Piecewise<Curve>;
  try {
    function_ = new Analysis(index, low, high, others, 'whole').run(standard.score);
  } catch (error) {
    if (!(error instanceof NotProved)) throw error;
    exam.proved = false;
    return;
  }
  const full = exam.full();
  const better = direction(standard, index);
  const whole = exam.isWholeUnit(index);
  const { points, at, between } = function_;
  let best = -Infinity;
  points.forEach((point, place) => {
    const value = at[place];
    if (value === 'gap' || value === 'overlap') undefinedAt(exam, index, others, point);
    else if (value) {
      const score = round(value.b);
      best = Math.max(best, score);
      if (full !== null && score > full) exceeds(exam, index, point, score, full);
    }
    const next = points[place + 1];
    const stretch = between[place];
    if (!next || stretch === undefined) return;
    if (stretch === 'gap' || stretch === 'overlap') {
      for (const candidate of exam.inside(point, next, null, whole)) {
        undefinedAt(exam, index, others, candidate);
        break;
      }
      return;
    }
    const ends = [valueAt(stretch, point), valueAt(stretch, next)];
    const rising = slope(stretch);
    const top = ends.reduce<number>((most, end) => Math.max(most, end ? round(end) : -Infinity), -Infinity);
    best = Math.max(best, top);
    if (full !== null && top > full) exceedsInside(exam, index, others, point, next, rising, full, whole);
    if (better !== null && rising * better < 0) fallsInside(exam, index, others, point, next, better, whole);
  });
  if (better !== null) jumps(exam, index, others, function_, better, whole);
  fullAtTarget(exam, index, others, full, better);
  reachable(exam, best, full);
}

function judgeOrder(
  exam: Examination,
  index: number,
  better: 1 | -1,
  a: { at: Ratio; score: number },
  b: { at: Ratio; score: number },
): void {
  const [worse, good] = compare(a.at, b.at) * better < 0 ? [a, b] : [b, a];
  if (good.score >= worse.score) return;
  exam.add(
    'PT308',
    null,
    { actual: exam.show(index, worse.at), score: worse.score },
    {
      actual: exam.words(index, worse.at),
      score: worse.score,
      better: exam.words(index, good.at),
      betterScore: good.score,
      betterActual: exam.show(index, good.at),
    },
  );
}

function exceeds(exam: Examination, index: number, at: Ratio, score: number, full: number): void {
  exam.add('PT303', null, { actual: exam.show(index, at), score }, { actual: exam.words(index, at), score, full });
}

function undefinedAt(exam: Examination, index: number, others: readonly Read[], at: Ratio): void {
  const values = others.map((value, place): Read => (place === index ? { kind: 'number', value: at } : value));
  const found = scoreOf(exam.standard, values);
  if (found !== 'gap' && found !== 'overlap') return;
  exam.add(
    found === 'gap' ? 'PT306' : 'PT307',
    null,
    { actual: exam.show(index, at), score: null },
    { actual: exam.words(index, at) },
  );
}

/** Full marks nowhere; silent where bands overlap, which hides what is earned there. */
function reachable(exam: Examination, best: number, full: number | null): void {
  if (full === null || best >= full || exam.faults.some(({ code }) => code === 'PT307')) return;
  exam.add('PT309', null, { actual: '', score: best }, { actual: '', score: best, full });
}

function exceedsInside(
  exam: Examination,
  index: number,
  others: readonly Read[],
  low: Ratio,
  high: Ratio,
  rising: number,
  full: number,
  whole: boolean,
): void {
  for (const candidate of exam.inside(low, high, rising < 0 ? low : high, whole)) {
    const score = exam.score(index, others, candidate);
    if (score !== null && score > full) {
      exceeds(exam, index, candidate, score, full);
      return;
    }
  }
}

function fallsInside(
  exam: Examination,
  index: number,
  others: readonly Read[],
  low: Ratio,
  high: Ratio,
  better: 1 | -1,
  whole: boolean,
): void {
  const near = [...exam.inside(low, high, low, whole)];
  const far = [...exam.inside(low, high, high, whole)];
  for (const a of near) {
    for (const b of far) {
      if (compare(a, b) >= 0) continue;
      const [x, y] = [exam.score(index, others, a), exam.score(index, others, b)];
      if (x === null || y === null || x === y) continue;
      judgeOrder(exam, index, better, { at: a, score: x }, { at: b, score: y });
      return;
    }
  }
}

/** One-sided limits at each breakpoint against its value. */
function jumps(
  exam: Examination,
  index: number,
  others: readonly Read[],
  f: Piecewise<Curve>,
  better: 1 | -1,
  whole: boolean,
): void {
  f.points.forEach((point, place) => {
    const value = f.at[place];
    if (value === undefined || value === 'gap' || value === 'overlap') return;
    for (const [stretch, side, other] of [
      [f.between[place - 1], -1, f.points[place - 1]],
      [f.between[place], 1, f.points[place + 1]],
    ] as const) {
      if (stretch === undefined || stretch === 'gap' || stretch === 'overlap' || !other) continue;
      const limit = valueAt(stretch, point);
      if (!limit || compare(limit, value.b) * side * better >= 0) continue;
      const [low, high] = side < 0 ? [other, point] : [point, other];
      for (const candidate of exam.inside(low, high, point, whole)) {
        const score = exam.score(index, others, candidate);
        if (score === null || (score - round(value.b)) * side * better >= 0) continue;
        judgeOrder(exam, index, better, { at: candidate, score }, { at: point, score: round(value.b) });
        break;
      }
    }
  });
}

function fullAtTarget(
  exam: Examination,
  index: number,
  others: readonly Read[],
  full: number | null,
  better: 1 | -1 | null,
): void {
  const { target, inputs } = exam.standard;
  if (
    !target ||
    full === null ||
    better === null ||
    (inputs[index]?.unit ?? null) !== (target.unit ?? inputs[index]?.unit ?? null)
  )
    return;
  if (target.comparison === '>' || target.comparison === '<') return;
  if (inputs.filter(({ kind }) => kind === 'value').length > 1) return;
  const score = exam.score(index, others, target.value);
  if (score === null || score >= full) return;
  if (exam.standard.clauses.some(({ effect }) => effect.kind === 'bonus' || (effect.kind === 'pool' && effect.basis)))
    return;
  exam.add(
    'PT309',
    null,
    { actual: exam.show(index, target.value), score },
    {
      actual: exam.words(index, target.value),
      score,
      full,
    },
  );
}

export function countsOf(exam: Examination, index: number): Ratio[] {
  return Array.from({ length: countEnd(exam.standard, index) + 1 }, (_, count) => ratio(count));
}

/** Every day from two months before the deadline to two years after. */
export function daysOf({ deadline = 0 }: Input): Ratio[] {
  const last = addMonths(deadline, 25);
  return Array.from({ length: last - deadline + 61 }, (_, day) => ratio(deadline - 60 + day));
}
