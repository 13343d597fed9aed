import { parseTarget } from '../text';
import { compileRead } from './compile-read';
import type { Compiled, StandardInput } from './standard';

/** Turns a scoring standard into a function of its inputs, or says which words stand in the way. Never throws. */
export function compile(input: StandardInput): Compiled {
  const { target, operator, unit } = input;
  if (typeof target !== 'string') return compileRead({ ...input, target });
  return compileRead({ ...input, target: target === '' ? null : parseTarget(target, { operator, unit }) });
}
