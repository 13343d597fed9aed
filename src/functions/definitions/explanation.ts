import { explain, renderExplanation } from '../../core/scoring';
import type { ElementFunction } from '../definition';
import { isFunctionError } from '../value';
import type { Scalar } from '../value';
import { questionOf, questionOfRow, refusalOf } from './score';
import { PARAMETERS } from './scorer';
import type { Question } from './scorer';

/** How the score came about, in Chinese, with the readings taken. */
export const explanation: ElementFunction = {
  name: 'EXPLAIN',
  kind: 'element',
  result: 'text',
  parameters: PARAMETERS,
  calculate(args) {
    const question = questionOf(args);
    return isFunctionError(question) ? question : tell(question);
  },
  calculateRow(row, args) {
    const question = questionOfRow(row, args);
    return question === null || isFunctionError(question) ? question : tell(question);
  },
};

function tell({ standard, actual, steps }: Question): Scalar {
  const told = explain(standard, actual, { steps });
  return told.evaluation.status === 'invalid' ? refusalOf(told.evaluation) : renderExplanation(told);
}
