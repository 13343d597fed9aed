import type { Scalar } from '../value';

/** The text of an argument; null where it is blank. */
export function textOf(value: Scalar): string | null {
  if (value === null || typeof value === 'object') return null;
  return typeof value === 'string' ? value : String(value);
}
