import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { fill } from '../../src/i18n/fill';
import { uiText } from '../../src/i18n/ui';
import { UNSTARTED } from '../../src/i18n/unstarted';
import { zh as words } from '../../src/install/text.zh-CN';
import { OURS } from '../install/publish-xml-cases';
import { launchBrowser } from './support/browser';
import { ExcelOnTheWeb } from './support/excel-web/open';
import { makePackage } from './support/packed';
import type { Packed } from './support/packed';
import { servePlaces } from './support/workbench/serve';
import type { Served } from './support/workbench/serve';
import { SEED } from './support/tables';

/** Pictures to be looked at. */
const SHOTS = join(__dirname, '../../build/screenshots');
mkdirSync(SHOTS, { recursive: true });

const PORT = 4440;
const WPS_SERVICE = 'http://127.0.0.1:58890';
const { action, notice } = uiText('zh-CN');

let packed: Packed;
let served: Served;
let browser: Browser;
let open: Page | null = null;
let errors: string[] = [];

beforeAll(async () => {
  packed = makePackage(`https://localhost:${PORT}/perf/`);
  served = await servePlaces([['/perf/', packed.folder]]);
  browser = await launchBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
}, 120_000);
afterEach(async () => {
  await open?.context().close();
  open = null;
});
afterAll(async () => {
  await browser.close();
  await served.close();
  packed.remove();
});

const text = (file: string) => readFileSync(join(packed.folder, file), 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(join(packed.folder, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(packed.folder.length + 1));

async function visit(path: string, before: (page: Page) => Promise<unknown> = async () => null): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  open = page;
  errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await before(page);
  await page.goto(path.startsWith('file:') ? path : `${served.address}perf/${path}`);
  return page;
}

/** Rows of the start page: what is asked, the answer, and how it is coloured. */
const environment = (page: Page) =>
  page.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      label: row.querySelector('th')?.textContent,
      words: row.querySelector('td')?.textContent,
      looks: row.querySelector('td')?.className,
    })),
  );

async function tested(page: Page) {
  await page.waitForFunction((testing) => !document.body.textContent?.includes(testing), words.checks.testing);
  return new Map((await environment(page)).map(({ label, words: said, looks }) => [label, { said, looks }]));
}

const between = (whole: string, from: string, to: string) => whole.split(from)[1]?.split(to)[0] ?? '';

/** Where a page leads, and what it loads. */
const linksOf = (html: string) =>
  [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].flatMap(([, target = '']) => target.split('#')[0] || []);

describe('the folder', () => {
  test('leads from page to page, and no link leads nowhere', () => {
    const pages = filesIn('.').filter((file) => file.endsWith('.html'));
    expect(pages).toContain('help/install/index.html');
    const lost = pages.flatMap((page) =>
      linksOf(text(page)).flatMap((target) => {
        const file = normalize(join(dirname(page), decodeURIComponent(target.split('?')[0] ?? '')));
        return /^[a-z]+:/.test(target) || existsSync(join(packed.folder, file)) ? [] : [`${page}: ${target}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  test('has a policy in each page, and no script from elsewhere than office.js', () => {
    for (const page of filesIn('.').filter((file) => file.endsWith('.html'))) {
      const policy = between(text(page), 'Content-Security-Policy" content="', '"');
      const scripts = between(policy, 'script-src ', ';');
      const office = page === 'excel/taskpane.html' ? ' https://appsforoffice.microsoft.com' : '';
      expect([page, scripts]).toEqual([page, `'self'${office}`]);
      expect(policy).toContain("default-src 'none'");
      expect(text(page).replaceAll(/<script (?:defer )?src=/g, '')).not.toContain('<script');
    }
  });

  test('names what changes by its content, but for what Office, WPS and browsers know by name', () => {
    const fixed = filesIn('.').filter((file) => /\.(?:js|css)$/.test(file) && !/\.[0-9a-f]{10}\.\w+$/.test(file));
    expect(fixed.sort()).toEqual(['excel/functions.js', 'workbench/service-worker.js', 'wps/main.js']);
    expect(text('wps/index.html')).toMatch(/main\.js\?[0-9a-f]{20}"/);
    expect(filesIn('.').filter((file) => file.endsWith('office.js'))).toEqual([]);
  });

  test('has a manifest with its address, and the same id as any other package', () => {
    const other = makePackage('https://intranet.example/perf', '--office-js', 'https://intranet.example/ms/office.js');
    try {
      const manifest = text('excel/manifest.xml');
      const second = readFileSync(join(other.folder, 'excel/manifest.xml'), 'utf8');
      const id = (xml: string) => between(xml, '<Id>', '</Id>');
      expect(id(second)).toHaveLength(36);
      expect(id(second)).toBe(id(manifest));
      expect(id(manifest)).toBe(id(readFileSync(join(__dirname, '../../manifest.xml'), 'utf8')));
      const places = new Set(
        manifest
          .split('https://localhost:')
          .slice(1)
          .map((url) => url.slice(0, 16)),
      );
      // Its own folder alone, and its origin as the domain that it stays within.
      expect([...places]).toEqual(['4440/perf/excel/', '4440</AppDomain>']);
      expect(second).not.toContain('localhost');
      expect(readFileSync(join(other.folder, 'excel/taskpane.html'), 'utf8')).toContain(
        '<script src="https://intranet.example/ms/office.js">',
      );
      expect(readFileSync(join(other.folder, 'excel/functions.json'), 'utf8')).toContain(
        'https://intranet.example/perf/excel/',
      );
      expect(readFileSync(join(other.folder, 'wps/jsplugins.xml'), 'utf8')).toContain(OURS);
    } finally {
      other.remove();
    }
  });

  test('has all of the program for WPS in the offline package, beside its installers', () => {
    const [archive = ''] = filesIn('wps/install').filter((file) => file.includes('-offline-'));
    const entries = unzipSync(readFileSync(join(packed.folder, archive)));
    const [folder = ''] = Object.keys(entries)
      .filter((name) => name.endsWith('/pane.html'))
      .map(dirname);
    const program = filesIn('wps').filter((file) => !file.startsWith('wps/install/') && file !== 'wps/jsplugins.xml');
    for (const file of program) {
      const inside = entries[file.replace('wps', folder)];
      expect([file, inside && Buffer.from(inside).equals(readFileSync(join(packed.folder, file)))]).toEqual([
        file,
        true,
      ]);
    }
    const decode = (name: string) => new TextDecoder().decode(entries[name]);
    expect(decode('install.sh')).toContain(`VERSION='${folder.split('_')[1] ?? ''}'\n`);
    expect(decode('install.sh')).toMatch(/\nURL=''\n/);
    expect([...(entries['install.ps1'] ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(entries['install.cmd'])).toMatch(/^@echo off\r\n/);
    const [scripts = ''] = filesIn('wps/install').filter((file) => file.includes('-installer-'));
    const online = unzipSync(readFileSync(join(packed.folder, scripts)));
    expect(new TextDecoder().decode(online['install.sh'])).toContain(`URL='https://localhost:${PORT}/perf/wps/'`);
    for (const name of Object.keys({ ...entries, ...online })) expect(name).not.toContain('..');
  });
});

describe('served below a path, with no other network', () => {
  test('the start page tells each the way, and tests the computer', async () => {
    const page = await visit('index.html');
    const rows = await tested(page);
    await page.screenshot({ path: join(SHOTS, 'start.png'), fullPage: true });
    const { checks } = words;
    expect([...rows.keys()]).toEqual([
      checks.system,
      checks.host,
      checks.engine,
      checks.functions,
      checks.https,
      checks.site,
      checks.officeJs,
      checks.wpsService,
    ]);
    expect(await page.locator('.unstarted').count()).toBe(0);
    expect(rows.get(checks.site)).toEqual({ said: checks.siteOk, looks: 'fine' });
    expect(rows.get(checks.https)?.said).toBe(checks.httpsNone);
    // There is no way to Microsoft here: what to do about it is said.
    const failed = fill(checks.officeJsFailed, { address: 'appsforoffice.microsoft.com' }, 'zh-CN');
    expect(rows.get(checks.officeJs)).toEqual({ said: failed, looks: 'bad' });
    for (const link of await page
      .getByRole('link')
      .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href)))
      expect([link, (await page.request.get(link)).status()]).toEqual([link, 200]);
    // What cannot be reached is in the browser's words; nothing was refused by the policy.
    expect(errors.filter((error) => !/ERR_(?:NAME_NOT_RESOLVED|CONNECTION_REFUSED)/.test(error))).toEqual([]);
  });

  test('where scripts are not read, pages say what to do', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const said = UNSTARTED['zh-CN'];
    const pages = [
      ['index.html', said.site],
      ['wps/install/index.html', said.site],
      ['wps/pane.html', said.wps],
      ['excel/taskpane.html', said.excel],
      ['workbench/index.html', said.workbench],
    ] as const;
    await Promise.all(
      pages.map(async ([path, sentence]) => {
        const page = await context.newPage();
        await page.goto(`${served.address}perf/${path}`);
        expect([path, await page.getByText(sentence).isVisible()]).toEqual([path, false]);
        await page.getByText(sentence).waitFor();
      }),
    );
    await context.close();
  });

  test('the start page finds that files are missing', async () => {
    const page = await visit('index.html', (empty) =>
      empty.route('**/wps/ribbon.xml', (route) => route.fulfill({ status: 404 })),
    );
    expect((await tested(page)).get(words.checks.site)).toEqual({ said: words.checks.siteFailed, looks: 'bad' });
  });

  test('the help can be read', async () => {
    const page = await visit('help/install/index.html');
    await page.getByRole('link', { name: '装进 WPS 表格' }).click();
    await page.getByRole('heading', { name: '离线安装' }).waitFor();
    await page.screenshot({ path: join(SHOTS, 'help.png') });
    expect(errors).toEqual([]);
  });

  test('the publish page enters the add-in in WPS, and takes it out', async () => {
    const asked: { path: string; body: string }[] = [];
    let list: unknown[] = [{ name: 'other', addonType: 'wps', url: 'https://a/' }];
    const page = await visit('wps/install/index.html', (empty) =>
      empty.route(`${WPS_SERVICE}/**`, (route) => {
        const path = new URL(route.request().url()).pathname;
        const body = route.request().postData() ?? '';
        asked.push({ path, body });
        const answer = path === '/version' ? '1.0.2' : path === '/publishlist' ? JSON.stringify(list) : 'OK';
        return route.fulfill({ body: answer, headers: { 'access-control-allow-origin': '*' } });
      }),
    );
    await page.getByText(words.publish.ready).waitFor();
    await page.getByRole('button', { name: words.publish.install }).click();
    await page.getByText(words.publish.installed).waitFor();
    await page.screenshot({ path: join(SHOTS, 'publish.png') });
    const { data = '' } = JSON.parse(asked.at(-1)?.body ?? '{}') as { data?: string };
    const entry = {
      name: 'PerfTable',
      url: `${served.address}perf/wps/`,
      addonType: 'et',
      online: 'true',
      version: '',
    };
    expect(JSON.parse(Buffer.from(data, 'base64').toString())).toEqual({ cmd: 'enable', ...entry });
    list = [...list, entry];
    await page.reload();
    await page.getByRole('button', { name: words.publish.remove }).click();
    await page.getByText(words.publish.removed).waitFor();
    expect(asked.map(({ path }) => path).filter((path) => path === '/deployaddons/runParams')).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  test('the publish page merges a file where WPS does not answer', async () => {
    const page = await visit('wps/install/index.html');
    await page.getByText(words.publish.absent).waitFor({ timeout: 20_000 });
    const choose = async (content: string) =>
      page.locator('#file').setInputFiles({ name: 'publish.xml', mimeType: 'text/xml', buffer: Buffer.from(content) });
    await choose('<jsplugins><jsplugin name="a"></jsplugins>');
    await page.getByText(words.publish.malformed).waitFor();
    await choose('<jsplugins>\n  <jsplugin name="a" type="et"/>\n</jsplugins>\n');
    await page.getByText(words.publish.merged).waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: words.publish.download }).click();
    const merged = readFileSync(await (await waiting).path(), 'utf8');
    expect(merged).toBe(
      `<jsplugins>\n  <jsplugin name="a" type="et"/>\n  <jspluginonline name="PerfTable" type="et" url="${served.address}perf/wps/"/>\n</jsplugins>\n`,
    );
    expect(errors.filter((error) => !error.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });

  test('the workbench checks and mends', async () => {
    const page = await visit('workbench/index.html');
    await page.getByRole('button', { name: action.recheck }).waitFor({ timeout: 60_000 });
    await page.getByText('PT503').first().waitFor();
    expect(await page.locator('.unstarted').count()).toBe(0);
    await page.getByRole('button', { name: action.mark }).click();
    await page
      .getByText(/已标出/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
  });
});

test('the workbench and the help from a folder, without any server', async () => {
  const page = await visit(pathToFileURL(join(packed.folder, 'workbench/index.html')).href);
  await page.getByText('PT503').first().waitFor({ timeout: 60_000 });
  await page.goto(pathToFileURL(join(packed.folder, 'index.html')).href);
  expect((await tested(page)).size).toBe(4);
  expect(errors).toEqual([]);
});

describe('in Excel', () => {
  let excel: ExcelOnTheWeb;
  beforeAll(async () => void (excel = await ExcelOnTheWeb.start(PORT, packed.folder)));
  afterAll(() => excel.close());

  test('the pane checks and marks, cells are reckoned, and nothing is refused by the policy', async () => {
    const { page, pane, errors: said, close } = await excel.open([SEED]);
    await pane.getByText('PT503').first().waitFor();
    expect(await pane.locator('.unstarted').count()).toBe(0);
    await page.evaluate(() => window.standIn.click('markFindings'));
    await pane.getByText(fill(notice.marked, { count: 18 }, 'zh-CN')).waitFor();
    const standard = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
    const [score] = await page.evaluate((words) => window.standIn.calculate([['SCORE', 8, 10, words]]), standard);
    expect(score?.value).toEqual([[1.6]]);
    expect(said).toEqual([]);
    await close();
  });
});
