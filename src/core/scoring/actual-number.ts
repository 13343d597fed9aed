import { isNegative, isWhole, ratio, ZERO, type Ratio } from './exact';
import type { Input, Standard } from './standard';

export type ActualValue = number | string | boolean | null;

/** A number (a day number for dates), a yes or no, or the place of a grade among its options. */
export type Read =
  | { readonly kind: 'number'; readonly value: Ratio }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'grade'; readonly option: number }
  /** Not asked for: the grade alone decides. */
  | { readonly kind: 'none' };

export type ActualProblem =
  | 'blank'
  | 'not-a-number'
  | 'unit-differs'
  | 'negative'
  | 'not-whole'
  | 'not-a-date'
  | 'date-needed'
  | 'not-a-grade'
  | 'not-yes-or-no'
  | 'share-needed'
  | 'share-outside'
  | 'share-unneeded'
  | 'percent-unclear'
  | 'several-needed'
  | 'unknown-name';

export interface Unreadable {
  readonly problem: ActualProblem;
  readonly data: Readonly<Record<string, string | number>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Unreadable);

export function fail(
  problem: ActualProblem,
  data: Readonly<Record<string, string | number>> = {},
): { ok: false } & Unreadable {
  return { ok: false, problem, data };
}

export interface Single {
  readonly read: Read;
  readonly until?: Read;
}

/** A bare number for an input: an amount, so many, a day, or cases of yes; for a grade it is none. */
export function readBare(input: Input, actual: number): Outcome<Single> {
  switch (input.kind) {
    case 'value':
    case 'count':
      return readAmount(input, actual, decimalOf(actual));
    case 'date':
      return Number.isInteger(actual) && actual > 20_000 && actual < 80_000
        ? { ok: true, value: { read: { kind: 'number', value: ratio(actual) } } }
        : fail('not-a-date', { name: input.name, actual: String(actual) });
    case 'grade':
      return fail('not-a-grade', { actual: String(actual), options: (input.options ?? []).join('、') });
    case 'boolean':
      // So many cases found: none is no, one or more is yes.
      return Number.isInteger(actual) && actual >= 0
        ? { ok: true, value: { read: { kind: 'flag', value: actual > 0 } } }
        : fail('not-yes-or-no', { name: input.name, actual });
  }
}

/** `number` as it was read from `actual`; null where it could not be. */
export function readAmount(input: Input, actual: ActualValue, number: Ratio | null): Outcome<Single> {
  if (number === null) return fail('not-a-number', { name: input.name, actual: String(actual) });
  if (input.kind === 'count' && isNegative(number)) return fail('negative', { name: input.name });
  if (input.kind === 'count' && !isWhole(number)) return fail('not-whole', { name: input.name });
  return { ok: true, value: { read: { kind: 'number', value: number } } };
}

/** From here on nothing is counted, and scores could be beyond all numbers. */
const BEYOND = 1e50;

/** To the 15 digits that a cell shows: 82.665 as a sum of cells is 82.66499999999999, and would miss its tie. */
function decimalOf(actual: number): Ratio | null {
  return Math.abs(actual) < BEYOND ? ratio(Number(actual.toPrecision(15))) : null;
}

/** One reading of the inputs, or the two ends of a stretch (2026年12月). */
export interface Readings {
  readonly values: readonly Read[];
  /** The other end, where a month was given for a day. */
  readonly alternative: readonly Read[] | null;
  /** One total stood for several counts that weigh the same. */
  readonly pooled: boolean;
}

export function readBareActual({ inputs }: Standard, actual: number): Outcome<Readings> {
  const [first] = inputs;
  if (!first) return { ok: true, value: { values: [], alternative: null, pooled: false } };
  const pooled = inputs.length > 1 && inputs.every((input) => input.pooled);
  if (inputs.length > 1 && !pooled) return severalNeeded(inputs);
  const total = readBare(first, actual);
  return total.ok ? { ok: true, value: asTotal(inputs, total.value.read, pooled) } : total;
}

/** One number for several counts: all of it is the first's. */
export function asTotal(inputs: readonly Input[], read: Read, pooled: boolean): Readings {
  const values = inputs.map((_, index): Read => (index === 0 ? read : { kind: 'number', value: ZERO }));
  return { values, alternative: null, pooled };
}

export function severalNeeded(inputs: readonly Input[]): { ok: false } & Unreadable {
  return fail('several-needed', { count: inputs.length, names: inputs.map(({ name }) => name).join('、') });
}
