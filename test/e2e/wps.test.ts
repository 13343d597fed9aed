import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { SheetSnapshot } from '../../src/core/sheet';
import { fill } from '../../src/i18n/fill';
import { intakeText } from '../../src/i18n/intake';
import { uiText } from '../../src/i18n/ui';
import type { CompactRow } from '../support/compact-sheet';
import { docxOf, htmlRows } from '../support/forms';
import { selfEvaluation } from '../support/self-evaluation';
import { drop, paste } from './support/arrivals';
import { launchBrowser } from './support/browser';
import { makePackage, STAND_IN } from './support/packed';
import type { Packed } from './support/packed';
import { SEED, tableOf } from './support/tables';
import { servePlaces } from './support/workbench/serve';
import type { Served } from './support/workbench/serve';
import { chromium69 } from './support/wps/chromium69';
import { openWps, sent } from './support/wps/open';
import type { OpenOptions, OpenWps } from './support/wps/open';

const NEWER = join(__dirname, '../../scripts/chromium69');
const { newerInCss } = createRequire(__filename)(join(NEWER, 'styles.cjs')) as { newerInCss(css: string): Set<string> };
const EMITTED = createRequire(__filename)(join(NEWER, 'emitted-css.cjs')) as Record<string, string>;
/** Parts of Fluent UI that lay out their items by a gap: without it they stand close together, and can still be read. */
const FLUENT_GAPS: readonly string[] = ['fui-Input'];

/** Pictures to be looked at. */
const SHOTS = join(__dirname, '../../build/screenshots');
mkdirSync(SHOTS, { recursive: true });

const { action, notice, noFunctions, noWps, view } = uiText('zh-CN');

let packed: Packed;
let served: Served;
let browser: Browser;
let open: OpenWps | null = null;

// What WPS shows is what was packaged: served below a path, with no other network.
beforeAll(async () => {
  packed = makePackage('https://intranet.example/perf/');
  served = await servePlaces([
    ['/perf/', packed.folder],
    ['/stand-in/', STAND_IN],
  ]);
  browser = await launchBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
}, 120_000);
afterEach(async () => {
  expect(open?.errors ?? []).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(async () => {
  await browser.close();
  await served.close();
  packed.remove();
});

async function start(sheets: readonly SheetSnapshot[], options: OpenOptions = {}): Promise<OpenWps> {
  open = await openWps(browser, served.address, `${served.address}perf/wps/index.html`, sheets, options);
  return open;
}

/** WPS with the pane opened by its button, and the first look over. */
async function startWithPane(sheets: readonly SheetSnapshot[], options: OpenOptions = {}): Promise<OpenWps> {
  const wps = await start(sheets, options);
  await press(wps, 'perfPane');
  await button(wps, action.recheck).waitFor();
  return wps;
}

async function press({ page }: OpenWps, id: string): Promise<void> {
  // A promise from a callback of the ribbon made the tab vanish.
  expect(await page.evaluate((name) => window.wpsPage.click(name), id)).toBe('boolean');
}

const button = ({ pane }: OpenWps, name: string) => pane.getByRole('button', { name, exact: true });
const valueOf = ({ page }: OpenWps, row: number, column: number) =>
  page.evaluate(([at, of]) => window.wpsPage.wps?.book.active.rows.get(at)?.get(of)?.value ?? null, [
    row,
    column,
  ] as const);

describe('the ribbon', () => {
  test('has a picture for each button', async () => {
    const { page } = await start([tableOf(2)]);
    for (const id of ['perfCheck', 'perfMark', 'perfClearMarks', 'perfPane']) {
      const image = await page.evaluate((name) => window.wpsPage.image(name), id);
      expect((await page.request.get(`${served.address}perf/wps/${String(image)}`)).ok()).toBe(true);
    }
  });

  test('opens the pane, and the pane can be put away and comes back', async () => {
    const wps = await startWithPane([tableOf(3)]);
    await button(wps, action.hide).click();
    await wps.page.locator('#pane1').waitFor({ state: 'hidden' });
    await press(wps, 'perfPane');
    await wps.page.locator('#pane1').waitFor({ state: 'visible' });
    expect(await wps.page.locator('iframe').count()).toBe(2);
  });

  test('marks the findings and clears the marks, opening the pane for it', async () => {
    const wps = await start([SEED]);
    const rules = () => wps.page.evaluate(() => window.wpsPage.wps?.book.active.conditions.length ?? -1);
    await press(wps, 'perfMark');
    await wps.page.waitForFunction(() => (window.wpsPage.wps?.book.active.conditions.length ?? 0) > 5);
    await wps.pane
      .getByText(fill(notice.marked, { count: await rules() }, 'zh-CN'))
      .first()
      .waitFor();
    await press(wps, 'perfClearMarks');
    await wps.pane.getByText(notice['marks-cleared']).waitFor();
    expect(await rules()).toBe(0);
  });
});

describe('the pane', () => {
  test('finds in the 2025 table what is to be found, and writes nothing', async () => {
    const wps = await startWithPane([SEED]);
    const text = await wps.pane.locator('body').textContent();
    expect(text).toContain('17 项指标');
    for (const code of ['PT503', 'PT504', 'PT201', 'PT204', 'PT210', 'PT305']) expect(text).toContain(code);
    expect(await wps.page.evaluate(() => window.wpsPage.wps?.book.writes)).toBe(0);
  });

  test('mends at a click and takes it back', async () => {
    const wps = await startWithPane([tableOf(20, 12)]);
    await button(wps, fill(action.fixAll, { count: 12 }, 'zh-CN')).click();
    await wps.pane.getByText(fill(notice['fixed-all'], { count: 12 }, 'zh-CN')).waitFor();
    expect(await valueOf(wps, 3, 4)).toBe(10);
    await button(wps, action.undo).click();
    await wps.pane.getByText(notice.undone).waitFor();
    expect(await valueOf(wps, 3, 4)).toBe('１０');
  });

  test('takes what is pasted, and a file that is dropped on it onto a new sheet, in an engine of 2018', async () => {
    const wps = await startWithPane([tableOf(2)], { before: chromium69() });
    const words = intakeText('zh-CN');
    // As spreadsheets write it: a blank cell is a character reference.
    await paste(wps.pane.locator('body'), {
      'text/html': `<table>${htmlRows(tableOf(5)).replaceAll('><', '>&nbsp;<')}</table>`,
    });
    await wps.pane.getByText(/5 项指标/).waitFor();
    const file = { name: '培训.docx', bytes: await docxOf(tableOf(3)) };
    await drop(wps.pane.getByRole('navigation'), file);
    await wps.pane.getByText(/3 项指标/).waitFor();
    await wps.page.screenshot({ path: `${SHOTS}/chromium69-intake.png` });
    await wps.pane.getByRole('button', { name: words.sheet.name }).click();
    await wps.pane.getByText(notice['sheet-inserted']).waitFor();
    expect(await valueOf(wps, 3, 2)).toBe('第1项工作完成次数');
    await button(wps, action.undo).click();
    await wps.pane.getByText(notice.undone).waitFor();
    expect(await wps.page.evaluate(() => window.wpsPage.wps?.book.sheets.length)).toBe(1);
  });

  test('stays at the left of a window that is wider than what is seen of it', async () => {
    const wps = await startWithPane([SEED]);
    await wps.page.addStyleTag({ content: '#pane1 { width: 1428px }' });
    const widest = await wps.pane.locator('body').evaluate((body) => ({
      body: body.getBoundingClientRect(),
      right: Math.max(...[...body.querySelectorAll('*')].map((element) => element.getBoundingClientRect().right)),
    }));
    expect(widest.body).toMatchObject({ left: 0, width: 520 });
    expect(widest.right).toBeLessThanOrEqual(520);
    await button(wps, action.suppress).first().click();
    const dialog = await wps.pane.getByRole('dialog').boundingBox();
    expect(dialog?.x).toBeGreaterThanOrEqual(0);
    expect((dialog?.x ?? 0) + (dialog?.width ?? Infinity)).toBeLessThanOrEqual(520);
  });

  test('says outside of WPS that it belongs there', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${served.address}perf/wps/pane.html`);
    await page.getByRole('heading', { name: noWps.title }).waitFor();
    await context.close();
  });
});

describe('functions', () => {
  test('score in cells', async () => {
    const { page } = await start([tableOf(1)]);
    const call = (name: string, ...args: unknown[]) =>
      page.evaluate(([of, given]) => window.wpsPage.wps?.call(of, ...given), [name, args] as const);
    expect(await call('PERF.SCORE', 8, 10, '达到计划值得满分2分，否则按实际值/计划值*指标分值')).toBe(1.6);
    expect(await call('PERF.GRADE', 84)).toBe('良');
    expect(String(await call('PERF.SCORE', 8, 10, '酌情扣分'))).toMatch(/^#N\/A /);
  });

  test('where WPS has none, the pane says so, once', async () => {
    const wps = await startWithPane([tableOf(2)], { wps: { customFunctions: false } });
    await wps.pane.getByText(noFunctions.missing).waitFor();
    await button(wps, action.dismiss).first().click();
    await wps.pane.getByText(noFunctions.missing).waitFor({ state: 'detached' });
  });
});

describe('formulas that came with a file from Excel', () => {
  test('are known by the name that Excel stored, and become native at a click', async () => {
    const stored: CompactRow = ['=_xldudf_PERF_SCORE(I6,E6,G6,H6,D6,F6)', { error: '#NAME?' }];
    const ratio = '达到计划值得满分，否则按实际值/计划值*指标分值';
    const fill = ['产出指标', '数量指标', '组织政治理论培训次数', '≥', 10, '次', ratio, 5, 8, stored] as CompactRow;
    const wps = await startWithPane([selfEvaluation({ fill })], { wps: { customFunctions: false } });
    await wps.pane.getByRole('navigation').getByRole('button', { name: view.score, exact: true }).click();
    await button(wps, '公式').click();
    await wps.pane.getByRole('menuitem', { name: '转为普通公式' }).click();
    await wps.pane.getByRole('dialog').getByText('已把 1 个公式转为普通公式').waitFor();
    await wps.page.screenshot({ path: `${SHOTS}/wps-native.png` });
    const formula = await wps.page.evaluate(() => window.wpsPage.wps?.book.active.rows.get(5)?.get(9)?.formula);
    expect(formula).toMatch(/^=IF\(/);
    expect(formula).not.toContain('PERF');
  });
});

describe('in an engine of 2018', () => {
  test('everything works without what came later, and looks alike', async () => {
    const wps = await startWithPane([SEED], { before: chromium69() });
    const views = [view.score, view.forms, view.library, view.settings, view.check];
    for (const name of views) {
      await wps.pane.getByRole('navigation').getByRole('button', { name, exact: true }).click();
      await wps.page.waitForTimeout(700);
      await wps.page.screenshot({ path: `${SHOTS}/chromium69-${name}.png` });
    }
    await press(wps, 'perfMark');
    await wps.page.waitForFunction(() => (window.wpsPage.wps?.book.active.conditions.length ?? 0) > 5);
    // A dialog is where it belongs, within what is seen of the pane.
    await button(wps, action.suppress).first().click();
    const dialog = await wps.pane.getByRole('dialog').boundingBox();
    await wps.page.waitForTimeout(300);
    await wps.page.screenshot({ path: `${SHOTS}/chromium69-dialog.png` });
    expect(dialog?.width).toBeGreaterThan(200);
    expect((dialog?.x ?? 0) + (dialog?.width ?? 0)).toBeLessThanOrEqual(381);
    expect(dialog?.y).toBeGreaterThanOrEqual(0);
    expect((dialog?.y ?? 0) + (dialog?.height ?? 0)).toBeLessThanOrEqual(641);
    const aged = await wps.pane.locator('body').evaluate(() => ({
      rules: window.aged?.rules ?? [],
      flexGaps: [...(window.aged?.flexGaps ?? [])],
      bareTexts: [...(window.aged?.bareTexts ?? [])],
    }));
    expect(aged.rules.length).toBeGreaterThan(300);
    const newer = new Set(aged.rules.flatMap((rule) => [...newerInCss(rule)]));
    expect([...newer].filter((name) => !Object.hasOwn(EMITTED, name))).toEqual([]);
    // Of our own there is none; what Fluent UI lays out so is listed.
    expect(aged.flexGaps.filter((name) => !FLUENT_GAPS.includes(name))).toEqual([]);
    expect(aged.bareTexts).toEqual([]);
  });
});

describe('from a folder, without any server', () => {
  const program = () => pathToFileURL(join(packed.folder, 'wps')).href;

  async function openFile(name: string, sheets: readonly SheetSnapshot[]) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const errors: string[] = [];
    const [script = ''] = readdirSync(STAND_IN).filter((file) => /^main\..*\.js$/.test(file));
    await context.addInitScript({ path: join(STAND_IN, script) });
    await context.addInitScript((data) => {
      // As in the page around the others, here in the page itself.
      Object.assign(window, window.wpsPage.install(data));
    }, sent(sheets));
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${program()}/${name}`);
    return { page, errors, close: () => context.close() };
  }

  test('the pane checks and mends', async () => {
    const { page, errors, close } = await openFile('pane.html', [tableOf(5, 2)]);
    await page.getByRole('button', { name: fill(action.fixAll, { count: 2 }, 'zh-CN') }).click();
    await page.getByText(fill(notice['fixed-all'], { count: 2 }, 'zh-CN')).waitFor();
    await page.getByRole('button', { name: view.score, exact: true }).click();
    await page.getByText('第1项工作完成次数').first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('the background page has the functions and opens the pane beside it', async () => {
    const { page, errors, close } = await openFile('index.html', [tableOf(1)]);
    const said = await page.evaluate(() => {
      (window as unknown as { OnAction(control: { Id: string }): unknown }).OnAction({ Id: 'perfPane' });
      return { names: [...(window.wpsPage.wps?.functions.keys() ?? [])], pane: window.wpsPage.wps?.panes[0]?.url };
    });
    expect(said.names).toContain('PERF.SCORE');
    expect(said.pane).toBe(`${program()}/pane.html`);
    expect(errors).toEqual([]);
    await close();
  });
});
