import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { SheetSnapshot } from '../../src/core/sheet';
import { overviewText } from '../../src/i18n/overview';
import { uiText } from '../../src/i18n/ui';
import { compactSheet, type CompactRow } from '../support/compact-sheet';
import { violationsInAllLooks } from './support/axe';
import { launchBrowser } from './support/browser';
import { ExcelOnTheWeb } from './support/excel-web/open';
import { makePackage, STAND_IN } from './support/packed';
import type { Packed } from './support/packed';
import { servePlaces } from './support/workbench/serve';
import type { Served } from './support/workbench/serve';
import { openWps } from './support/wps/open';

const { summary } = uiText('zh-CN');
const words = overviewText('zh-CN');

const row = (level1: string | null, name: string, weight: number | null, score: number | null): CompactRow => [
  level1,
  '数量指标',
  name,
  '≥10次',
  score === null ? null : '10次',
  weight,
  score,
  null,
];
const evaluation = (rows: readonly CompactRow[]): SheetSnapshot =>
  compactSheet({ title: '2026年度项目支出绩效自评表', columns: 'selfEvaluation', rows, sheet: '自评' });
const ROWS = [
  row('产出指标', '培训次数', 50, 46.5),
  row('效益指标', '能力提升人数', 30, 30),
  row('满意度指标', '服务对象满意度', 20, 18),
];
const SCORED = evaluation(ROWS);
const LOCKED: SheetSnapshot = { ...SCORED, protected: true };

interface Seen {
  readonly sheets: readonly string[];
  readonly charts: readonly { readonly title: string | null; readonly series: number }[];
  /** B2 of the chart's sheet. */
  readonly formula: string | null;
  readonly active: string;
}

interface Opened {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly errors: readonly string[];
  look(): Promise<Seen>;
  /** Nobody may add a sheet from now on. */
  lock(): Promise<unknown>;
  close(): Promise<void>;
}

let packed: Packed;
let served: Served;
let browser: Browser;
let excel: ExcelOnTheWeb;

beforeAll(async () => {
  packed = makePackage('https://localhost:4466/perf/');
  served = await servePlaces([
    ['/perf/', packed.folder],
    ['/stand-in/', STAND_IN],
  ]);
  browser = await launchBrowser();
  excel = await ExcelOnTheWeb.start(4466, packed.folder);
}, 120_000);
afterAll(async () => {
  await excel.close();
  await browser.close();
  await served.close();
  packed.remove();
});

async function openExcel(sheet: SheetSnapshot): Promise<Opened> {
  const { page, pane, errors, close } = await excel.open([sheet]);
  await page.waitForFunction(() => window.standIn.quietFor(400), undefined, { timeout: 30_000 });
  return {
    page,
    pane,
    errors,
    close,
    look: () =>
      page.evaluate(() => {
        const { workbook } = window.standIn;
        const sheet = workbook.find('得分图表');
        return {
          sheets: workbook.sheets.map(({ name }) => name),
          charts: (sheet?.charts ?? []).map(({ title, series }) => ({ title, series: series.length })),
          formula: sheet?.at(1, 1)?.formula ?? null,
          active: workbook.active.name,
        };
      }),
    lock: () => page.evaluate(() => void (window.standIn.workbook.locked = true)),
  };
}

async function openInWps(sheet: SheetSnapshot): Promise<Opened> {
  const open = await openWps(browser, served.address, `${served.address}perf/wps/index.html`, [sheet]);
  const { page } = open;
  await page.evaluate(() => window.wpsPage.click('perfPane'));
  return {
    ...open,
    look: () =>
      page.evaluate(() => {
        const book = window.wpsPage.wps?.book;
        const sheet = book?.find('得分图表');
        return {
          sheets: book?.sheets.map(({ name }) => name) ?? [],
          charts: (sheet?.charts ?? []).map(({ title, series }) => ({ title, series: series.length })),
          formula: sheet?.at({ row: 1, column: 1 })?.formula ?? null,
          active: book?.active.name ?? '',
        };
      }),
    lock: () =>
      page.evaluate(() => {
        const book = window.wpsPage.wps?.book;
        if (book) book.locked = true;
      }),
  };
}

async function overview({ pane }: Opened): Promise<void> {
  await pane.getByRole('button', { name: '自查', exact: true }).click();
  const toggle = pane.getByRole('button', { name: summary.overview });
  await toggle.waitFor();
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  await pane.getByRole('heading', { name: words.problems }).waitFor();
}

const insert = ({ pane }: Opened) => pane.getByRole('button', { name: words.insertChart });

async function seen(open: Opened, wanted: Seen): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (JSON.stringify(await open.look()) === JSON.stringify(wanted)) return;
    await open.page.waitForTimeout(100);
  }
  expect(await open.look()).toEqual(wanted);
}

const BEFORE: Seen = { sheets: ['自评'], charts: [], formula: null, active: '自评' };
const AFTER: Seen = {
  sheets: ['自评', '得分图表'],
  charts: [{ title: '2026年度项目支出绩效自评表得分情况', series: 2 }],
  formula: '=SUMIF(自评!$F$3,">=0")',
  active: '得分图表',
};

describe.each([
  ['Excel', openExcel],
  ['WPS', openInWps],
] as const)('in %s', (_, open) => {
  let opened: Opened | null = null;
  const start = async (sheet: SheetSnapshot): Promise<Opened> => {
    opened = await open(sheet);
    await overview(opened);
    return opened;
  };
  afterEach(async () => {
    expect(opened?.errors ?? []).toEqual([]);
    await opened?.close();
    opened = null;
  });

  test('the chart is inserted, shown, and taken away again', async () => {
    const on = await start(SCORED);
    await insert(on).click();
    await seen(on, AFTER);
    await on.pane.getByRole('button', { name: /^撤销/ }).first().click();
    await seen(on, BEFORE);
    await insert(on).waitFor();
  });

  test('a protected table is left alone, and its scores are drawn all the same', async () => {
    const on = await start(LOCKED);
    await insert(on).click();
    await seen(on, AFTER);
  });

  test('where no sheet can be added, that is said, and nothing is there', async () => {
    const on = await start(SCORED);
    await on.lock();
    await insert(on).click();
    await on.pane.getByRole('alert').first().waitFor();
    await seen(on, BEFORE);
  });

  test('without scores there is a line in place of the button', async () => {
    const on = await start(evaluation(ROWS.map((one) => [...one.slice(0, 4), null, one[5] ?? null, null, null])));
    await on.pane.getByRole('heading', { name: words.weights }).waitFor();
    expect(await insert(on).count()).toBe(0);
    expect(await on.pane.getByRole('heading', { name: words.scores }).count()).toBe(0);
  });
});

/** What the overview has of a table, by its headings. */
const STATES: readonly [string, SheetSnapshot, readonly string[]][] = [
  ['a table with points and scores', SCORED, [words.problems, words.weights, words.scores]],
  [
    'a table without points',
    evaluation(ROWS.map((one) => [...one.slice(0, 5), null, one[6] ?? null, null])),
    [words.problems, words.scores],
  ],
  [
    'a table without a column for scores, nor points',
    compactSheet({
      title: '2026年度项目支出绩效目标表',
      columns: 'project',
      rows: [['产出指标', '数量指标', '培训次数', '≥10次', null]],
      sheet: '自评',
    }),
    [words.problems],
  ],
  [
    'a table with a budget and costs',
    compactSheet({
      title: '2022年部门整体支出绩效目标表',
      above: [
        ['部门名称', '城区财政局'],
        ['年度预算申请（万元）', '资金总额：100万元'],
      ],
      columns: 'county',
      rows: [
        ['产出指标', '数量指标', '培训次数', '≥10次'],
        ['产出指标', '成本指标', '培训费', '≤60万元'],
      ],
      sheet: '自评',
    }),
    [words.problems, words.money],
  ],
];

test.each(STATES)('%s has what it can have, readable in every look', async (_, sheet, headings) => {
  const on = await openExcel(sheet);
  try {
    await overview(on);
    for (const heading of headings) await on.pane.getByRole('heading', { name: heading }).waitFor();
    const section = on.pane.locator(`section[aria-label="${summary.overview}"]`);
    expect(await section.getByRole('heading').allInnerTexts()).toEqual(headings);
    expect(await violationsInAllLooks({ page: on.page, pane: on.pane.locator('body') })).toEqual([]);
    expect(on.errors).toEqual([]);
  } finally {
    await on.close();
  }
});
