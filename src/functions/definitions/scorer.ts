import { compileCommon, scoreNumber, toNumber } from '../../core/scoring';
import type { Actual, ReadInput, Standard, StepReading } from '../../core/scoring';
import type { Target } from '../../core/indicator';
import type { ElementFunction } from '../definition';
import { isFunctionError, notAvailable, wrongValue } from '../value';
import type { FunctionError, Scalar } from '../value';
import { textOf } from './text-argument';
import { compiled } from './compiled';
import { bareActual } from './percent';

/** Of every function that asks about a score. */
export const PARAMETERS = [
  { name: 'actual' },
  { name: 'target' },
  { name: 'standard' },
  { name: 'weight', optional: true },
  { name: 'operator', optional: true },
  { name: 'unit', optional: true },
  { name: 'options', optional: true },
] as const;

/** How part of a step counts, as people write it. */
const STEPS: Readonly<Record<string, StepReading>> = { 整档: 'whole', 比例: 'share', 按比例: 'share', 进档: 'begun' };

/** A standard as its row gives it, and how part of a step counts. */
export interface Prepared {
  readonly standard: Standard;
  readonly steps: StepReading;
}

export interface Question {
  readonly standard: Standard;
  readonly actual: Actual;
  readonly steps: StepReading;
}

/** What was asked needs more than numbers and the common kinds of sentences, and that is not fetched yet. */
export class NotFetched extends Error {}

/** What reads words where numbers are common, and sentences of rare kinds; and what says why there is no score. */
export interface Reading {
  /** 指标值 as text: ≥95%, 2026年12月31日前. */
  target(text: string, beside: { readonly operator: string | null; readonly unit: string | null }): Target;
  /** A number, or text that is one (`１２`, `1,200`); null for anything else. A percentage as text is not a bare number. */
  number(value: Scalar): number | null;
  isPercent(unit: string | null): boolean;
  compile(input: ReadInput): Standard | FunctionError;
  score(question: Question): number | FunctionError;
}

function fetched<T>(found: T | null): T {
  if (found === null) throw new NotFetched();
  return found;
}

/** Actual value, target and points are numbers, or blank; anything without a score is `NotFetched`. */
const BARE: Reading = {
  target: () => fetched<Target>(null),
  number: (value) => (typeof value === 'number' ? value : null),
  isPercent: (unit) => unit === '%',
  compile: (input) => fetched(compileCommon(input)),
  score: ({ standard, actual, steps }) => fetched(scoreNumber(standard, Number(actual), steps)),
};

export interface Scorer {
  /** 得分: two decimals, half up, not capped at the full mark. */
  readonly score: ElementFunction;
  questionOf(args: readonly Scalar[]): Question | FunctionError;
  /** By the arguments of PERF.SCORE, of which the actual value does not matter. */
  prepare(args: readonly Scalar[]): Prepared | FunctionError;
  /** A bare number for an achieved value is read by the target's scale; counts, dates and words are taken as they are. */
  actualOf(actual: Scalar, target: Scalar, unit: string | null, standard: Standard): Actual | FunctionError;
}

/** The functions that ask about a score; without a reading of words for calls of numbers alone. */
export function scorer(reading: Reading = BARE): Scorer {
  const targetOf = (target: Scalar, operator: string | null, unit: string | null): number | Target | null => {
    if (typeof target === 'number') return target;
    const text = textOf(target);
    if (text === null || text === '') return null;
    return reading.target(text, { operator, unit });
  };

  function prepare(args: readonly Scalar[]): Prepared | FunctionError {
    const [, target = null, standardGiven = null, weightGiven = null, operatorGiven, unitGiven, options = null] = args;
    const text = textOf(standardGiven);
    if (text === null) return notAvailable('blank', { name: 'standard' });
    const weight = weightGiven === null ? null : reading.number(weightGiven);
    if (weightGiven !== null && weight === null) return wrongValue('not-a-number', { text: String(weightGiven) });
    if (weight !== null && weight < 0) return wrongValue('negative', { name: 'weight' });
    const steps = STEPS[textOf(options)?.trim() ?? '整档'];
    if (steps === undefined) return wrongValue('option', { option: textOf(options) ?? '' });

    const [operator, unit] = [textOf(operatorGiven ?? null), textOf(unitGiven ?? null)];
    const input = { standard: text, target: targetOf(target, operator, unit), operator, unit, weight };
    const standard = compiled(input, reading.compile);
    return isFunctionError(standard) ? standard : { standard, steps };
  }

  function questionOf(args: readonly Scalar[]): Question | FunctionError {
    const [actual = null, target = null] = args;
    if (actual === null) return notAvailable('blank', { name: 'actual' });
    const prepared = prepare(args);
    if (isFunctionError(prepared)) return prepared;
    const found = actualOf(actual, target, textOf(args[5] ?? null), prepared.standard);
    return isFunctionError(found) ? found : { ...prepared, actual: found };
  }

  function actualOf(actual: Scalar, target: Scalar, unit: string | null, standard: Standard): Actual | FunctionError {
    if (isFunctionError(actual)) return actual;
    const [input] = standard.inputs;
    if (standard.inputs.length !== 1 || input?.kind !== 'value') return actual;
    const number = bareNumber(actual, reading);
    if (number === null) return actual;
    const scale = reading.isPercent(input.unit)
      ? 'percent'
      : input.unit === null && unit === null
        ? 'unknown'
        : 'other';
    return bareActual(number, goalOf(target, unit, standard) ?? 100, scale);
  }

  /** The target in percent points for a percent row; null where none is given, as in a sentence with its own thresholds. */
  function goalOf(target: Scalar, unit: string | null, standard: Standard): number | null {
    if (standard.target) return toNumber(standard.target.value);
    const goal = targetOf(target, null, unit);
    return typeof goal === 'number' ? goal : goal?.kind === 'quantity' ? goal.value : null;
  }

  const score: ElementFunction = {
    name: 'SCORE',
    kind: 'element',
    result: 'number',
    parameters: PARAMETERS,
    calculate(args) {
      const question = questionOf(args);
      return isFunctionError(question) ? question : reading.score(question);
    },
  };
  return { score, questionOf, prepare, actualOf };
}

/** A number, or text that is one and nothing else: `94%` says its own scale and goes on as text. */
export function bareNumber(actual: Scalar, reading: Pick<Reading, 'number'>): number | null {
  if (typeof actual === 'number') return actual;
  if (typeof actual !== 'string' || /[%％‰]/u.test(actual)) return null;
  return /^[\s\d.,，．０-９+-]+$/u.test(actual) ? reading.number(actual) : null;
}
