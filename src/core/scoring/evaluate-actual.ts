import { readActual, type Actual } from './actuals';
import { evaluateReadings, type EvaluateOptions, type Evaluation } from './evaluate';
import type { Standard } from './standard';

/** The score of what was achieved. Never throws, never guesses. */
export function evaluate(standard: Standard, actual: Actual, options: EvaluateOptions = {}): Evaluation {
  return evaluateReadings(standard, readActual(standard, actual), options);
}
