import type { SpreadsheetHost } from '../hosts/host';
import type { Locale } from '../i18n';
import { createSession, type Session, type SettingsStorage } from '../session';

const SETTINGS_KEY = 'perf-addin.settings';

/** The browser's own storage. It may refuse altogether (private windows, embedded pages): the session copes. */
export const browserStorage: SettingsStorage = {
  load: () => localStorage.getItem(SETTINGS_KEY),
  save: (text) => localStorage.setItem(SETTINGS_KEY, text),
};

/** Gives the browser its turn without the 4 ms that nested timers cost. */
function afterTurn(): (fn: () => void) => void {
  const channel = new MessageChannel();
  const queue: (() => void)[] = [];
  channel.port1.onmessage = () => queue.shift()?.();
  return (fn) => {
    queue.push(fn);
    channel.port2.postMessage(null);
  };
}

/** A session for a pane in a browser; the pane and the ribbon's commands share one. */
export function createPaneSession(host: SpreadsheetHost, locale?: Locale): Session {
  return createSession(host, {
    now: () => new Date(),
    schedule: afterTurn(),
    storage: browserStorage,
    ...(locale ? { locale } : {}),
  });
}
