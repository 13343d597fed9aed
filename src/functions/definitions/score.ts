import { compileRead, evaluate } from '../../core/scoring';
import { parseTarget } from '../../core/text';
import { numberOf } from './arguments';
import { scorer } from './scorer';

/** For results, targets and points in words as well as numbers, and for sentences of every kind. */
export const { score, questionOf, questionOfRow, prepare, actualOf } = scorer({
  target: parseTarget,
  number: numberOf,
  compile: compileRead,
  evaluate,
});
