import {
  add,
  ceiling,
  compare,
  divide,
  equal,
  floor,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from './exact';
import { holds, type StepReading } from './machine';
import type { Read } from './actuals';
import type { Expression, Test } from './expression';
import type { Comparison } from './syntax';

/** (ax + b) ÷ (cx + d): a line, or a hyperbola such as target ÷ actual. */
export interface Curve {
  readonly a: Ratio;
  readonly b: Ratio;
  readonly c: Ratio;
  readonly d: Ratio;
}

export type Value<T> = T | 'gap' | 'overlap';

/**
 * An exact function of one quantity on a closed domain: what it is at each breakpoint, and on each open stretch between
 * two of them. `between[i]` lies between `points[i]` and `points[i + 1]`.
 */
export interface Piecewise<T> {
  readonly points: readonly Ratio[];
  readonly at: readonly Value<T>[];
  readonly between: readonly Value<T>[];
}

/** The function is not one of lines, steps and simple hyperbolas: nothing is claimed of it. */
export class NotProved extends Error {}

const MOST_POINTS = 4000;

function line(a: Ratio, b: Ratio): Curve {
  return { a, b, c: ZERO, d: ONE };
}

export function isLine({ c }: Curve): boolean {
  return isZero(c);
}

export function isConstant(curve: Curve): boolean {
  return isZero(curve.a) && isLine(curve);
}

export function valueAt(curve: Curve, x: Ratio): Ratio | null {
  return divide(add(multiply(curve.a, x), curve.b), add(multiply(curve.c, x), curve.d));
}

/** Sign of the slope on a stretch without a pole. */
export function slope(curve: Curve): -1 | 0 | 1 {
  return compare(multiply(curve.a, curve.d), multiply(curve.b, curve.c));
}

function isDefined<T>(value: Value<T>): value is T {
  return value !== 'gap' && value !== 'overlap';
}

function sum(f: Curve, g: Curve, sign: 1 | -1): Curve {
  const [p, q] = [f, sign === 1 ? g : { ...g, a: negate(g.a), b: negate(g.b) }];
  const scaled = (x: Ratio, y: Ratio, by: Ratio): Ratio => add(x, multiply(y, by));
  if (isLine(p) && isLine(q)) {
    const [pa, pb, qa, qb] = [div(p.a, p.d), div(p.b, p.d), div(q.a, q.d), div(q.b, q.d)];
    return line(add(pa, qa), add(pb, qb));
  }
  const [curve, other] = isConstant(q) ? [p, q] : [q, p];
  if (!isConstant(other)) throw new NotProved('sum');
  const by = div(other.b, other.d);
  return { ...curve, a: scaled(curve.a, curve.c, by), b: scaled(curve.b, curve.d, by) };
}

function div(a: Ratio, b: Ratio): Ratio {
  const quotient = divide(a, b);
  if (!quotient) throw new NotProved('division by zero');
  return quotient;
}

function product(f: Curve, g: Curve): Curve {
  const [curve, other] = isConstant(g) ? [f, g] : [g, f];
  if (!isConstant(other)) {
    // (line) × (constant ÷ line) and the like are not needed by any clause.
    throw new NotProved('product');
  }
  const by = div(other.b, other.d);
  return { ...curve, a: multiply(curve.a, by), b: multiply(curve.b, by) };
}

function quotient(f: Curve, g: Curve): Curve {
  if (isConstant(g)) return product(f, line(ZERO, div(ONE, div(g.b, g.d))));
  if (isLine(f) && isLine(g)) {
    const [a, b, c, d] = [div(f.a, f.d), div(f.b, f.d), div(g.a, g.d), div(g.b, g.d)];
    return { a, b, c, d };
  }
  throw new NotProved('quotient');
}

/** Where two curves meet, strictly inside a stretch. */
function meeting(f: Curve, g: Curve, low: Ratio, high: Ratio): Ratio[] {
  const square = subtract(multiply(f.a, g.c), multiply(g.a, f.c));
  const linear = subtract(add(multiply(f.a, g.d), multiply(f.b, g.c)), add(multiply(g.a, f.d), multiply(g.b, f.c)));
  const free = subtract(multiply(f.b, g.d), multiply(g.b, f.d));
  if (!isZero(square)) throw new NotProved('meeting');
  if (isZero(linear)) return [];
  const x = negate(div(free, linear));
  return compare(x, low) > 0 && compare(x, high) < 0 ? [x] : [];
}

/** The order of two curves on a stretch on which they do not meet. */
function order(f: Curve, g: Curve, low: Ratio, high: Ratio): -1 | 0 | 1 {
  const middle = div(add(low, high), ratio(2));
  const [a, b] = [valueAt(f, middle), valueAt(g, middle)];
  if (!a || !b) throw new NotProved('pole');
  return compare(a, b);
}

function sorted(points: readonly Ratio[]): Ratio[] {
  const list = [...points].sort(compare);
  const unique = list.filter((point, index) => index === 0 || !equal(point, list[index - 1] as Ratio));
  if (unique.length > MOST_POINTS) throw new NotProved('too many points');
  return unique;
}

/** Adds breakpoints without changing the function. */
export function refine<T>(f: Piecewise<T>, more: readonly Ratio[], at: (value: T, x: Ratio) => T): Piecewise<T> {
  const points = sorted([...f.points, ...more]);
  let index = 0;
  const values: Value<T>[] = [];
  const between: Value<T>[] = [];
  for (const [place, point] of points.entries()) {
    while (index + 1 < f.points.length && compare(f.points[index + 1] as Ratio, point) <= 0) index += 1;
    const exact = equal(f.points[index] as Ratio, point);
    const stretch = f.between[Math.min(index, f.between.length - 1)] as Value<T>;
    values.push(exact ? (f.at[index] as Value<T>) : isDefined(stretch) ? at(stretch, point) : stretch);
    if (place + 1 < points.length) between.push(stretch);
  }
  return { points, at: values, between };
}

export class Analysis {
  constructor(
    private readonly input: number,
    private readonly low: Ratio,
    private readonly high: Ratio,
    private readonly others: readonly (Read | undefined)[],
    private readonly reading: StepReading,
  ) {}

  run(expression: Expression): Piecewise<Curve> {
    switch (expression.kind) {
      case 'number':
      case 'target':
      case 'weight':
        return this.constant(expression.value);
      case 'input': {
        if (expression.index === this.input) return this.everywhere(line(ONE, ZERO));
        const other = this.others[expression.index];
        if (other?.kind !== 'number') throw new NotProved('other input');
        return this.constant(other.value);
      }
      case 'add':
      case 'subtract':
        return this.both(expression.left, expression.right, (f, g) => sum(f, g, expression.kind === 'add' ? 1 : -1));
      case 'multiply':
        return this.both(expression.left, expression.right, product);
      case 'divide':
        return this.both(expression.left, expression.right, quotient);
      case 'min':
      case 'max':
        return this.extreme(expression.kind, expression.left, expression.right);
      case 'steps':
        return this.steps(this.run(expression.amount), expression.size);
      case 'if':
        return this.choose(this.test(expression.test), this.run(expression.yes), this.run(expression.no));
      case 'undefined':
        return { points: [this.low, this.high], at: [expression.why, expression.why], between: [expression.why] };
      case 'note':
        return this.run(expression.body);
      case 'months':
        throw new NotProved('months');
    }
  }

  private everywhere(curve: Curve): Piecewise<Curve> {
    const at = [this.low, this.high].map((x) => constantCurve(curve, x));
    return { points: [this.low, this.high], at, between: [curve] };
  }

  private constant(value: Ratio): Piecewise<Curve> {
    return this.everywhere(line(ZERO, value));
  }

  private aligned(f: Piecewise<Curve>, g: Piecewise<Curve>): [Piecewise<Curve>, Piecewise<Curve>] {
    return [refine(f, g.points, constantCurve), refine(g, f.points, constantCurve)];
  }

  private both(left: Expression, right: Expression, combine: (f: Curve, g: Curve) => Curve): Piecewise<Curve> {
    const [f, g] = this.aligned(this.run(left), this.run(right));
    const pair = (a: Value<Curve>, b: Value<Curve>): Value<Curve> =>
      !isDefined(a) ? a : !isDefined(b) ? b : combine(a, b);
    return {
      points: f.points,
      at: f.at.map((value, index) => pair(value, g.at[index] as Value<Curve>)),
      between: f.between.map((value, index) => pair(value, g.between[index] as Value<Curve>)),
    };
  }

  /** Both functions, with breakpoints wherever they meet. */
  private crossed(left: Expression, right: Expression): [Piecewise<Curve>, Piecewise<Curve>] {
    const [f, g] = this.aligned(this.run(left), this.run(right));
    const meetings = f.between.flatMap((curve, index) => {
      const other = g.between[index] as Value<Curve>;
      if (!isDefined(curve) || !isDefined(other)) return [];
      return meeting(curve, other, f.points[index] as Ratio, f.points[index + 1] as Ratio);
    });
    return [refine(f, meetings, constantCurve), refine(g, meetings, constantCurve)];
  }

  private extreme(kind: 'min' | 'max', left: Expression, right: Expression): Piecewise<Curve> {
    const [f, g] = this.crossed(left, right);
    const wanted = kind === 'min' ? -1 : 1;
    return {
      points: f.points,
      at: f.at.map((value, index) => {
        const other = g.at[index] as Value<Curve>;
        if (!isDefined(value)) return value;
        if (!isDefined(other)) return other;
        return line(ZERO, (kind === 'min' ? minimum : maximum)(value.b, other.b));
      }),
      between: f.between.map((value, index) => {
        const other = g.between[index] as Value<Curve>;
        if (!isDefined(value)) return value;
        if (!isDefined(other)) return other;
        const found = order(value, other, f.points[index] as Ratio, f.points[index + 1] as Ratio);
        return found === wanted ? value : other;
      }),
    };
  }

  /** Breakpoints where the number of steps becomes whole. */
  private steps(amount: Piecewise<Curve>, size: Ratio): Piecewise<Curve> {
    const scale = div(ONE, size);
    const scaled: Piecewise<Curve> = {
      points: amount.points,
      at: amount.at.map((value) => (isDefined(value) ? line(ZERO, multiply(value.b, scale)) : value)),
      between: amount.between.map((value) => (isDefined(value) ? product(value, line(ZERO, scale)) : value)),
    };
    if (this.reading === 'share') return scaled;
    const round = this.reading === 'whole' ? floor : ceiling;
    const cuts = scaled.between.flatMap((curve, index) => {
      if (!isDefined(curve) || isConstant(curve)) return [];
      const [low, high] = [scaled.points[index] as Ratio, scaled.points[index + 1] as Ratio];
      const [from, to] = [valueAt(curve, low), valueAt(curve, high)];
      if (!from || !to) throw new NotProved('pole');
      const found: Ratio[] = [];
      const last = floor(maximum(from, to));
      for (let whole = ceiling(minimum(from, to)); compare(whole, last) <= 0; whole = add(whole, ONE)) {
        found.push(...meeting(curve, line(ZERO, whole), low, high));
        if (found.length > MOST_POINTS) throw new NotProved('too many steps');
      }
      return found;
    });
    const cut = refine(scaled, cuts, constantCurve);
    return {
      points: cut.points,
      at: cut.at.map((value) => (isDefined(value) ? line(ZERO, round(value.b)) : value)),
      between: cut.between.map((value, index) => {
        if (!isDefined(value)) return value;
        const middle = valueAt(value, div(add(cut.points[index] as Ratio, cut.points[index + 1] as Ratio), ratio(2)));
        if (!middle) throw new NotProved('pole');
        return line(ZERO, round(middle));
      }),
    };
  }

  private choose(test: Piecewise<boolean>, yes: Piecewise<Curve>, no: Piecewise<Curve>): Piecewise<Curve> {
    const all = [...test.points, ...yes.points, ...no.points];
    const keep = (value: boolean): boolean => value;
    const [t, y, n] = [refine(test, all, keep), refine(yes, all, constantCurve), refine(no, all, constantCurve)];
    const pick = (truth: Value<boolean>, a: Value<Curve>, b: Value<Curve>): Value<Curve> =>
      truth === 'gap' || truth === 'overlap' ? truth : truth ? a : b;
    return {
      points: t.points,
      at: t.at.map((truth, index) => pick(truth, y.at[index] as Value<Curve>, n.at[index] as Value<Curve>)),
      between: t.between.map((truth, index) =>
        pick(truth, y.between[index] as Value<Curve>, n.between[index] as Value<Curve>),
      ),
    };
  }

  private always(value: boolean): Piecewise<boolean> {
    return { points: [this.low, this.high], at: [value, value], between: [value] };
  }

  private test(test: Test): Piecewise<boolean> {
    switch (test.kind) {
      case 'compare':
        return this.compare(test.comparison, test.left, test.right);
      case 'flag': {
        const read = this.others[test.index];
        return this.always(read?.kind === 'flag' && read.value);
      }
      case 'grade': {
        const read = this.others[test.index];
        return this.always(read?.kind === 'grade' && read.option === test.option);
      }
      case 'given':
        return this.always(test.index === this.input || this.others[test.index]?.kind === 'number');
      case 'not': {
        const inner = this.test(test.item);
        const flip = (value: Value<boolean>): Value<boolean> => (typeof value === 'boolean' ? !value : value);
        return { ...inner, at: inner.at.map(flip), between: inner.between.map(flip) };
      }
      case 'and':
      case 'or': {
        const start = this.always(test.kind === 'and');
        return test.items.reduce((found, item) => this.joined(test.kind, found, this.test(item)), start);
      }
    }
  }

  private joined(kind: 'and' | 'or', left: Piecewise<boolean>, right: Piecewise<boolean>): Piecewise<boolean> {
    const keep = (value: boolean): boolean => value;
    const [f, g] = [refine(left, right.points, keep), refine(right, left.points, keep)];
    const pair = (a: Value<boolean>, b: Value<boolean>): Value<boolean> =>
      typeof a !== 'boolean' ? a : typeof b !== 'boolean' ? b : kind === 'and' ? a && b : a || b;
    return {
      points: f.points,
      at: f.at.map((value, index) => pair(value, g.at[index] as Value<boolean>)),
      between: f.between.map((value, index) => pair(value, g.between[index] as Value<boolean>)),
    };
  }

  private compare(comparison: Comparison, left: Expression, right: Expression): Piecewise<boolean> {
    const [f, g] = this.crossed(left, right);
    const pair = (a: Value<Curve>, b: Value<Curve>, found: () => -1 | 0 | 1): Value<boolean> =>
      !isDefined(a) ? a : !isDefined(b) ? b : holds(comparison, found());
    return {
      points: f.points,
      at: f.at.map((a, index) => {
        const b = g.at[index] as Value<Curve>;
        return pair(a, b, () => compare((a as Curve).b, (b as Curve).b));
      }),
      between: f.between.map((a, index) => {
        const b = g.between[index] as Value<Curve>;
        return pair(a, b, () => order(a as Curve, b as Curve, f.points[index] as Ratio, f.points[index + 1] as Ratio));
      }),
    };
  }
}

/** The value of a curve at a point, as a constant. A pole there proves nothing. */
function constantCurve(curve: Curve, x: Ratio): Curve {
  const value = valueAt(curve, x);
  if (!value) throw new NotProved('pole');
  return line(ZERO, value);
}
