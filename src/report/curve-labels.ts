import type { ScoreCurve } from '../core/scoring';
import { MARGIN, rounded, type Shape } from './curve-shapes';

/** Widths of a letter at the size of the labels: Latin and Han. */
const NARROW = 6;
const WIDE = 11;

export interface Label {
  readonly look: 'target' | 'actual';
  readonly x: number;
  readonly text: string;
}

export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? WIDE : NARROW), 0);
}

/** Labels over the plot, side by side where they would meet. */
export function headLabels(labels: readonly Label[], [left, right]: readonly [number, number]): Shape[] {
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
export function upLabels(
  curve: ScoreCurve,
  base: number,
  actual: number | null,
  y: (value: number) => number,
): Shape[] {
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
export function acrossLabels(
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

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

export function cents(value: number): number;
export function cents(value: number | null): number | null;
export function cents(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(2));
}
