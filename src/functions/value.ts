import type { Message, Refusal } from '../core/scoring';

/** Error values as spreadsheets show them. */
export type ErrorName = '#N/A' | '#VALUE!' | '#REF!' | '#NAME?' | '#DIV/0!' | '#NUM!' | '#NULL!' | '#SPILL!' | '#CALC!';

/** An error value; `reason` names a sentence in the functions' wording, with its data. */
export interface FunctionError {
  readonly error: ErrorName | (string & {});
  readonly reason: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** What the scoring says of it: goes into the reason, in the reader's language. */
  readonly detail?: Message | Refusal;
}

/** What a cell gives or takes. Null is a blank cell or an omitted argument. */
export type Scalar = number | string | boolean | null | FunctionError;

/** Row by row; never empty. */
export type Matrix = readonly (readonly Scalar[])[];

export function isFunctionError(value: unknown): value is FunctionError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

export function notAvailable(
  reason: string,
  data: FunctionError['data'] = {},
  detail?: FunctionError['detail'],
): FunctionError {
  return { error: '#N/A', reason, data, ...(detail ? { detail } : {}) };
}

export function wrongValue(reason: string, data: FunctionError['data'] = {}): FunctionError {
  return { error: '#VALUE!', reason, data };
}
