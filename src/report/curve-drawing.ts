import type { Input, ScoreCurve } from '../core/scoring';
import { acrossLabels, cents, headLabels, upLabels, type Label } from './curve-labels';
import { dotsOf, fromOn, lowEnd, lowScore, runsOf, splitAt, staircase, stretches } from './curve-paths';
import { FAULTS, MARGIN, rounded, type Drawing, type FaultLook, type Place, type Shape } from './curve-shapes';

export { textWidth } from './curve-labels';
export { FAULTS } from './curve-shapes';
export type { Drawing, FaultLook, Place, Shape } from './curve-shapes';

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

/** Two strokes through each axis: it does not begin at its natural end. */
function axisBreaks(bottom: number): Shape[] {
  const stroke = (from: Place, to: Place): Shape => ({ kind: 'line', look: 'axis', from, to });
  const { left } = MARGIN;
  return [8, 12].flatMap((away) => [
    stroke([left + away - 2, bottom + 4], [left + away + 2, bottom - 4]),
    stroke([left - 4, bottom - away + 2], [left + 4, bottom - away - 2]),
  ]);
}

/** A gap of a single value is still to be seen. */
function widened(from: number, to: number): readonly [number, number] {
  return to - from >= 4 ? [from, to] : [(from + to) / 2 - 2, (from + to) / 2 + 2];
}
