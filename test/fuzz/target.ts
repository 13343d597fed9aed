import type { Random } from './random';

/** A part of the program under test, with the means to make its input up. */
export interface Target<Case = unknown> {
  readonly name: string;
  make(random: Random): Case | Promise<Case>;
  /** Throws where the program does anything but answer or refuse in its own words. */
  run(input: Case): void | Promise<void>;
}

/** Milliseconds of computing within which every case is done. */
export const MOST_TIME = 1000;
/** Bytes of memory within which every case is done. */
export const MOST_MEMORY = 512 * 1024 * 1024;

/** A case as text, bytes among it in base64: regressions are kept so. */
export function writeCase(input: unknown): string {
  return JSON.stringify(
    input,
    (_, value: unknown) =>
      value instanceof Uint8Array
        ? { base64: Buffer.from(value).toString('base64') }
        : typeof value === 'number' && !(Object.is(value, value + 0) && Number.isFinite(value) && !Object.is(value, -0))
          ? { number: Object.is(value, -0) ? '-0' : String(value) }
          : value,
    1,
  );
}

export function readCase(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('base64' in value) return new Uint8Array(Buffer.from(String(value.base64), 'base64'));
    if ('number' in value && typeof value.number === 'string') return Number(value.number);
    return value;
  });
}

export function ensure(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
