import { evaluate, toNumber } from '../../core/scoring';
import type { Actual, ActualValue, Evaluation, Standard, StepReading } from '../../core/scoring';
import { isPercentUnit, parseTarget } from '../../core/text';
import type { ElementFunction } from '../definition';
import { isFunctionError, notAvailable, wrongValue } from '../value';
import type { FunctionError, Scalar } from '../value';
import { numberOf, textOf } from './arguments';
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

/** 得分: two decimals, half up, not capped at the full mark. */
export const score: ElementFunction = {
  name: 'SCORE',
  kind: 'element',
  result: 'number',
  parameters: PARAMETERS,
  calculate(args) {
    const question = questionOf(args);
    if (isFunctionError(question)) return question;
    const evaluation = evaluate(question.standard, question.actual, { steps: question.steps });
    return evaluation.status === 'scored' ? evaluation.score : refusalOf(evaluation);
  },
  calculateRow(row, args) {
    const question = questionOfRow(row, args);
    if (question === null || isFunctionError(question)) return question;
    const evaluation = evaluate(question.standard, question.actual, { steps: question.steps });
    return evaluation.status === 'scored' ? evaluation.score : refusalOf(evaluation);
  },
};

export function questionOf(args: readonly Scalar[]): Question | FunctionError {
  const [actual = null, target = null] = args;
  if (actual === null) return notAvailable('blank', { name: 'actual' });
  const prepared = prepare(args);
  if (isFunctionError(prepared)) return prepared;
  const read = actualOf(actual, target, textOf(args[5] ?? null), prepared.standard);
  return isFunctionError(read) ? read : { ...prepared, actual: read };
}

/** Cells of one row as the several results that a standard needs, in its order; null where it needs but one. */
export function questionOfRow(row: readonly Scalar[], args: readonly Scalar[]): Question | FunctionError | null {
  const prepared = prepare([null, ...args]);
  if (isFunctionError(prepared)) return prepared;
  const { inputs, target } = prepared.standard;
  if (inputs.length < 2) return null;
  if (row.every((value) => value === null)) return notAvailable('blank', { name: 'actual' });
  const last = row.reduce<number>((most, value, index) => (value === null ? most : index), 0);
  const given = row.slice(0, Math.max(inputs.length, last + 1));
  const actual: ActualValue[] = [];
  for (const [index, value] of given.entries()) {
    const input = inputs[index];
    const number = typeof value === 'number' ? value : bareNumber(value);
    const isShare = input?.kind === 'value' && isPercentUnit(input.unit);
    const goal = target && input?.within === undefined && input?.unit === target.unit ? toNumber(target.value) : 100;
    const read = isShare && number !== null ? bareActual(number, goal, 'percent') : value;
    if (isFunctionError(read)) return read;
    actual.push(read as ActualValue);
  }
  return { ...prepared, actual };
}

/** By the arguments of PERF.SCORE, of which the actual value does not matter. */
export function prepare(args: readonly Scalar[]): Prepared | FunctionError {
  const [, target = null, standardGiven = null, weightGiven = null, operator = null, unit = null, options = null] =
    args;
  const text = textOf(standardGiven);
  if (text === null) return notAvailable('blank', { name: 'standard' });
  const weight = weightGiven === null ? null : numberOf(weightGiven);
  if (weightGiven !== null && weight === null) return wrongValue('not-a-number', { text: String(weightGiven) });
  if (weight !== null && weight < 0) return wrongValue('negative', { name: 'weight' });
  const steps = STEPS[textOf(options)?.trim() ?? '整档'];
  if (steps === undefined) return wrongValue('option', { option: textOf(options) ?? '' });

  const result = compiled({
    standard: text,
    target: typeof target === 'number' ? target : textOf(target),
    operator: textOf(operator),
    unit: textOf(unit),
    weight,
  });
  if (result.ok) return { standard: result.standard, steps };
  return notAvailable('needs-person', {}, result.refusal);
}

/** A bare number for an achieved value is read by the target's scale; counts, dates and words are taken as they are. */
export function actualOf(
  actual: Scalar,
  target: Scalar,
  unit: string | null,
  standard: Standard,
): Actual | FunctionError {
  if (isFunctionError(actual)) return actual;
  const [input] = standard.inputs;
  if (standard.inputs.length !== 1 || input?.kind !== 'value') return actual;
  const number = typeof actual === 'number' ? actual : bareNumber(actual);
  if (number === null) return actual;
  const goal = goalOf(target, unit, standard);
  const scale = isPercentUnit(input.unit) ? 'percent' : input.unit === null && unit === null ? 'unknown' : 'other';
  return bareActual(number, goal ?? 100, scale);
}

/** Text that is a number and nothing else: `94%` says its own scale and goes on as text. */
function bareNumber(actual: Scalar): number | null {
  if (typeof actual !== 'string' || /[%％‰]/u.test(actual)) return null;
  return /^[\s\d.,，．０-９+-]+$/u.test(actual) ? numberOf(actual) : null;
}

/** The target in percent points for a percent row; null where none is given, as in a sentence with its own thresholds. */
function goalOf(target: Scalar, unit: string | null, standard: Standard): number | null {
  if (standard.target) return toNumber(standard.target.value);
  if (typeof target === 'number') return target;
  const read = typeof target === 'string' ? parseTarget(target, { unit }) : null;
  return read?.kind === 'quantity' ? read.value : null;
}

export function refusalOf(evaluation: Exclude<Evaluation, { status: 'scored' }>): FunctionError {
  return evaluation.status === 'invalid'
    ? notAvailable('needs-person', {}, { group: 'problem', id: evaluation.problem, data: evaluation.data })
    : notAvailable('needs-person', {}, { group: 'refused', id: evaluation.code, data: {} });
}
