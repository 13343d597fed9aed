import type { FunctionDefinition } from '../definition';
import { check } from './check';
import { execution } from './execution';
import { explanation } from './explanation';
import { formula } from './formula';
import { parse } from './parse';
import { rate } from './rate';
import { score } from './score';
import { grade, total } from './total';

/** Every PERF function, in the order of the help pages. */
export const FUNCTIONS: readonly FunctionDefinition[] = [
  score,
  explanation,
  formula,
  check,
  parse,
  rate,
  execution,
  total,
  grade,
];
