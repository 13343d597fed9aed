import type { Input, ScoreCurve } from '../core/scoring';

/** Above so many steps a staircase is drawn as a line. */
const MOST_RUNS = 40;

/** A line through results and their scores. */
export interface Line {
  readonly path: readonly (readonly [number, number])[];
  readonly falling: boolean;
}

/** Where most of what there is to see is crowded at the upper end, the plain slope that leads to it is cut short. */
export function lowEnd(curve: ScoreCurve, { kind }: Input, actual: number | null, high: number): number {
  const low = Math.min(curve.low, actual ?? curve.low);
  if (kind !== 'value') return low;
  const crossings = curve.segments.flatMap(({ path }) =>
    splitAt(path, curve.full).flatMap(({ path: part, above }) => (above && part[0] ? [part[0][0]] : [])),
  );
  const points = curve.points.map(({ x }) => x);
  const first = Math.min(...[...points, ...crossings, curve.target ?? high, actual ?? high].filter((x) => x > low));
  const start = first - 1.5 * (high - first);
  if (start - low < 0.4 * (high - low)) return low;
  const step = 10 ** Math.floor(Math.log10(high - start)) / 2;
  return Math.max(low, Math.floor(start / step) * step);
}

/** The lower end of the scores shown, where nothing is near to 0. */
export function lowScore(scores: readonly number[], top: number): number {
  const least = Math.min(...scores);
  // Where all that is drawn earns the same there is nothing to look at closely.
  return least > top / 2 && least < top ? Math.max(0, Math.floor(least - 0.3 * (top - least))) : 0;
}

/** The part of a path from `low` on. */
export function fromOn(path: Line['path'], low: number): Line['path'] {
  const kept: (readonly [number, number])[] = [];
  for (const [index, place] of path.entries()) {
    const before = path[index - 1];
    if (before && before[0] < low && place[0] > low) {
      const share = (low - before[0]) / (place[0] - before[0]);
      kept.push([low, before[1] + share * (place[1] - before[1])]);
    }
    if (place[0] >= low) kept.push(place);
  }
  return kept;
}

export function stretches({ segments }: ScoreCurve): readonly Line[] {
  return segments.map(({ path, falling }) => ({ path, falling }));
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Neighbouring counts or days with the same score. */
export function runsOf({ points }: ScoreCurve): readonly Run[] {
  const runs: { from: number; to: number; score: number }[] = [];
  for (const { x, y } of points) {
    const last = runs.at(-1);
    if (last && last.to === x - 1 && last.score === y) last.to = x;
    else runs.push({ from: x, to: x, score: y });
  }
  return runs;
}

/** A line for each run; one line through all of them where there are too many to tell apart. */
export function staircase(curve: ScoreCurve): readonly Line[] {
  const falls = new Set(curve.segments.filter(({ falling }) => falling).map(({ path }) => path[0]?.[0]));
  const runs = runsOf(curve);
  const lines: Line[] =
    runs.length > MOST_RUNS
      ? [{ path: curve.points.map(({ x, y }) => [x, y] as const), falling: false }]
      : runs.map(({ from, to, score }) => ({
          path: [
            [from, score],
            [to, score],
          ],
          falling: false,
        }));
  for (const [place, run] of runs.entries()) {
    const next = runs[place + 1];
    if (next && falls.has(run.to))
      lines.push({
        path: [
          [run.to, run.score],
          [next.from, next.score],
        ],
        falling: true,
      });
  }
  return lines;
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly open: boolean;
  /** The height of a jump at an open dot. */
  readonly jump?: readonly [number, number];
}

/** Where the curve jumps: a closed dot for the score there, open ones for what it only comes near to. */
export function dotsOf(curve: ScoreCurve, { kind }: Input): readonly Dot[] {
  if (kind !== 'value') {
    const runs = runsOf(curve);
    if (runs.length > MOST_RUNS) return [];
    return runs.flatMap(({ from, to, score }): Dot[] => {
      // A run that goes on beyond the drawing has no end there; one of a single result is nothing but its dot.
      const ends = from === to ? [from] : [from, to].filter((x) => x !== curve.low && x !== curve.high);
      return ends.map((x) => ({ x, y: score, open: false }));
    });
  }
  return curve.points.flatMap(({ x, y, left, right }): Dot[] => {
    const sides = [x === curve.low ? null : left, x === curve.high ? null : right];
    const away = sides.filter((side): side is number => side !== null && Math.abs(side - y) > 1e-9);
    const breaks = away.length > 0 || (x !== curve.low && left === null) || (x !== curve.high && right === null);
    if (!breaks) return [];
    return [...away.map((side): Dot => ({ x, y: side, open: true, jump: [side, y] })), { x, y, open: false }];
  });
}

/** The parts of a path above and not above the full mark. */
export function splitAt(
  path: Line['path'],
  full: number | null,
): readonly { readonly path: Line['path']; readonly above: boolean }[] {
  const parts: { path: (readonly [number, number])[]; above: boolean }[] = [];
  const isAbove = (value: number): boolean => full !== null && value > full + 1e-9;
  for (const [index, place] of path.entries()) {
    const before = path[index - 1];
    if (!before) continue;
    const pieces: (readonly [number, number])[] = [before];
    if (full !== null && (before[1] - full) * (place[1] - full) < 0) {
      const share = (full - before[1]) / (place[1] - before[1]);
      pieces.push([before[0] + share * (place[0] - before[0]), full]);
    }
    pieces.push(place);
    for (let end = 1; end < pieces.length; end++) {
      const [from, to] = [pieces[end - 1], pieces[end]] as [readonly [number, number], readonly [number, number]];
      const above = isAbove((from[1] + to[1]) / 2);
      const last = parts.at(-1);
      if (last?.above === above) last.path.push(to);
      else parts.push({ path: [from, to], above });
    }
  }
  return parts;
}
