import { explain, renderExplanation } from '../../core/scoring';
import type { ElementFunction } from '../definition';
import { isFunctionError } from '../value';
import { PARAMETERS, questionOf, refusalOf } from './score';

/** How the score came about, in Chinese, with the readings taken. */
export const explanation: ElementFunction = {
  name: 'EXPLAIN',
  kind: 'element',
  result: 'text',
  parameters: PARAMETERS,
  calculate(args) {
    const question = questionOf(args);
    if (isFunctionError(question)) return question;
    const told = explain(question.standard, question.actual, { steps: question.steps });
    return told.evaluation.status === 'invalid' ? refusalOf(told.evaluation) : renderExplanation(told);
  },
};
