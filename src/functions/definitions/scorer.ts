import { compileWith, evaluateNumber, toNumber } from '../../core/scoring';
import type { Actual, ActualValue, Compiled, Evaluation, ReadInput, Standard, StepReading } from '../../core/scoring';
import type { Target } from '../../core/indicator';
import { isPercentUnit } from '../../core/text';
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

/** A sentence of a rare kind, and its compiler is not fetched yet. */
export class NotFetched extends Error {}

/** What reads words where numbers are common, and sentences of rare kinds. */
export interface Reading {
  /** 指标值 as text: ≥95%, 2026年12月31日前. */
  target(text: string, beside: { readonly operator: string | null; readonly unit: string | null }): Target;
  /** A number, or text that is one (`１２`, `1,200`); null for anything else. A percentage as text is not a bare number. */
  number(value: Scalar): number | null;
  compile(input: ReadInput): Compiled;
  evaluate(standard: Standard, actual: Actual, options: { readonly steps: StepReading }): Evaluation;
}

/** Actual value, target and points are numbers, or blank; of sentences only the common kinds, others are `NotFetched`. */
const BARE: Reading = {
  target() {
    throw new RangeError('a target in words, and nobody to read it');
  },
  number: (value) => (typeof value === 'number' ? value : null),
  compile(input) {
    const result = compileWith(input, null);
    if (result === null) throw new NotFetched();
    return result;
  },
  evaluate: (standard, actual, options) => evaluateNumber(standard, Number(actual), options),
};

export interface Scorer {
  /** 得分: two decimals, half up, not capped at the full mark. */
  readonly score: ElementFunction;
  questionOf(args: readonly Scalar[]): Question | FunctionError;
  /** Cells of one row as the several results that a standard needs, in its order; null where it needs but one. */
  questionOfRow(row: readonly Scalar[], args: readonly Scalar[]): Question | FunctionError | null;
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
    const result = compiled(input, reading.compile);
    if (result.ok) return { standard: result.standard, steps };
    return notAvailable('needs-person', {}, result.refusal);
  }

  function questionOf(args: readonly Scalar[]): Question | FunctionError {
    const [actual = null, target = null] = args;
    if (actual === null) return notAvailable('blank', { name: 'actual' });
    const prepared = prepare(args);
    if (isFunctionError(prepared)) return prepared;
    const found = actualOf(actual, target, textOf(args[5] ?? null), prepared.standard);
    return isFunctionError(found) ? found : { ...prepared, actual: found };
  }

  function questionOfRow(row: readonly Scalar[], args: readonly Scalar[]): Question | FunctionError | null {
    const prepared = prepare([null, ...args]);
    return isFunctionError(prepared) ? prepared : withResults(prepared, row, reading);
  }

  function actualOf(actual: Scalar, target: Scalar, unit: string | null, standard: Standard): Actual | FunctionError {
    if (isFunctionError(actual)) return actual;
    const [input] = standard.inputs;
    if (standard.inputs.length !== 1 || input?.kind !== 'value') return actual;
    const number = bareNumber(actual, reading);
    if (number === null) return actual;
    const scale = isPercentUnit(input.unit) ? 'percent' : input.unit === null && unit === null ? 'unknown' : 'other';
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
    calculate: (args) => scoreOf(questionOf(args), reading),
    calculateRow: (row, args) => scoreOf(questionOfRow(row, args), reading),
  };
  return { score, questionOf, questionOfRow, prepare, actualOf };
}

function scoreOf(question: Question | FunctionError | null, reading: Reading): Scalar {
  if (question === null || isFunctionError(question)) return question;
  const evaluation = reading.evaluate(question.standard, question.actual, { steps: question.steps });
  return evaluation.status === 'scored' ? evaluation.score : refusalOf(evaluation);
}

function withResults(prepared: Prepared, row: readonly Scalar[], reading: Reading): Question | FunctionError | null {
  const { inputs, target } = prepared.standard;
  if (inputs.length < 2) return null;
  if (row.every((value) => value === null)) return notAvailable('blank', { name: 'actual' });
  const last = row.reduce<number>((most, value, index) => (value === null ? most : index), 0);
  const given = row.slice(0, Math.max(inputs.length, last + 1));
  const actual: ActualValue[] = [];
  for (const [index, value] of given.entries()) {
    const input = inputs[index];
    const number = bareNumber(value, reading);
    const isShare = input?.kind === 'value' && isPercentUnit(input.unit);
    const goal = target && input?.within === undefined && input?.unit === target.unit ? toNumber(target.value) : 100;
    const read = isShare && number !== null ? bareActual(number, goal, 'percent') : value;
    if (isFunctionError(read)) return read;
    actual.push(read as ActualValue);
  }
  return { ...prepared, actual };
}

/** A number, or text that is one and nothing else: `94%` says its own scale and goes on as text. */
function bareNumber(actual: Scalar, reading: Reading): number | null {
  if (typeof actual === 'number') return actual;
  if (typeof actual !== 'string' || /[%％‰]/u.test(actual)) return null;
  return /^[\s\d.,，．０-９+-]+$/u.test(actual) ? reading.number(actual) : null;
}

export function refusalOf(evaluation: Exclude<Evaluation, { status: 'scored' }>): FunctionError {
  return evaluation.status === 'invalid'
    ? notAvailable('needs-person', {}, { group: 'problem', id: evaluation.problem, data: evaluation.data })
    : notAvailable('needs-person', {}, { group: 'refused', id: evaluation.code, data: {} });
}
