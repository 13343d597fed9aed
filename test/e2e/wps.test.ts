import type { Browser } from 'playwright-core';
import { makeCell, makeSheet, parseRange } from '../../src/core/sheet';
import type { Range, SheetSnapshot } from '../../src/core/sheet';
import { fill } from '../../src/i18n/fill';
import { uiText } from '../../src/i18n/ui';
import { CLEAN_2025 } from '../fixtures/seeds';
import { COLUMNS } from '../support/compact-sheet';
import { launchBrowser } from './support/browser';
import { makePackage, STAND_IN } from './support/packed';
import type { Packed } from './support/packed';
import { servePlaces } from './support/workbench/serve';
import type { Served } from './support/workbench/serve';
import { openWps } from './support/wps/open';
import type { OpenOptions, OpenWps } from './support/wps/open';

/** What WPS shows is what was packaged: served below a path, with no other network. */
const SEED: SheetSnapshot = makeSheet(
  '绩效表',
  CLEAN_2025.rows.map((row) => row.map((value) => makeCell(value))),
  { merges: CLEAN_2025.merges.map((range) => parseRange(range) as Range) },
);

/** A table of so many indicators; the digits of the first `slips` values are full-width, which is mended safely. */
function tableOf(rows: number, slips = 0): SheetSnapshot {
  const indicators = Array.from({ length: rows }, (_, row) => [
    row === 0 ? '产出指标' : null,
    row === 0 ? '数量指标' : null,
    `第${row + 1}项工作完成次数`,
    '≥',
    row < slips ? '１０' : 10,
    '次',
    '计划完成不低于10次',
    '达到计划值得满分，否则按实际值/计划值*指标分值',
    null,
  ]);
  const cells = [['部门整体支出绩效目标表'], ['2025年度'], COLUMNS.hunan, ...indicators];
  return makeSheet(
    '绩效表',
    cells.map((row) => row.map((value) => makeCell(value))),
  );
}

const { action, notice, noFunctions, noWps, view } = uiText('zh-CN');

let packed: Packed;
let served: Served;
let browser: Browser;
let open: OpenWps | null = null;

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
  page.evaluate(([at, of]) => window.wpsPage.wps?.book.active.cell(at, of).value ?? null, [row, column] as const);

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
    const rules = () => wps.page.evaluate(() => window.wpsPage.wps?.book.active.rules.length ?? -1);
    await press(wps, 'perfMark');
    await expect.poll(rules).toBeGreaterThan(5);
    await press(wps, 'perfClearMarks');
    await wps.pane.getByText(notice['marks-cleared']).waitFor();
    expect(await rules()).toBe(0);
  });
});
