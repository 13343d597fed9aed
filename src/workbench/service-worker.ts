/**
 * 离线: keeps all files of the workbench in the browser, so that it works with the cable out after the first load.
 *
 * A version is kept whole or not at all: each file must be the very one that this version was built with. Pages get the
 * newest version's page; scripts have names that change with their content and are looked for in every version that is
 * kept, so that a page which was opened before an update goes on with its own. Older versions go when no such page is left.
 */

/** Written before this script when the bundle is put together: paths below the page's folder, with what they must hash to. */
interface Precache {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What is used of the worker's surroundings; TypeScript has them only in place of a page's. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  readonly precache: Precache;
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & MessageEvent) => void): void;
}

const worker = self as unknown as Worker;
const { version, files } = worker.precache;
const { scope } = worker.registration;
const PREFIX = `perf-addin ${scope} `;
const CACHE = PREFIX + version;
const PAGE = 'index.html';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => event.waitUntil(started(String(event.data))));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const [address = ''] = request.url.split(/[?#]/, 1);
  if (request.method !== 'GET' || !address.startsWith(scope)) return;
  const path = address.slice(scope.length) || PAGE;
  if (path in files || request.mode !== 'navigate') event.respondWith(answer(request, path));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(files).map(([path, integrity]) => store(cache, path, integrity)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await worker.skipWaiting();
}

async function store(cache: Cache, path: string, integrity: string): Promise<void> {
  const url = scope + path;
  // What has its content in its name may come from anywhere.
  const isNamed = /\.[0-9a-f]{10}\./.test(path);
  const known = isNamed ? await caches.match(url) : undefined;
  const response = known ?? (await fetch(new Request(url, { integrity, cache: isNamed ? 'default' : 'no-cache' })));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  await cache.put(url, response);
}

async function versions(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function answer(request: Request, path: string): Promise<Response> {
  const url = scope + path;
  const own = await (await caches.open(CACHE)).match(url);
  if (own) return own;
  for (const name of await versions()) {
    const older = await (await caches.open(name)).match(url);
    if (older) return older;
  }
  return fetch(request);
}

/** A page tells that it is running, and by which script: older versions go where it is the only one and of this version. */
async function started(script: string): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = pages.filter(({ url }) => url.startsWith(scope));
  if (ours.length > 1 || !script.startsWith(scope) || !(script.slice(scope.length) in files)) return;
  for (const name of await versions()) if (name !== CACHE) await caches.delete(name);
}
