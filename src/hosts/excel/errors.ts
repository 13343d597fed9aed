import { HostError } from '../host';
import type { HostErrorCode } from '../host';

const CODES: Readonly<Record<string, HostErrorCode>> = {
  AccessDenied: 'protected',
  InvalidOperationInCellEditMode: 'editing',
  ItemNotFound: 'missing-sheet',
  ItemAlreadyExists: 'sheet-exists',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedFeature: 'unsupported',
  UnsupportedSheet: 'unsupported',
  MergedRangeConflict: 'cell-locked',
  PivotTableRangeConflict: 'cell-locked',
  FilteredRangeConflict: 'cell-locked',
  InsertDeleteConflict: 'cell-locked',
  NonBlankCellOffSheet: 'cell-locked',
};

/** Excel's failures in the host's words. `detail` keeps Excel's own, for those who report it. */
export function hostErrorOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (!(error instanceof Error)) return new HostError('host', String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const detail = code ? `${code}: ${error.message}` : error.message;
  return new HostError(CODES[code] ?? 'host', detail, { cause: error });
}

/** Refused as a whole: nothing of the request was carried out. */
export function isRefusal(error: HostError): boolean {
  return error.code === 'editing' || error.code === 'too-large';
}
