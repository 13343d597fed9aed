import { compileWith, type ReadInput } from './compile';
import { RARE } from './rare';
import type { Compiled } from './standard';

/** Turns a scoring standard into a function of its inputs, or says which words stand in the way. Never throws. */
export function compileRead(input: ReadInput): Compiled {
  return compileWith(input, RARE);
}
