import type { ReadInput, Standard } from '../../core/scoring';
import type { FunctionError } from '../value';

/** A sheet of a thousand rows has a few dozen sentences; far more than that is a sheet being typed into. */
const MOST = 2000;

type Found = Standard | FunctionError;

const cache = new Map<string, Found>();

/** Compiles, or finds what was compiled before: a function is recalculated far more often than a sentence changes. */
export function compiled(input: ReadInput, compile: (input: ReadInput) => Found): Found {
  const key = JSON.stringify([input.standard, input.target, input.operator, input.unit, input.weight]);
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= MOST) cache.clear();
  const result = compile(input);
  cache.set(key, result);
  return result;
}
