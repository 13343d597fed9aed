import { selfEvaluation } from '../support/self-evaluation';
import { ExcelOnTheWeb } from './support/excel-web/open';
import type { ExcelPage } from './support/excel-web/open';

let excel: ExcelOnTheWeb;
let open: ExcelPage | null = null;

beforeAll(async () => {
  excel = await ExcelOnTheWeb.start(24_440);
});
afterEach(async () => {
  expect(open?.errors ?? []).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(() => excel.close());

const SCORES = ['J6', 'J7', 'J8', 'J9', 'J10', 'J11', 'J12'] as const;

async function start() {
  const { page, pane } = (open = await excel.open([selfEvaluation()]));
  await page.waitForFunction(() => window.standIn.quietFor(400), undefined, { timeout: 30_000 });
  await pane.getByRole('button', { name: '评分', exact: true }).click();
  const row = (name: string) => pane.getByRole('button', { name: new RegExp(`^${name}`, 'u') });
  await row('群众满意度').waitFor();
  const heading = (text: string) => pane.getByRole('heading', { level: 2, name: text, exact: true }).waitFor();
  return {
    pane,
    row,
    heading,
    back: () => pane.getByRole('button', { name: '返回列表' }).click(),
    write: (name: RegExp) => pane.locator('footer').getByRole('button', { name }).click(),
    said: (text: string | RegExp) => pane.locator('[role="status"]').getByText(text).waitFor(),
    values: (...cells: readonly string[]) =>
      page.evaluate((asked) => asked.map((cell) => window.standIn.valueAt(cell)), cells),
    formulas: (...cells: readonly string[]) =>
      page.evaluate((asked) => asked.map((cell) => window.standIn.formulaAt(cell)), cells),
    /** As Excel does of itself after a write. */
    recalculate: () => page.evaluate(() => window.standIn.recalculate()),
    async convert(command: string, count: string): Promise<string> {
      await pane.getByRole('button', { name: '公式', exact: true }).click();
      await pane.getByRole('menuitem', { name: command }).click();
      const dialog = pane.getByRole('dialog');
      await dialog.getByText(count).waitFor();
      const text = await dialog.innerText();
      await dialog.getByRole('button', { name: '关闭' }).click();
      return text;
    },
  };
}

test('scores as formulas, then total and grade; to native formulas and back', async () => {
  const on = await start();
  const { pane } = on;
  await on.heading('待填写得分（3）');
  await pane.getByRole('radio', { name: 'PERF 公式', exact: true }).check();
  await pane.getByText('填公式 =PERF.SCORE(I6,E6,G6,H6,D6,F6)').waitFor();
  await pane.getByRole('radio', { name: '按比例 15 分' }).check();
  await pane.getByText('填公式 =PERF.SCORE(I9,E9,G9,,D9,F9,"比例")').waitFor();
  await pane.getByRole('radio', { name: '按满分 10 分' }).check();
  await pane.getByText('填数值，不填公式：评分标准算出的不是这个分数').waitFor();
  await on.write(/^填写 5 项得分$/);
  await on.said('已填写 5 项得分');
  expect(await on.recalculate()).toBe(4);
  expect(await on.values('J6', 'J7', 'J8', 'J9', 'J12')).toEqual([4, 15, 9, 15, 10]);
  // Looked at once more, when they have their numbers.
  await on.heading('得分已填写（5）');

  await on.row('培养高素质干部队伍').click();
  await pane.getByRole('combobox', { name: '评价结果' }).selectOption('效果明显');
  await pane.getByRole('button', { name: '填入 I10' }).click();
  await pane.getByText('实际 效果明显').waitFor();
  await on.back();
  await on.row('通报批评情况').click();
  await pane.getByRole('textbox', { name: '被省' }).fill('1');
  await pane.getByRole('textbox', { name: '市通报批评' }).fill('1');
  await pane.getByText('得 7 分').waitFor();
  await pane.getByRole('button', { name: '填入 I11' }).click();
  await pane.getByRole('button', { name: '填入 I11' }).waitFor({ state: 'detached' });
  await on.back();
  await pane.getByRole('group', { name: '总分（J13）' }).getByRole('radio', { name: '填 84.5' }).waitFor();
  await on.write(/^填写 2 项得分和总分$/);
  await on.said('已填写 2 项得分和总分');
  expect(await on.recalculate()).toBe(6);
  expect(await on.values(...SCORES, 'J13', 'C14')).toEqual([4, 15, 9, 15, 15, 7, 10, 84.5, '良']);
  const perf = await on.formulas(...SCORES);
  expect(perf.map((formula) => formula?.startsWith('=PERF.SCORE(') ?? false)).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);

  // The day is text, and one cell holds two counts: both stay, and why is said.
  const told = await on.convert('转为普通公式', '已把 4 个公式转为普通公式');
  expect(told).toContain('J8 实际完成值“2027年2月28日”是文字，请改填数或日期');
  expect(told).toContain('J11 标准要用 2 项实际数据');
  const native = await on.formulas(...SCORES);
  expect(native.map((formula) => formula?.startsWith('=IF(') ?? false)).toEqual([
    true,
    true,
    false,
    true,
    true,
    false,
    false,
  ]);
  await on.convert('恢复为 PERF 公式', '已恢复 4 个 PERF 公式');
  expect(await on.formulas(...SCORES)).toEqual(perf);
});

test('numbers by default, in one step that is undone in one', async () => {
  const on = await start();
  await on.write(/^填写 3 项得分$/);
  await on.said('已填写 3 项得分');
  expect(await on.values('J6', 'J7', 'J8', 'J9')).toEqual([4, 15, 9, '']);
  expect(await on.formulas('J6', 'J7', 'J8')).toEqual([null, null, null]);
  await on.pane.getByRole('button', { name: '撤销', exact: true }).click();
  await on.said('已撤销');
  expect(await on.values('J6', 'J7', 'J8')).toEqual(['', '', '']);
});
