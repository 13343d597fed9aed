import { addMonths } from './dates';
import { add, divide, multiply, ratio, round, subtract, toNumber, type Ratio } from './exact';
import { scoreOf } from './machine';
import { Analysis, isLine, NotProved, valueAt } from './piecewise';
import type { Read } from './actuals';
import type { Standard } from './standard';
import { bestOthers, direction, domainOf } from './domain';

/** An open stretch of the curve; `path` holds its ends and, for a bent one, points between. */
export interface CurveSegment {
  readonly path: readonly (readonly [number, number])[];
  /** More than the full mark is earned here. */
  readonly above: boolean;
  /** Runs the wrong way: a better result earns less. */
  readonly falling: boolean;
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** What the two stretches that meet here come to; a mark is open where that differs from `y`. */
  readonly left: number | null;
  readonly right: number | null;
}

/** What is drawn: score against one input, the others at their best. Dates are day numbers. */
export interface ScoreCurve {
  readonly input: number;
  readonly low: number;
  readonly high: number;
  readonly top: number;
  readonly full: number | null;
  readonly target: number | null;
  readonly segments: readonly CurveSegment[];
  readonly points: readonly CurvePoint[];
  /** Stretches without a score. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly why: 'gap' | 'overlap' }[];
}

const BENDS = 16;

/** Null for standards without a number to draw against (grades, yes or no) or that are not drawn exactly. */
export function curve(standard: Standard, input?: number): ScoreCurve | null {
  const index =
    input ??
    standard.inputs.findIndex(
      ({ kind, within }) => !within && (kind === 'value' || kind === 'count' || kind === 'date'),
    );
  const { kind, within } = standard.inputs[index] ?? {};
  if (standard.score === null || within || kind === undefined || kind === 'grade' || kind === 'boolean') return null;
  const others = bestOthers(standard, index);
  if (others === null) return null;
  return kind === 'value' ? continuous(standard, index, others) : stepwise(standard, index, others);
}

function finish(
  standard: Standard,
  index: number,
  low: Ratio,
  high: Ratio,
  parts: Pick<ScoreCurve, 'segments' | 'points' | 'gaps'>,
): ScoreCurve {
  const full = standard.fullMark === null ? null : toNumber(standard.fullMark);
  const unit = standard.inputs[index]?.unit ?? null;
  const { target, inputs } = standard;
  const drawn =
    target && inputs[index]?.kind === 'value' && (target.unit === null || target.unit === unit)
      ? toNumber(target.value)
      : null;
  const heights = [...parts.segments.flatMap(({ path }) => path.map(([, y]) => y)), ...parts.points.map(({ y }) => y)];
  return {
    input: index,
    low: toNumber(low),
    high: toNumber(high),
    top: Math.max(full ?? 0, 0, ...heights),
    full,
    target: inputs[index]?.deadline ?? drawn,
    ...parts,
  };
}

function continuous(standard: Standard, index: number, others: readonly Read[]): ScoreCurve | null {
  const { low, high } = domainOf(standard, index);
  if (standard.score === null) return null;
  try {
    const f = new Analysis(index, low, high, others, 'whole').run(standard.score);
    const better = direction(standard, index);
    const full = standard.fullMark === null ? null : round(standard.fullMark);
    const segments: CurveSegment[] = [];
    const gaps: ScoreCurve['gaps'][number][] = [];
    f.between.forEach((stretch, place) => {
      const [from, to] = [f.points[place] as Ratio, f.points[place + 1] as Ratio];
      if (stretch === 'gap' || stretch === 'overlap') {
        gaps.push({ from: toNumber(from), to: toNumber(to), why: stretch });
        return;
      }
      const count = isLine(stretch) ? 1 : BENDS;
      const path = Array.from({ length: count + 1 }, (_, bend) => {
        const x = add(from, multiply(subtract(to, from), divide(ratio(bend), ratio(count)) ?? from));
        return [toNumber(x), toNumber(valueAt(stretch, x) ?? ratio(0))] as const;
      });
      const [start, end] = [path[0]?.[1] ?? 0, path.at(-1)?.[1] ?? 0];
      segments.push({
        path,
        above: full !== null && Math.max(start, end) > full,
        falling: better !== null && (end - start) * better < 0,
      });
    });
    const points = f.points.flatMap((x, place): CurvePoint[] => {
      const value = f.at[place];
      if (value === undefined || value === 'gap' || value === 'overlap') return [];
      const side = (stretch: (typeof f.between)[number] | undefined): number | null => {
        if (stretch === undefined || stretch === 'gap' || stretch === 'overlap') return null;
        const limit = valueAt(stretch, x);
        return limit ? toNumber(limit) : null;
      };
      return [
        { x: toNumber(x), y: toNumber(value.b), left: side(f.between[place - 1]), right: side(f.between[place]) },
      ];
    });
    return finish(standard, index, low, high, { segments, points, gaps });
  } catch (error) {
    if (error instanceof NotProved) return null;
    throw error;
  }
}

/** Counts and days: a dot for each, joined where the score stays the same. */
function stepwise(standard: Standard, index: number, others: readonly Read[]): ScoreCurve {
  const input = standard.inputs[index];
  const deadline = input?.deadline;
  const domain = domainOf(standard, index);
  const low = deadline === undefined ? domain.low : ratio(deadline - 60);
  const high = deadline === undefined ? domain.high : ratio(addMonths(deadline, 13));
  const points: CurvePoint[] = [];
  const gaps: ScoreCurve['gaps'][number][] = [];
  const segments: CurveSegment[] = [];
  const full = standard.fullMark === null ? null : round(standard.fullMark);
  const better = direction(standard, index);
  for (let x = toNumber(low); x <= toNumber(high); x += 1) {
    const values = others.map((value, place): Read => (place === index ? { kind: 'number', value: ratio(x) } : value));
    const exact = scoreOf(standard, values);
    if (typeof exact === 'string') {
      gaps.push({ from: x, to: x, why: exact === 'overlap' ? 'overlap' : 'gap' });
      continue;
    }
    const score = round(exact);
    const previous = points.at(-1);
    if (previous && previous.x === x - 1) {
      segments.push({
        path: [
          [previous.x, previous.y],
          [x, score],
        ],
        above: full !== null && Math.max(previous.y, score) > full,
        falling: better !== null && (score - previous.y) * better < 0,
      });
    }
    points.push({ x, y: score, left: null, right: null });
  }
  return finish(standard, index, low, high, { segments, points, gaps });
}
