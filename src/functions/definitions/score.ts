import { compileRead, evaluate, toNumber } from '../../core/scoring';
import type { ActualValue, Evaluation } from '../../core/scoring';
import { isPercentUnit, parseTarget } from '../../core/text';
import type { ElementFunction } from '../definition';
import { isFunctionError, notAvailable } from '../value';
import type { FunctionError, Scalar } from '../value';
import { numberOf } from './arguments';
import { bareActual } from './percent';
import { bareNumber, scorer } from './scorer';
import type { Prepared, Question, Reading } from './scorer';

const WHOLE: Reading = {
  target: parseTarget,
  number: numberOf,
  isPercent: isPercentUnit,
  compile(input) {
    const result = compileRead(input);
    return result.ok ? result.standard : notAvailable('needs-person', {}, result.refusal);
  },
  score({ standard, actual, steps }) {
    const evaluation = evaluate(standard, actual, { steps });
    return evaluation.status === 'scored' ? evaluation.score : refusalOf(evaluation);
  },
};

const { score: ofOne, ...rest } = scorer(WHOLE);
export const { questionOf, prepare, actualOf } = rest;

/** For results, targets and points in words as well as numbers, and for sentences of every kind. */
export const score: ElementFunction = {
  ...ofOne,
  calculateRow(row, args) {
    const question = questionOfRow(row, args);
    return question === null || isFunctionError(question) ? question : WHOLE.score(question);
  },
};

/** Cells of one row as the several results that a standard needs, in its order; null where it needs but one. */
export function questionOfRow(row: readonly Scalar[], args: readonly Scalar[]): Question | FunctionError | null {
  const prepared = prepare([null, ...args]);
  return isFunctionError(prepared) ? prepared : withResults(prepared, row);
}

function withResults(prepared: Prepared, row: readonly Scalar[]): Question | FunctionError | null {
  const { inputs, target } = prepared.standard;
  if (inputs.length < 2) return null;
  if (row.every((value) => value === null)) return notAvailable('blank', { name: 'actual' });
  const last = row.reduce<number>((most, value, index) => (value === null ? most : index), 0);
  const given = row.slice(0, Math.max(inputs.length, last + 1));
  const actual: ActualValue[] = [];
  for (const [index, value] of given.entries()) {
    const input = inputs[index];
    const number = bareNumber(value, WHOLE);
    const isShare = input?.kind === 'value' && isPercentUnit(input.unit);
    const goal = target && input?.within === undefined && input?.unit === target.unit ? toNumber(target.value) : 100;
    const read = isShare && number !== null ? bareActual(number, goal, 'percent') : value;
    if (isFunctionError(read)) return read;
    actual.push(read as ActualValue);
  }
  return { ...prepared, actual };
}

export function refusalOf(evaluation: Exclude<Evaluation, { status: 'scored' }>): FunctionError {
  return evaluation.status === 'invalid'
    ? notAvailable('needs-person', {}, { group: 'problem', id: evaluation.problem, data: evaluation.data })
    : notAvailable('needs-person', {}, { group: 'refused', id: evaluation.code, data: {} });
}
