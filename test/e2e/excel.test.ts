import { makeCell, makeSheet } from '../../src/core/sheet';
import type { SheetSnapshot } from '../../src/core/sheet';
import { fill } from '../../src/i18n/fill';
import { uiText } from '../../src/i18n/ui';
import { ExcelOnTheWeb } from './support/excel-web/open';
import type { ExcelPage } from './support/excel-web/open';
import { SEED, tableOf } from './support/tables';

const { action, problem, state, notice } = uiText('zh-CN');

let excel: ExcelOnTheWeb;
let open: ExcelPage | null = null;

beforeAll(async () => {
  excel = await ExcelOnTheWeb.start(4400);
});
afterEach(async () => {
  // Whatever a journey is about, the browser has nothing to complain of.
  expect(open?.errors ?? []).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(() => excel.close());

/** Opens a workbook and waits for the pane to have looked at it by itself. */
async function start(sheets: readonly SheetSnapshot[], locale = 'zh-CN'): Promise<ExcelPage> {
  open = await excel.open(sheets, locale);
  await settled(open);
  await open.page.evaluate(() => window.standIn.takeRequests());
  return open;
}

/** Nothing was asked of Excel for a while. */
async function settled({ page }: ExcelPage): Promise<void> {
  await page.waitForFunction(() => window.standIn.quietFor(400), undefined, { timeout: 30_000 });
}

async function requestsDuring(excelPage: ExcelPage, act: () => Promise<void>): Promise<boolean[]> {
  await excelPage.page.evaluate(() => window.standIn.takeRequests());
  await act();
  await settled(excelPage);
  return excelPage.page.evaluate(() => window.standIn.takeRequests());
}

const button = ({ pane }: ExcelPage, name: string) => pane.getByRole('button', { name, exact: true });
const writes = ({ page }: ExcelPage) => page.evaluate(() => window.standIn.writes);

describe('checking', () => {
  test('finds in the 2025 table what is to be found', async () => {
    const excelPage = await start([SEED]);
    // Cards out of sight are not laid out: their text is there, but is no inner text.
    const text = await excelPage.pane.locator('body').textContent();
    expect(text).toContain('17 项指标');
    for (const code of ['PT503', 'PT504', 'PT201', 'PT204', 'PT210', 'PT305']) expect(text).toContain(code);
    expect(await writes(excelPage)).toBe(0);
  });

  test.each([20, 2000])('takes three round trips at most on %i rows, and writes nothing', async (rows) => {
    const excelPage = await start([tableOf(rows)]);
    const requests = await requestsDuring(excelPage, async () => {
      await button(excelPage, action.recheck).click();
      await excelPage.pane.getByText(`${rows} 项指标`).waitFor();
    });
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.length).toBeLessThanOrEqual(3);
    expect(requests).not.toContain(true);
    expect(await writes(excelPage)).toBe(0);
  });

  test('follows what a person types', async () => {
    const excelPage = await start([tableOf(3)]);
    await excelPage.page.evaluate(() => window.standIn.type('D5', '≤'));
    await excelPage.pane.getByText('PT201').first().waitFor();
    expect(await writes(excelPage)).toBe(1);
  });

  test('shows the cell of a finding', async () => {
    const excelPage = await start([tableOf(3, 1)]);
    await excelPage.pane.getByRole('button', { name: 'E4' }).first().click();
    await settled(excelPage);
    expect(await excelPage.page.evaluate(() => window.standIn.selected)).toBe('绩效表!R4C5');
  });

  test('speaks English where Excel does', async () => {
    const excelPage = await start([SEED], 'en-US');
    await excelPage.pane.getByText('17 indicators').waitFor();
  });
});

describe('mending', () => {
  test('50 mends take two round trips at most, and are undone together', async () => {
    const excelPage = await start([tableOf(60, 50)]);
    const values = () =>
      excelPage.page.evaluate(() => ['E4', 'E53', 'E54'].map((cell) => window.standIn.valueAt(cell)));
    expect(await values()).toEqual(['１０', '１０', 10]);
    const requests = await requestsDuring(excelPage, async () => {
      await button(excelPage, fill(action.fixAll, { count: 50 }, 'zh-CN')).click();
      await excelPage.pane.getByText(fill(notice['fixed-all'], { count: 50 }, 'zh-CN')).waitFor();
    });
    // The check that follows asks twice more.
    expect(requests.lastIndexOf(true) + 1).toBe(2);
    expect(await values()).toEqual([10, 10, 10]);
    await button(excelPage, action.undo).click();
    await excelPage.pane.getByText(notice.undone).waitFor();
    expect(await values()).toEqual(['１０', '１０', 10]);
  });

  test('says that a sheet is protected, and writes nothing', async () => {
    const excelPage = await start([tableOf(3, 2, { protected: true })]);
    await button(excelPage, fill(action.fixAll, { count: 2 }, 'zh-CN')).click();
    await excelPage.pane.getByText(problem.protected.what).waitFor();
    expect(await writes(excelPage)).toBe(0);
  });
});

describe('what stands in the way is said in a sentence', () => {
  test('a cell being edited', async () => {
    const excelPage = await start([tableOf(3, 1)]);
    await excelPage.page.evaluate(() => {
      window.standIn.editing = true;
    });
    await button(excelPage, action.recheck).click();
    await excelPage.pane.getByText(problem.editing.what).waitFor();
    await excelPage.page.evaluate(() => {
      window.standIn.editing = false;
    });
    await button(excelPage, action.retry).click();
    await excelPage.pane.getByText(problem.editing.what).waitFor({ state: 'detached' });
    expect(await writes(excelPage)).toBe(0);
  });

  test('an empty sheet', async () => {
    const { pane } = await start([makeSheet('空', [])]);
    await pane.getByText(state.emptyTitle).waitFor();
  });

  test('a sheet without a table', async () => {
    const { pane } = await start([
      makeSheet('通讯录', [
        [makeCell('姓名'), makeCell('电话')],
        [makeCell('张三'), makeCell(123)],
      ]),
    ]);
    await pane.getByText(state.noHeaderTitle).waitFor();
  });
});

describe('the ribbon', () => {
  test('checks', async () => {
    const excelPage = await start([tableOf(5, 1)]);
    const requests = await requestsDuring(excelPage, () =>
      excelPage.page.evaluate(() => window.standIn.click('checkSheet')),
    );
    expect(requests.length).toBeLessThanOrEqual(3);
    expect(requests).not.toContain(true);
    await excelPage.pane.getByText(/检查完毕/).waitFor();
  });

  test('marks the findings and clears the marks, and nothing else', async () => {
    const excelPage = await start([SEED]);
    const marks = () => excelPage.page.evaluate(() => window.standIn.marks);
    await excelPage.page.evaluate(() => window.standIn.click('markFindings'));
    const marked = await marks();
    expect(marked.rules).toBeGreaterThan(5);
    expect(marked.comments.length).toBe(marked.rules);
    for (const comment of marked.comments) expect(comment).toContain('【绩效表助手】');
    await excelPage.page.evaluate(() => window.standIn.click('markFindings'));
    expect(await marks()).toEqual(marked);
    await excelPage.page.evaluate(() => window.standIn.click('clearMarks'));
    expect(await marks()).toEqual({ rules: 0, comments: [] });
    await excelPage.pane.getByText(notice['marks-cleared']).waitFor();
  });
});
