import { parseNumber } from '../../core/text';
import type { Scalar } from '../value';

export { textOf } from './text-argument';

/** A number, or text that is one (`１２`, `1,200`); null for anything else. A percentage as text is not a bare number. */
export function numberOf(value: Scalar): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseNumber(value) : null;
}
