import { add, compare, divide, HUNDRED, isZero, maximum, multiply, round, toNumber, ZERO, type Ratio } from '../exact';
import { TWO } from '../domain';
import { print } from '../exact';
import type { Bound } from '../standard';
import type { Examination } from './examination';

interface Earned {
  readonly clause: number;
  readonly option: string;
  readonly low: Bound;
  readonly high: Bound;
  /** Null where the grade alone decides. */
  readonly unit: '%' | '分' | null;
}

/** What each grade earns, in points. */
function earned({ standard: { facts, fullMark } }: Examination): Earned[] {
  const certain = facts.grades.map(({ clause, option, points }): Earned => {
    const bound: Bound = { at: points, included: true };
    return { clause, option, low: bound, high: bound, unit: null };
  });
  const inPoints = (bound: Bound, unit: '%' | '分'): Bound =>
    unit === '分' ? bound : { ...bound, at: divide(multiply(bound.at, fullMark ?? ZERO), HUNDRED) ?? ZERO };
  return [
    ...certain,
    ...facts.ranges.map(({ clause, option, unit, stretch: { low, high } }): Earned => ({
      clause,
      option,
      low: inPoints(low, unit),
      high: inPoints(high, unit),
      unit,
    })),
  ];
}

/** What a clerk would write for a grade that earns so many points. */
function actualOf(exam: Examination, { option, unit }: Earned, points: Ratio): string {
  if (unit === null) return option;
  const { fullMark } = exam.standard;
  if (unit === '分' || fullMark === null) return `${option} ${print(points)}分`;
  return `${option} ${print(divide(multiply(points, HUNDRED), fullMark) ?? ZERO)}%`;
}

/** 10号, 101号: 100–80 %, 80–60 %, below 60 % of the points. */
export function grades(exam: Examination): void {
  const full = exam.standard.fullMark;
  const found = earned(exam);
  if (full === null || isZero(full) || found.length !== 3) return;
  const ranked = [...found].sort((a, b) => compare(b.high.at, a.high.at));
  const bands = [
    [80, 100],
    [60, 80],
    [0, 60],
  ] as const;
  ranked.forEach((grade, place) => {
    const [low, high] = bands[place] ?? [0, 100];
    for (const points of [grade.low.at, grade.high.at]) {
      const share = toNumber(divide(multiply(points, HUNDRED), full) ?? ZERO);
      if (share >= low && share <= high) continue;
      const score = toNumber(points);
      exam.add(
        'PT313',
        exam.spanOf(grade.clause),
        { actual: actualOf(exam, grade, points), score: round(points) },
        { option: grade.option, score, share: Math.round(share * 10) / 10, low, high },
      );
    }
  });
}

/** Stretches of points: none above the full mark, the best one reaches it, a better grade never earns less. */
export function ranges(exam: Examination): void {
  const { facts, fullMark } = exam.standard;
  if (facts.ranges.length === 0 || fullMark === null) return;
  const found = earned(exam).sort((a, b) => compare(b.high.at, a.high.at) || compare(b.low.at, a.low.at));
  const full = round(fullMark);
  const [best] = found;
  if (best && compare(best.high.at, fullMark) > 0) {
    const actual = actualOf(exam, best, best.high.at);
    const score = round(best.high.at);
    exam.add('PT303', exam.spanOf(best.clause), { actual, score }, { actual, score, full });
  }
  if (best && round(best.high.at) < full) {
    exam.add(
      'PT309',
      null,
      { actual: '', score: round(best.high.at) },
      { actual: '', score: round(best.high.at), full },
    );
  }
  found.forEach((worse, place) => {
    const better = found[place - 1];
    if (!better || compare(worse.high.at, better.low.at) <= 0) return;
    const floor = maximum(better.low.at, worse.low.at);
    const middle = divide(add(worse.high.at, floor), TWO) ?? floor;
    const high = worse.high.included ? worse.high.at : middle;
    const low = better.low.included ? better.low.at : (divide(add(better.low.at, high), TWO) ?? high);
    const [actual, other] = [actualOf(exam, worse, high), actualOf(exam, better, low)];
    exam.add(
      'PT308',
      exam.spanOf(worse.clause),
      { actual, score: round(high) },
      { actual, score: round(high), better: other, betterScore: round(low), betterActual: other },
    );
  });
}
