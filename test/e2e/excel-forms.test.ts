import { makeCell, makeSheet, parseRange, type Range, type SheetSnapshot } from '../../src/core/sheet';
import { formsText } from '../../src/i18n/forms';
import { libraryText } from '../../src/i18n/library-view';
import { zh as ui } from '../../src/i18n/ui.zh-CN';
import { CLEAN_2025 } from '../fixtures/seeds';
import { ExcelOnTheWeb, type ExcelPage } from './support/excel-web/open';

const forms = formsText('zh-CN');
const library = libraryText('zh-CN');
const SEED: SheetSnapshot = makeSheet(
  '绩效表',
  CLEAN_2025.rows.map((row) => row.map((value) => makeCell(value))),
  { merges: CLEAN_2025.merges.map((range) => parseRange(range) as Range) },
);

let excel: ExcelOnTheWeb;
let open: ExcelPage | null = null;
beforeAll(async () => {
  excel = await ExcelOnTheWeb.start(4420);
});
afterEach(async () => {
  expect(open?.errors ?? []).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(() => excel.close());

async function start(): Promise<ExcelPage> {
  open = await excel.open([SEED]);
  await open.page.waitForFunction(() => window.standIn.quietFor(400), undefined, { timeout: 30_000 });
  return open;
}

const button = ({ pane }: ExcelPage, name: string | RegExp) => pane.getByRole('button', { name }).first();
const names = ({ page }: ExcelPage): Promise<string[]> =>
  page.evaluate(() => window.standIn.workbook.sheets.map(({ name }) => name));

test('the ribbon opens the forms; one click makes the self-evaluation, one takes it back', async () => {
  const excelPage = await start();
  await excelPage.page.evaluate(() => window.standIn.click('openForms'));
  await button(excelPage, forms.makeSelfEvaluation).click();
  await excelPage.pane.getByText(ui.notice['form-inserted']).waitFor();
  expect(await names(excelPage)).toEqual(['绩效表', '绩效字典', '部门整体支出绩效自评表']);
  await button(excelPage, ui.action.undo).click();
  await excelPage.pane.getByText(ui.notice.undone).waitFor();
  expect(await names(excelPage)).toEqual(['绩效表']);
});

test('the ribbon opens the library; rows are opened in the table and filled, and taken back', async () => {
  const excelPage = await start();
  const cell = (row: number, column: number): Promise<unknown> =>
    excelPage.page.evaluate(([r, c]) => window.standIn.workbook.sheets[0]?.at(r, c)?.value ?? null, [
      row,
      column,
    ] as const);
  const rows = SEED.cells.length;
  const foot = await cell(rows - 1, 0);
  await excelPage.page.evaluate(() => window.standIn.click('openLibrary'));
  await excelPage.pane.getByRole('searchbox', { name: library.search }).fill('招老师');
  await excelPage.pane.getByRole('checkbox').first().check();
  await button(excelPage, /插入 1 项/).click();
  const at = Number(await excelPage.pane.getByRole('row').nth(1).getByRole('cell').first().innerText()) - 1;
  await button(excelPage, /插入 1 项指标/).click();
  await excelPage.pane.getByText('已插入 1 项指标').waitFor();
  expect([await cell(at, 3), await cell(at, 4), await cell(at, 5)]).toEqual(['补充招聘教师人数', '≥', 80]);
  expect(await cell(rows, 0)).toBe(foot);
  await button(excelPage, ui.action.undo).click();
  await excelPage.pane.getByText(ui.notice.undone).waitFor();
  expect(await cell(rows - 1, 0)).toBe(foot);
  expect(await cell(at, 3)).not.toBe('补充招聘教师人数');
});
