import { toFormula } from '../../core/scoring';
import type { ElementFunction } from '../definition';
import { isFunctionError, notAvailable } from '../value';
import { prepare } from './score';
import { PARAMETERS } from './scorer';

/** The native formula as text, over ACTUAL, TARGET and WEIGHT; an actual value is not needed for it. */
export const formula: ElementFunction = {
  name: 'FORMULA',
  kind: 'element',
  result: 'text',
  parameters: PARAMETERS,
  calculate(args) {
    const prepared = prepare(args);
    if (isFunctionError(prepared)) return prepared;
    const result = toFormula(prepared.standard, undefined, prepared.steps);
    if (result.ok) return result.formula;
    return notAvailable('formula-impossible', {}, { group: 'formula', id: result.reason, data: {} });
  },
};
