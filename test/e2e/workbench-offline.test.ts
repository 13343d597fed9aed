import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { makePackage } from './support/packed';
import { servePlaces, type Served } from './support/workbench/serve';

const { WORKER, withPrecache } = createRequire(__filename)('../../scripts/precache.cjs') as {
  WORKER: string;
  withPrecache(script: string, files: Readonly<Record<string, Buffer>>): string;
};

/** As it is packaged, policy and all, below a path of its own. */
const PATH = '/office/perf/workbench/';
let folder: string;
let served: Served;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const packed = makePackage(`http://127.0.0.1${PATH.replace('workbench/', '')}`);
  folder = mkdtempSync(join(tmpdir(), 'offline-'));
  cpSync(join(packed.folder, 'workbench'), folder, { recursive: true });
  packed.remove();
  served = await servePlaces([[PATH, folder]]);
  const browser = await launchBrowser();
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
}, 120_000);
afterAll(async () => {
  await context?.browser()?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = () => new URL(PATH, served.address).href;
const checked = (at: Page) => at.getByRole('button', { name: '重新检查' }).waitFor({ timeout: 60_000 });
const scriptOf = (at: Page) => at.evaluate(() => document.querySelector('script')?.getAttribute('src') ?? '');
/** The names of the versions that the browser has kept whole. */
const kept = () =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const sizes = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return names.filter((_, at) => (sizes[at] as number) > 10);
  });

/**
 * Looks for the next version as pages do from time to time, until the page says that there is one: a version whose files
 * did not all come is not kept, and the next look takes it up again.
 */
async function told(one: Page, looking: Page): Promise<void> {
  let states: unknown;
  for (let look = 0; look < 10; look++) {
    states = await looking.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const said = await registration.update().then(() => 'looked', String);
      const { installing, waiting, active } = registration;
      return [said, installing?.state, waiting?.state, active?.state];
    });
    const seen = await one
      .getByText('有新版本')
      .waitFor({ timeout: 6_000 })
      .then(
        () => true,
        () => false,
      );
    if (seen) return;
    // A version that is there whole waits until the old worker rests, which a busy machine may put off for minutes.
    await restWorkers(looking);
  }
  throw new Error(`nobody tells of the next version: ${JSON.stringify(states)}`);
}

/** Stops the workers, as the browser does with those that have had nothing to do for a while. */
async function restWorkers(one: Page): Promise<void> {
  const session = await one.context().newCDPSession(one);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** What the next version of the program would be on the server: a page that asks for another script. */
function publish(): string {
  const list = readFileSync(join(folder, WORKER), 'utf8').split('\n')[0] as string;
  const names = Object.keys((JSON.parse(list.slice('self.precache='.length, -1)) as { files: object }).files);
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
  const main = names.find((name) => /^main\..*\.js$/.test(name)) as string;
  const next = main.replace(/\.[0-9a-f]{10}\./, '.0123456789.');
  files[next] = Buffer.concat([files[main] as Buffer, Buffer.from('\nwindow.isNext = true;')]);
  files['index.html'] = Buffer.from(String(files['index.html']).replace(main, next));
  delete files[main];
  rmSync(join(folder, main));
  const worker = withPrecache(readFileSync(join(folder, WORKER), 'utf8'), files);
  for (const [name, content] of [...Object.entries(files), [WORKER, worker] as const]) {
    writeFileSync(join(folder, name), content);
  }
  return next;
}

test('loaded once, it works with the server gone; a newer version comes whole, and pages do not mix', async () => {
  await page.goto(address());
  await checked(page);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const [first] = await kept();
  expect(await kept()).toHaveLength(1);

  // Without server: the page, its lazy parts, and what it has kept.
  const port = new URL(served.address).port;
  await served.close();
  await page.reload();
  await checked(page);
  for (const view of ['评分', '表样', '指标库']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await page.getByRole('button', { name: view, exact: true, pressed: undefined }).waitFor();
  }
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('heading').first().waitFor();

  // The server is back with the next version: this page goes on with its own script, and is told.
  served = await servePlaces([[PATH, folder]], Number(port));
  const old = await scriptOf(page);
  const next = publish();
  const other = await context.newPage();
  await other.goto(address());
  await checked(other);
  expect(await scriptOf(other)).toBe(old);
  await told(page, other);
  // Both versions are there as long as a page of the old one is.
  expect(await kept()).toHaveLength(2);
  await other.getByRole('button', { name: '重新载入' }).click();
  await other.waitForFunction(() => 'isNext' in window);
  await checked(other);
  expect(await scriptOf(other)).toBe(next);
  expect(await kept()).toContain(first);
  await page.getByRole('button', { name: '指标库', exact: true }).click();

  // The last page of the old version goes: so do its files.
  await page.close();
  page = other;
  await page.reload();
  await checked(page);
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
  expect(await kept()).not.toContain(first);
  expect(complaints.filter((text) => !/ERR_CONNECTION_REFUSED|Failed to (?:fetch|update)/.test(text))).toEqual([]);
}, 180_000);

test('can be installed', async () => {
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A headless browser has no place to install to.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { name, icons } = JSON.parse(String(data)) as { name: string; icons: { src: string; sizes: string }[] };
  expect(name).toContain('绩效表助手');
  for (const { src, sizes } of icons) {
    const file = readFileSync(join(folder, src));
    expect(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`).toBe(sizes);
  }
});
