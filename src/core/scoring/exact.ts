import Big from 'big.js';

/**
 * Exact fractions of decimals: a score such as 1 ÷ 3 × 0.015 lies on a tie that no fixed number of places shows,
 * so division is kept as a pair until the very end. `d` is always positive.
 */
export interface Ratio {
  readonly n: Big;
  readonly d: Big;
}

const Cents = Big();
Cents.DP = 2;
Cents.RM = 1;

const Whole = Big();
Whole.DP = 0;
Whole.RM = 0;

const Fine = Big();
Fine.DP = 12;
Fine.RM = 1;

const ONE_BIG = new Big(1);

export const ZERO: Ratio = { n: new Big(0), d: ONE_BIG };
export const ONE: Ratio = { n: ONE_BIG, d: ONE_BIG };
export const HUNDRED: Ratio = { n: new Big(100), d: ONE_BIG };

export function ratio(value: number | string | Big): Ratio {
  return { n: new Big(value), d: ONE_BIG };
}

export function add(a: Ratio, b: Ratio): Ratio {
  if (a.d.eq(b.d)) return { n: a.n.plus(b.n), d: a.d };
  return { n: a.n.times(b.d).plus(b.n.times(a.d)), d: a.d.times(b.d) };
}

export function negate(a: Ratio): Ratio {
  return { n: a.n.times(-1), d: a.d };
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, negate(b));
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { n: a.n.times(b.n), d: a.d === ONE_BIG ? b.d : a.d.times(b.d) };
}

/** Null for a division by zero. */
export function divide(a: Ratio, b: Ratio): Ratio | null {
  if (b.n.eq(0)) return null;
  const n = a.n.times(b.d);
  const d = a.d.times(b.n);
  return d.lt(0) ? { n: n.times(-1), d: d.times(-1) } : { n, d };
}

export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  if (a.d.eq(b.d)) return a.n.cmp(b.n) as -1 | 0 | 1;
  return a.n.times(b.d).cmp(b.n.times(a.d)) as -1 | 0 | 1;
}

export function equal(a: Ratio, b: Ratio): boolean {
  return compare(a, b) === 0;
}

export function isZero(a: Ratio): boolean {
  return a.n.eq(0);
}

export function isNegative(a: Ratio): boolean {
  return a.n.lt(0);
}

export function minimum(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function maximum(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** The largest whole number not above `a`. */
export function floor(a: Ratio): Ratio {
  const cut = new Whole(a.n).div(a.d);
  const whole = a.n.lt(0) && !cut.times(a.d).eq(a.n) ? cut.minus(1) : cut;
  return { n: new Big(whole), d: ONE_BIG };
}

export function ceiling(a: Ratio): Ratio {
  return negate(floor(negate(a)));
}

export function isWhole(a: Ratio): boolean {
  return equal(floor(a), a);
}

/** Two decimals, half up. */
export function round(a: Ratio): number {
  return Number(new Cents(a.n).div(a.d).toString());
}

/** For showing and drawing only, never for further arithmetic. */
export function toNumber(a: Ratio): number {
  return Number(new Fine(a.n).div(a.d).toString());
}

/** As a person writes it: no trailing zeros, at most `places` decimals. */
export function print(a: Ratio, places = 4): string {
  return new Fine(new Fine(a.n).div(a.d)).round(places, 1).toFixed();
}
