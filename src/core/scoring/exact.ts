/**
 * Exact fractions: a score such as 1 ÷ 3 × 0.015 lies on a tie that no fixed number of places shows, so division is kept
 * as a pair of whole numbers until the very end. `d` is always positive; a pair need not be in its lowest terms.
 */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

const NONE = BigInt(0);
const UNIT = BigInt(1);
const TEN = BigInt(10);

export const ZERO: Ratio = { n: NONE, d: UNIT };
export const ONE: Ratio = { n: UNIT, d: UNIT };
export const HUNDRED: Ratio = { n: BigInt(100), d: UNIT };

const POWERS: bigint[] = [UNIT];

function tenTo(places: number): bigint {
  for (let known = POWERS.length; known <= places; known += 1) POWERS.push((POWERS[known - 1] ?? UNIT) * TEN);
  return POWERS[places] ?? UNIT;
}

/** A number, or its digits (`-0.25`, `1e-7`), as the decimal that is written. Throws for what is no finite number. */
export function ratio(value: number | string): Ratio {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: UNIT };
  const [, whole = '', part = '', power = '0'] = /^(-?\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/u.exec(String(value)) ?? [];
  const places = part.length - Number(power);
  const digits = BigInt(whole + part);
  if (whole === '') throw new RangeError(String(value));
  return places > 0 ? { n: digits, d: tenTo(places) } : { n: digits * tenTo(-places), d: UNIT };
}

export function add(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function negate(a: Ratio): Ratio {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, negate(b));
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** Null for a division by zero. */
export function divide(a: Ratio, b: Ratio): Ratio | null {
  if (b.n === NONE) return null;
  const n = a.n * b.d;
  const d = a.d * b.n;
  return d < NONE ? { n: -n, d: -d } : { n, d };
}

export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Ratio, b: Ratio): boolean {
  return compare(a, b) === 0;
}

export function isZero(a: Ratio): boolean {
  return a.n === NONE;
}

export function isNegative(a: Ratio): boolean {
  return a.n < NONE;
}

export function isOne(a: Ratio): boolean {
  return a.n === a.d;
}

export function minimum(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function maximum(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** The largest whole number not above `a`. */
export function floor({ n, d }: Ratio): Ratio {
  const cut = n / d;
  return { n: n < NONE && cut * d !== n ? cut - UNIT : cut, d: UNIT };
}

export function ceiling(a: Ratio): Ratio {
  return negate(floor(negate(a)));
}

export function isWhole({ n, d }: Ratio): boolean {
  return n % d === NONE;
}

/** So many of the last of `places` decimals, half up (away from zero). */
function unitsOf({ n, d }: Ratio, places: number): bigint {
  const size = n < NONE ? -n : n;
  const twice = d + d;
  const units = (size * tenTo(places) * BigInt(2) + d) / twice;
  return n < NONE ? -units : units;
}

/** Two decimals, half up. */
export function round(a: Ratio): number {
  return Number(`${String(unitsOf(a, 2))}e-2`);
}

/** For showing and drawing only, never for further arithmetic. */
export function toNumber(a: Ratio): number {
  return Number(`${String(unitsOf(a, 12))}e-12`);
}

/** As a person writes it: no trailing zeros, at most `places` decimals. */
export function print(a: Ratio, places = 4): string {
  const units = String(unitsOf(a, places));
  const digits = units.replace('-', '').padStart(places + 1, '0');
  const cut = digits.length - places;
  let end = digits.length;
  while (end > cut && digits[end - 1] === '0') end -= 1;
  const part = digits.slice(cut, end);
  return `${units.startsWith('-') ? '-' : ''}${digits.slice(0, cut)}${part === '' ? '' : '.'}${part}`;
}

/** Digits where they end, else the two whole numbers in their lowest terms: `0.25`, `1/3`. */
export function printExactly(a: Ratio): string {
  let [n, d] = [a.n < NONE ? -a.n : a.n, a.d];
  while (d !== NONE) [n, d] = [d, n % d];
  const [top, bottom] = [a.n / n, a.d / n];
  for (let places = 0; places <= 15; places += 1) if (tenTo(places) % bottom === NONE) return print(a, places);
  return `${String(top)}/${String(bottom)}`;
}
