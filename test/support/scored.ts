import { compile, evaluate, type Actual, type StandardInput } from '../../src/core/scoring';

/** What stands beside a standard in its row. */
export type Beside = Omit<StandardInput, 'standard'>;

/** A standard, and what results earn by it: a score, or the code of what stands in the way. */
export type Scored = readonly [
  standard: string,
  beside: Beside,
  cases: readonly (readonly [Actual, number | string])[],
];

/** The score, or the code of what stands in the way: never a number that the sentence does not give. */
export function outcome(standard: string, beside: Beside, actual: Actual): number | string {
  const compiled = compile({ standard, ...beside });
  if (!compiled.ok) return compiled.refusal.code;
  const found = evaluate(compiled.standard, actual);
  if (found.status === 'scored') return found.score;
  return found.status === 'invalid' ? found.problem : found.code;
}
