import { cellAt, parseCell, type CellRef, type SheetSnapshot } from '../../src/core/sheet';
import { writeWorkbook } from '../../src/formats/xlsx';
import { overviewText } from '../../src/i18n/overview';
import { uiText } from '../../src/i18n/ui';
import { selfEvaluation } from '../support/self-evaluation';
import { expectEventually, Workbench } from './support/workbench/page';

const { summary } = uiText('zh-CN');
const words = overviewText('zh-CN');

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open();
}, 120_000);
afterAll(() => workbench?.close());
afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]));

const SHEET = writeWorkbook([selfEvaluation()]);

async function open(bytes: Uint8Array = SHEET): Promise<void> {
  await workbench.load();
  await workbench.openFile('自评.xlsx', bytes);
  await view('评分');
  await row('群众满意度').waitFor();
}

const view = (name: string) => workbench.pane.getByRole('button', { name, exact: true }).click();
const row = (name: string) => workbench.pane.getByRole('button', { name: new RegExp(`^${name}`, 'u') });
const back = () => workbench.pane.getByRole('button', { name: '返回列表' }).click();
const write = (name: RegExp) => workbench.pane.locator('footer').getByRole('button', { name }).click();
const said = (text: string | RegExp) => workbench.status.getByText(text).waitFor();

async function sheetNow(): Promise<SheetSnapshot> {
  const [sheet] = (await workbench.downloaded()).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** What cells hold: a formula, else a value. */
async function held(...places: readonly string[]): Promise<unknown[]> {
  const sheet = await sheetNow();
  return places.map((place) => {
    const cell = cellAt(sheet, parseCell(place) as CellRef);
    return cell?.formula ?? cell?.value ?? null;
  });
}

const SCORES = ['J6', 'J7', 'J8', 'J9', 'J10', 'J11', 'J12'] as const;

test('a clerk scores a whole table: what is certain at once, the rest by decision, then total and grade', async () => {
  await open();
  const headings = await workbench.pane.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings).toEqual(['需人工确认（2）', '待填写得分（3）', '未填写实际完成值（2）']);
  await write(/^填写 3 项得分$/);
  await said('已填写 3 项得分');
  expect(await held(...SCORES, 'J13')).toEqual([4, 15, 9, null, null, null, null, null]);

  await workbench.pane.getByRole('radio', { name: '按比例 15 分' }).check();
  await workbench.pane.getByRole('radio', { name: '按满分 10 分' }).check();
  await row('培养高素质干部队伍').click();
  await workbench.pane.getByRole('combobox', { name: '评价结果' }).selectOption('效果明显');
  await workbench.pane.getByRole('button', { name: '填入 I10' }).click();
  await workbench.pane.getByText('实际 效果明显').waitFor();
  await back();
  await row('通报批评情况').click();
  await workbench.pane.getByRole('textbox', { name: '被省' }).fill('1');
  await workbench.pane.getByRole('textbox', { name: '市通报批评' }).fill('1');
  await workbench.pane.getByText('得 7 分').waitFor();
  await workbench.pane.getByRole('button', { name: '填入 I11' }).click();
  await workbench.pane.getByRole('button', { name: '填入 I11' }).waitFor({ state: 'detached' });
  const [both] = await held('I11');
  expect(String(both).split('1次')).toHaveLength(3);
  await back();

  const total = workbench.pane.getByRole('group', { name: '总分（J13）' });
  await total.getByRole('radio', { name: '填 84.5' }).waitFor();
  expect(await total.getByRole('radio', { name: '填 84.5' }).isChecked()).toBe(true);
  await total.getByRole('radio', { name: /^填公式 =ROUND\(PERF\.TOTAL\(J6:J12\)\+PERF\.TOTAL\(J4\),2\)$/ }).check();
  await workbench.pane.getByText('含预算执行率 9.5 分（满分 10 分）').waitFor();
  await write(/^填写 4 项得分和总分$/);
  await said('已填写 4 项得分和总分');
  expect(await held(...SCORES, 'C14')).toEqual([4, 15, 9, 15, 15, 7, 10, '良']);
  const done = await sheetNow();
  expect(cellAt(done, parseCell('J13') as CellRef)?.formula).toBe('=ROUND(PERF.TOTAL(J6:J12)+PERF.TOTAL(J4),2)');
  // As the sheet says by now, computed by the grid.
  await workbench.pane.getByRole('group', { name: '总分（J13）' }).waitFor();
  expect(await workbench.pane.getByText('表中总分填的是').count()).toBe(0);

  // The grid draws no charts of its own: it is said where one can be had, in place of a button.
  await view('自查');
  await view(summary.overview);
  const overview = workbench.pane.getByRole('region', { name: summary.overview });
  await overview.getByText(words.chartElsewhere).waitFor();
  expect(await overview.getByRole('button', { name: words.insertChart }).count()).toBe(0);
  await view('评分');

  await workbench.pane.getByRole('button', { name: '撤销', exact: true }).click();
  await said('已撤销');
  expect(await held('J9', 'J13', 'C14')).toEqual([null, null, null]);
});

test('what is chosen and tried is still there after a look at another view', async () => {
  await open();
  await workbench.pane.getByRole('radio', { name: '进档 14 分' }).check();
  await row('通报批评情况').click();
  await workbench.pane.getByRole('textbox', { name: '被省' }).fill('2');
  await workbench.pane.getByRole('textbox', { name: '市通报批评' }).fill('1');
  await view('自查');
  await workbench.findings.first().waitFor();
  await view('评分');
  await workbench.pane.getByRole('heading', { name: '通报批评情况' }).waitFor();
  expect(await workbench.pane.getByRole('textbox', { name: '被省' }).inputValue()).toBe('2');
  expect(await workbench.pane.getByRole('textbox', { name: '市通报批评' }).inputValue()).toBe('1');
  await workbench.pane.getByText('得 2 分').waitFor();
  await back();
  expect(await workbench.pane.getByRole('radio', { name: '进档 14 分' }).isChecked()).toBe(true);
});

test('what stands in the sheet stays until it is chosen to go, and is shown before', async () => {
  const base = selfEvaluation();
  const put = (sheet: SheetSnapshot, place: string, value: number): SheetSnapshot => {
    const at = parseCell(place) as CellRef;
    const cells = sheet.cells.map((cells, index) =>
      index === at.row
        ? Array.from({ length: 10 }, (_, column) =>
            column === at.column ? { value, text: String(value) } : cells?.[column],
          )
        : cells,
    );
    return { ...sheet, cells };
  };
  await open(writeWorkbook([put(put(base, 'J6', 5), 'J13', 90)]));
  await workbench.pane.getByRole('heading', { name: '与已填得分不一致（1）' }).waitFor();
  expect(await workbench.pane.getByRole('radio', { name: '保留 5' }).isChecked()).toBe(true);
  await workbench.pane.getByRole('radio', { name: '改为 4' }).check();
  await workbench.status.getByText('填 2 个空单元格，改 1 个已填的；未选定的不动').waitFor();
  await write(/^填写 3 项得分$/);
  await said('已填写 3 项得分');
  expect(await held('J6', 'J7', 'J13')).toEqual([4, 15, 90]);
});

test('formulas from the scoring view, which the grid computes to the numbers that were shown', async () => {
  await open();
  await workbench.pane.getByRole('radio', { name: '按比例 15 分' }).check();
  const values = async (): Promise<unknown[]> => {
    const sheet = await sheetNow();
    return ['J6', 'J7', 'J8', 'J9'].map((place) => cellAt(sheet, parseCell(place) as CellRef)?.value ?? null);
  };
  const written = async (start: string) =>
    (await held('J6', 'J7', 'J8', 'J9')).map((value) => typeof value === 'string' && value.startsWith(start));
  await workbench.pane.getByRole('radio', { name: '普通公式（不依赖插件）', exact: true }).check();
  // What is fixed in the formula is said before; the day is text, with which no spreadsheet reckons.
  await workbench.pane.getByText('实际完成值按百分比格式乘以 100').waitFor();
  await workbench.pane.getByText('填数值，不填公式：实际完成值“2027年2月28日”是文字').waitFor();
  await write(/^填写 4 项得分$/);
  await said('已填写 4 项得分');
  expect(await written('=IF(')).toEqual([true, true, false, true]);
  const isShown = async () => (await values()).join() === '4,15,9,15';
  await expectEventually(isShown, 'the scores, by native formulas');

  await workbench.pane.getByRole('heading', { name: '得分已填写（4）' }).waitFor();
  await workbench.pane.getByRole('radio', { name: 'PERF 公式', exact: true }).check();
  await workbench.status.getByText('填 0 个空单元格，改 4 个已填的；未选定的不动').waitFor();
  await write(/^填写 4 项得分$/);
  await expectEventually(async () => (await written('=PERF.SCORE(')).every(Boolean), 'PERF formulas');
  await expectEventually(isShown, 'the scores, by PERF formulas');
});

test('formulas of the selected cells, of a row, and from the row itself', async () => {
  await open();
  const formula = (at: number) => `=PERF.SCORE(I${at},E${at},G${at},H${at},D${at},F${at})`;
  await workbench.type('J6', formula(6));
  await workbench.type('J7', formula(7));
  await workbench.type('J9', formula(9));
  const kinds = async () =>
    (await held('J6', 'J7', 'J9')).map((value) =>
      typeof value === 'string' ? (value.startsWith('=PERF') ? 'perf' : 'native') : value,
    );
  const convert = async (scope: RegExp, command: string, count: string) => {
    await workbench.pane.getByRole('button', { name: '公式', exact: true }).click();
    await workbench.page.getByRole('menuitemradio', { name: scope }).click();
    await workbench.page.getByRole('menuitem', { name: command }).click();
    const dialog = workbench.page.getByRole('dialog');
    await dialog.getByText(count).waitFor();
    const text = await dialog.innerText();
    await dialog.getByRole('button', { name: '关闭' }).click();
    return text;
  };
  await workbench.go('J7');
  // The scale of a percentage is fixed by the format that the cell has now, and that is said.
  expect(await convert(/^选中的单元格 J7$/, '转为普通公式', '已把 1 个公式')).toContain(
    'J7 实际完成值按百分比格式乘以 100，以后改了单元格格式，公式不会跟着变',
  );
  expect(await kinds()).toEqual(['perf', 'native', 'perf']);
  await workbench.go('B6');
  await convert(/^所在的行 6$/, '转为数值', '已把 1 个公式转为数值');
  expect(await kinds()).toEqual([4, 'native', 'perf']);

  await row('预算成本').click();
  await workbench.pane.getByRole('button', { name: '转为普通公式（不依赖插件）' }).click();
  await workbench.page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  expect(await kinds()).toEqual([4, 'native', 'native']);
  await workbench.pane.getByRole('button', { name: '恢复为 PERF 公式' }).click();
  await workbench.page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  expect(await kinds()).toEqual([4, 'native', 'perf']);
  await back();
  await convert(/^整张工作表$/, '恢复为 PERF 公式', '已恢复 2 个 PERF 公式');
  expect(await kinds()).toEqual(['perf', 'perf', 'perf']);
});

test('by keyboard alone: down the list, into a row, back to where one was', async () => {
  await open();
  const { page, pane } = workbench;
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await row('预算成本').focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toMatch(/^群众满意度/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expectEventually(() => pane.getByRole('radio', { name: '按满分 10 分' }).isChecked(), 'the score is chosen');
  await row('群众满意度').focus();
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: '群众满意度' }).waitFor();
  expect(await focused()).toBe('群众满意度');
  await page.keyboard.press('Escape');
  await row('群众满意度').waitFor();
  expect(await focused()).toMatch(/^群众满意度/);
});

test.each([
  ['群众满意度', '得分曲线：横轴群众满意度，纵轴得分。满分 10，超过满分'],
  ['完成时限', '得分曲线：横轴完成时限，纵轴得分。满分 10'],
])('%s: the curve fits into a narrow pane, and says what it shows', async (name, label) => {
  await open();
  await row(name).click();
  const image = workbench.pane.getByRole('img', { name: label });
  await image.scrollIntoViewIfNeeded();
  const [curve, pane] = [await image.boundingBox(), await workbench.pane.boundingBox()];
  expect(curve && pane && curve.x >= pane.x && curve.x + curve.width <= pane.x + pane.width).toBe(true);
});
