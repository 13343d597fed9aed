import { parseNumber } from '../../core/text';
import type { Scalar } from '../value';

/** A number, or text that is one (`１２`, `1,200`); null for anything else. A percentage as text is not a bare number. */
export function numberOf(value: Scalar): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseNumber(value) : null;
}

/** The text of an argument; null where it is blank. */
export function textOf(value: Scalar): string | null {
  if (value === null || typeof value === 'object') return null;
  return typeof value === 'string' ? value : String(value);
}
