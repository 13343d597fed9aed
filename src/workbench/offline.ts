/** Milliseconds between looks for a newer version, for pages that stay open for days. */
const HOUR = 3_600_000;

/**
 * Has the browser keep the workbench for when there is no network; `updated` is called when a newer version than this
 * page's has been kept. Nothing happens where browsers have no such thing: on plain http other than this machine's own,
 * from disk, or while the program is being worked on.
 */
export function keepOffline(updated: () => void): void {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  if (!location.protocol.startsWith('http')) return;
  const { serviceWorker } = navigator;
  // The first one to take charge is this page's own version.
  let isFirst = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (!isFirst) updated();
    isFirst = false;
  });
  serviceWorker
    .register('service-worker.js')
    .then(async (registration) => {
      setInterval(() => void registration.update().catch(() => undefined), HOUR);
      const { active } = await serviceWorker.ready;
      active?.postMessage(document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '');
    })
    .catch((error: unknown) => console.warn(error));
}
