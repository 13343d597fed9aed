import { HostError } from '../host';
import type { EtApplication } from './et';

/** WPS's failures in the host's words. It has no codes; `detail` keeps its own words. */
export function hostErrorOf(reason: unknown, app: EtApplication): HostError {
  if (reason instanceof HostError) return reason;
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new HostError(isEditing(app) ? 'editing' : 'host', detail, { cause: reason });
}

function isEditing(app: EtApplication): boolean {
  try {
    return app.Ready === false;
  } catch {
    return false;
  }
}

/**
 * What WPS answers by throwing (a collection without the thing, cells without a validation): null then. Asked twice, so
 * that a call that failed for another reason is not taken for that answer.
 */
export function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    try {
      return ask();
    } catch {
      return null;
    }
  }
}
