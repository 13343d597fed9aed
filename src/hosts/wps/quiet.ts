import type { EtApplication } from './et';

/**
 * Runs `work` without redrawing, and without WPS asking people anything: a merge or a deleted sheet would wait for an
 * answer. Both are set back whatever happens.
 */
export function quietly<T>(app: EtApplication, work: () => T): T {
  const [screen, alerts] = [app.ScreenUpdating !== false, app.DisplayAlerts !== false];
  try {
    app.DisplayAlerts = false;
    app.ScreenUpdating = false;
    return work();
  } finally {
    insist(() => (app.ScreenUpdating = screen));
    insist(() => (app.DisplayAlerts = alerts));
  }
}

/** Tried twice, and given up in silence: what has been done counts, not how it looked meanwhile. */
function insist(step: () => unknown): void {
  try {
    step();
  } catch {
    try {
      step();
    } catch {
      // The bridge is gone.
    }
  }
}
