import type { Input, ScoreCurve } from '../core/scoring';

/** 得分曲线 as shapes on a plane, for whatever draws them: the pane's component, a report. No colours here. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** From the back to the front. */
  readonly shapes: readonly Shape[];
  /** What of `FAULTS` is drawn, for the legend. */
  readonly shown: readonly FaultLook[];
}

export type Shape =
  | {
      readonly kind: 'line';
      readonly look: 'axis' | 'tick' | 'full' | 'target' | 'actual' | 'jump';
      readonly from: Place;
      readonly to: Place;
    }
  | { readonly kind: 'path'; readonly look: 'score' | 'above' | 'falling'; readonly places: readonly Place[] }
  | { readonly kind: 'area'; readonly look: 'above' | 'gap' | 'overlap'; readonly places: readonly Place[] }
  | { readonly kind: 'dot'; readonly look: 'closed' | 'open' | 'actual' | 'fault'; readonly at: Place }
  | {
      readonly kind: 'label';
      readonly look: 'axis' | 'full' | 'target' | 'actual';
      readonly at: Place;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
    };

/** In pixels from the top left. */
export type Place = readonly [number, number];

export const FAULTS = ['above', 'falling', 'gap', 'overlap'] as const;
export type FaultLook = (typeof FAULTS)[number];

export interface CurveWords {
  /** With `{value}`. */
  readonly full: string;
  readonly target: string;
  readonly deadline: string;
  readonly actual: string;
}

export interface DrawingOptions {
  readonly width: number;
  readonly height?: number;
  readonly words: CurveWords;
  /** The row's own result, with its score. */
  readonly actual?: { readonly x: number; readonly y: number } | null;
  /** Counter-examples of the faults. */
  readonly faults?: readonly { readonly x: number; readonly y: number }[];
}

const HEIGHT = 190;
const MARGIN = { top: 24, right: 14, bottom: 24, left: 34 };
/** Widths of a letter at the size of the labels: Latin and Han. */
const NARROW = 6;
const WIDE = 11;
/** Above so many steps a staircase is drawn as a line. */
const MOST_RUNS = 40;

export function drawCurve(curve: ScoreCurve, input: Input, options: DrawingOptions): Drawing {
  const { width, height = HEIGHT, words, actual = null, faults = [] } = options;
  const high = Math.max(curve.high, actual?.x ?? curve.high, curve.low + 1e-9);
  const low = lowEnd(curve, input, actual?.x ?? null, high);
  const cropped = low > curve.low;
  const lines = (input.kind === 'value' ? stretches(curve) : staircase(curve)).map(({ path, falling }) => ({
    path: fromOn(path, low),
    falling,
  }));
  const top = Math.max(curve.top, actual?.y ?? 0, 1e-9);
  const base = cropped ? lowScore([...lines.flatMap(({ path }) => path.map(([, y]) => y)), actual?.y ?? top], top) : 0;
  const right = width - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const x = (value: number): number => rounded(MARGIN.left + ((value - low) / (high - low)) * (right - MARGIN.left));
  const y = (value: number): number => rounded(bottom - ((value - base) / (top - base)) * (bottom - MARGIN.top));
  const at = ([a, b]: readonly [number, number]): Place => [x(a), y(b)];
  const print = (value: number): string => printResult(value, input);

  /** The unit stands once, at the end. */
  const printTick = (value: number, withUnit: boolean): string =>
    withUnit || input.unit === '%' ? print(value) : printResult(value, { ...input, unit: null });

  const back: Shape[] = [];
  const front: Shape[] = [];
  const shown = new Set<FaultLook>();

  for (const { from, to, why } of curve.gaps) {
    if (to < low) continue;
    shown.add(why);
    const [left, end] = widened(x(Math.max(from, low)), x(to));
    back.push({
      kind: 'area',
      look: why,
      places: [
        [left, MARGIN.top],
        [end, MARGIN.top],
        [end, bottom],
        [left, bottom],
      ],
    });
  }

  for (const { path, falling } of lines) {
    for (const part of splitAt(path, curve.full)) {
      const look = part.above ? 'above' : falling ? 'falling' : 'score';
      if (look !== 'score') shown.add(look);
      if (part.above && curve.full !== null) {
        const [first, last] = [part.path[0], part.path.at(-1)];
        if (first && last) {
          const foot: Place[] = [
            [x(last[0]), y(curve.full)],
            [x(first[0]), y(curve.full)],
          ];
          back.push({ kind: 'area', look: 'above', places: [...part.path.map(at), ...foot] });
        }
      }
      front.push({ kind: 'path', look, places: part.path.map(at) });
    }
  }
  for (const dot of dotsOf(curve, input)) {
    if (dot.x < low) continue;
    if (dot.jump)
      front.push({ kind: 'line', look: 'jump', from: at([dot.x, dot.jump[0]]), to: at([dot.x, dot.jump[1]]) });
    front.push({ kind: 'dot', look: dot.open ? 'open' : 'closed', at: at([dot.x, dot.y]) });
  }
  for (const fault of faults) {
    if (fault.x < low || fault.x > high) continue;
    // Under the row's own value nothing could be seen of it.
    const hidden = actual && Math.hypot(x(fault.x) - x(actual.x), y(fault.y) - y(actual.y)) < 8;
    if (!hidden) front.push({ kind: 'dot', look: 'fault', at: at([fault.x, fault.y]) });
  }

  back.push(
    { kind: 'line', look: 'axis', from: [MARGIN.left, bottom], to: [right, bottom] },
    { kind: 'line', look: 'axis', from: [MARGIN.left, MARGIN.top - 6], to: [MARGIN.left, bottom] },
    ...(cropped ? axisBreaks(bottom) : []),
    ...upLabels(curve, base, actual?.y ?? null, y),
    ...acrossLabels(curve, x, printTick, bottom, [MARGIN.left, right], low, high),
  );
  const head: Label[] = [];
  if (curve.full !== null) {
    const line = y(curve.full);
    back.push({ kind: 'line', look: 'full', from: [MARGIN.left, line], to: [right, line] });
  }
  if (curve.target !== null && curve.target >= low && curve.target <= high) {
    const line = x(curve.target);
    back.push({ kind: 'line', look: 'target', from: [line, MARGIN.top - 6], to: [line, bottom] });
    const word = input.kind === 'date' ? words.deadline : words.target;
    head.push({ look: 'target', x: line, text: word.replace('{value}', print(curve.target)) });
  }
  if (actual) {
    const place = at([actual.x, actual.y]);
    front.push({ kind: 'line', look: 'actual', from: [place[0], bottom], to: place });
    front.push({ kind: 'dot', look: 'actual', at: place });
    head.push({ look: 'actual', x: place[0], text: words.actual.replace('{value}', print(actual.x)) });
  }
  front.push(...headLabels(head, [MARGIN.left, right]));
  if (curve.full !== null) {
    // Where the curve is far from it: the end that earns less.
    const ends = [curve.points[0]?.y ?? 0, curve.points.at(-1)?.y ?? 0];
    const left = (ends[0] ?? 0) <= (ends[1] ?? 0);
    front.push({
      kind: 'label',
      look: 'full',
      at: [left ? MARGIN.left + 5 : right, y(curve.full) + 13],
      anchor: left ? 'start' : 'end',
      text: words.full.replace('{value}', String(curve.full)),
    });
  }
  return { width, height, shapes: [...back, ...front], shown: FAULTS.filter((look) => shown.has(look)) };
}

/** `94%`, `8次`, `2027-02-28`. */
export function printResult(value: number, input: Input): string {
  if (input.kind === 'date') return new Date((Math.round(value) - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return `${String(Number(value.toFixed(4)))}${input.unit ?? ''}`;
}

export interface Breakpoint {
  readonly at: string;
  readonly score: number | null;
  /** What is come to from below and above, where that is something else; null where nothing is stated. */
  readonly below: number | null;
  readonly above: number | null;
}

/** The curve in words: its ends and wherever it jumps or bends. */
export function breakpointsOf(curve: ScoreCurve, input: Input): readonly Breakpoint[] {
  if (input.kind === 'value') {
    return curve.points.map(({ x, y, left, right }) => ({
      at: printResult(x, input),
      score: y,
      below: x === curve.low ? y : cents(left),
      above: x === curve.high ? y : cents(right),
    }));
  }
  return runsOf(curve).map(({ from, to, score }) => ({
    at: from === to ? printResult(from, input) : `${printResult(from, input)} – ${printResult(to, input)}`,
    score,
    below: score,
    above: score,
  }));
}

/** Where most of what there is to see is crowded at the upper end, the plain slope that leads to it is cut short. */
function lowEnd(curve: ScoreCurve, { kind }: Input, actual: number | null, high: number): number {
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
function lowScore(scores: readonly number[], top: number): number {
  const least = Math.min(...scores);
  return least > top / 2 ? Math.max(0, Math.floor(least - 0.3 * (top - least))) : 0;
}

/** The part of a path from `low` on. */
function fromOn(path: Line['path'], low: number): Line['path'] {
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

/** Two strokes through each axis: it does not begin at its natural end. */
function axisBreaks(bottom: number): Shape[] {
  const stroke = (from: Place, to: Place): Shape => ({ kind: 'line', look: 'axis', from, to });
  const { left } = MARGIN;
  return [8, 12].flatMap((away) => [
    stroke([left + away - 2, bottom + 4], [left + away + 2, bottom - 4]),
    stroke([left - 4, bottom - away + 2], [left + 4, bottom - away - 2]),
  ]);
}

interface Line {
  readonly path: readonly (readonly [number, number])[];
  readonly falling: boolean;
}

function stretches({ segments }: ScoreCurve): readonly Line[] {
  return segments.map(({ path, falling }) => ({ path, falling }));
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Neighbouring counts or days with the same score. */
function runsOf({ points }: ScoreCurve): readonly Run[] {
  const runs: { from: number; to: number; score: number }[] = [];
  for (const { x, y } of points) {
    const last = runs.at(-1);
    if (last && last.to === x - 1 && last.score === y) last.to = x;
    else runs.push({ from: x, to: x, score: y });
  }
  return runs;
}

/** A line for each run; one line through all of them where there are too many to tell apart. */
function staircase(curve: ScoreCurve): readonly Line[] {
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
function dotsOf(curve: ScoreCurve, { kind }: Input): readonly Dot[] {
  if (kind !== 'value') {
    const runs = runsOf(curve);
    if (runs.length > MOST_RUNS) return [];
    const ends = runs.flatMap(({ from, to, score }) =>
      from === to
        ? [[from, score]]
        : [
            [from, score],
            [to, score],
          ],
    );
    return ends.filter(([x]) => x !== curve.low && x !== curve.high).map(([x = 0, y = 0]) => ({ x, y, open: false }));
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
function splitAt(
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

interface Label {
  readonly look: 'target' | 'actual';
  readonly x: number;
  readonly text: string;
}

export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? WIDE : NARROW), 0);
}

/** Labels over the plot, side by side where they would meet. */
function headLabels(labels: readonly Label[], [left, right]: readonly [number, number]): Shape[] {
  const sorted = [...labels].sort((a, b) => a.x - b.x);
  const placed = sorted.map((label) => {
    const half = textWidth(label.text) / 2;
    return { ...label, half, x: clamp(label.x, left + half - 20, right - half + 8) };
  });
  const [first, second] = placed;
  if (first && second) {
    const overlap = first.x + first.half + 8 - (second.x - second.half);
    if (overlap > 0) {
      first.x = Math.max(left - 20 + first.half, first.x - overlap);
      second.x = Math.max(second.x, first.x + first.half + 8 + second.half);
    }
  }
  return placed.map(({ look, x, text }) => ({ kind: 'label', look, at: [rounded(x), 12], anchor: 'middle', text }));
}

/** Nothing, the full mark and the highest score, where they are not on top of one another. */
function upLabels(curve: ScoreCurve, base: number, actual: number | null, y: (value: number) => number): Shape[] {
  const shapes: Shape[] = [];
  const used: number[] = [];
  const heights = [
    base,
    curve.full,
    curve.top,
    ...(actual === null ? [] : [actual]),
    ...curve.points.map((point) => point.y),
  ];
  for (const value of heights) {
    const room = used.length < 3 ? 14 : 26;
    if (value === null || value < base || used.some((place) => Math.abs(place - y(value)) < room)) continue;
    used.push(y(value));
    shapes.push(
      { kind: 'line', look: 'tick', from: [MARGIN.left - 3, y(value)], to: [MARGIN.left, y(value)] },
      {
        kind: 'label',
        look: 'axis',
        at: [MARGIN.left - 6, y(value) + 4],
        anchor: 'end',
        text: String(cents(value)),
      },
    );
    if (used.length === 5) break;
  }
  return shapes;
}

/** The ends, the target and the turning points, as many as there is room for. */
function acrossLabels(
  curve: ScoreCurve,
  x: (value: number) => number,
  print: (value: number, withUnit: boolean) => string,
  bottom: number,
  [left, right]: readonly [number, number],
  low: number,
  high: number,
): Shape[] {
  const jumps = curve.points.filter((point) =>
    [point.left, point.right].some((side) => side !== null && side !== point.y),
  );
  const wanted = [low, high, curve.target, ...jumps.map((point) => point.x), ...curve.points.map((point) => point.x)];
  const shapes: Shape[] = [];
  const used: (readonly [number, number])[] = [];
  for (const value of wanted) {
    if (value === null || value < low || value > high) continue;
    const text = print(value, value === high);
    const half = textWidth(text) / 2;
    const middle = clamp(x(value), left - 20 + half, right + 10 - half);
    if (used.some(([from, to]) => middle - half < to + 10 && middle + half > from - 10)) continue;
    used.push([middle - half, middle + half]);
    shapes.push(
      { kind: 'line', look: 'tick', from: [x(value), bottom], to: [x(value), bottom + 3] },
      { kind: 'label', look: 'axis', at: [rounded(middle), bottom + 15], anchor: 'middle', text },
    );
    if (used.length === 6) break;
  }
  return shapes;
}

/** A gap of a single value is still to be seen. */
function widened(from: number, to: number): readonly [number, number] {
  return to - from >= 4 ? [from, to] : [(from + to) / 2 - 2, (from + to) / 2 + 2];
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function cents(value: number): number;
function cents(value: number | null): number | null;
function cents(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(2));
}
