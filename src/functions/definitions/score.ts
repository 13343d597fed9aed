import { parseTarget } from '../../core/text';
import { scorer } from './scorer';

/** For targets in words as well as numbers. */
export const { score, questionOf, questionOfRow, prepare, actualOf } = scorer(parseTarget);
