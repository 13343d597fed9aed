import { cellAt, parseCell, type SheetSnapshot } from '../../src/core/sheet';
import { readWorkbook } from '../../src/formats/xlsx';
import { rawWorkbook } from '../support/xlsx';
import { expectEventually, Workbench } from './support/workbench/page';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.open();
}, 120_000);
afterAll(() => workbench?.close());
beforeEach(() => workbench.load());
afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]));

const valueIn = (sheet: SheetSnapshot | undefined, cell: string) =>
  sheet && cellAt(sheet, parseCell(cell) as NonNullable<ReturnType<typeof parseCell>>)?.value;

/** As a file saved now has it. */
const value = async (cell: string) => valueIn((await workbench.downloaded()).sheets[0], cell);

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';

test('formulas typed into the grid are computed, and their errors are errors', async () => {
  const typed: [string, string, unknown][] = [
    ['L5', '=PERF.SCORE(8,10,"' + PROPORTION + '",,"≥","次")', 1.6],
    ['L6', '=perf.score(N9,10,"' + PROPORTION + '",,"≥","次")', { error: '#N/A' }],
    ['L7', '=PERF.SCORE(8,10,"根据情况酌情扣分")', { error: '#N/A' }],
    ['L8', '=PERF.SCORE(8,10,"' + PROPORTION + '",-1)', { error: '#VALUE!' }],
    ['L9', '=PERF.EXECUTION(100,95)', 9.5],
    ['L10', '=PERF.GRADE(PERF.TOTAL({60,31.5}))', '优'],
    ['L11', '=SUM(L5,L9)', 11.1],
    ['L12', '=PERF.PARSE("≥95%")', '≥'],
    ['L13', '=M12&N12', '95%'],
  ];
  for (const [cell, formula] of typed) await workbench.type(cell, formula);
  // What spills is computed once more, when its place is known.
  await expectEventually(async () => (await value('L13')) !== '', 'a formula over spilled cells');
  const { sheets } = await workbench.downloaded();
  expect(typed.map(([cell]) => [cell, valueIn(sheets[0], cell)])).toEqual(
    typed.map(([cell, , value]) => [cell, value]),
  );
});

test('a score follows the cells that it is computed from', async () => {
  await workbench.type('N5', '=PERF.SCORE(O5,10,"' + PROPORTION + '",,"≥","次")');
  await workbench.type('O5', '5');
  await expectEventually(async () => (await value('N5')) === 1, '5 of 10');
  await workbench.type('O5', '9');
  await expectEventually(async () => (await value('N5')) === 1.8, '9 of 10');
});

test('formulas of an opened workbook are computed, whatever value they were saved with', async () => {
  const row = (formula: string, value: string) =>
    `<row r="5"><c r="A5"><v>8</v></c><c r="B5"><v>10</v></c><c r="C5" t="inlineStr"><is><t>${PROPORTION}</t></is></c><c r="D5" t="e"><f>${formula}</f><v>${value}</v></c></row>`;
  const bytes = rawWorkbook({
    sheets: { 表: `<sheetData>${row('_xldudf_PERF_SCORE(A5,B5,C5,,"≥","次")', '#NAME?')}</sheetData>` },
  });
  await workbench.openFile('得分.xlsx', bytes);
  await workbench.insertRow(5);
  await workbench.page.getByText('有改动未下载').waitFor();
  await workbench.button('下载').click();
  const dialog = workbench.page.getByRole('alertdialog');
  const { bytes: saved } = await workbench.download(() => dialog.getByRole('button', { name: '下载新工作簿' }).click());
  const [sheet] = readWorkbook(saved).sheets;
  expect(valueIn(sheet, 'D6')).toBe(1.6);
  expect(sheet && cellAt(sheet, { row: 5, column: 3 })?.formula).toContain('=PERF.SCORE(A6,B6,C6');
});

test('formulas are turned into native ones and back by the pane', async () => {
  await workbench.type('L5', '=PERF.SCORE(N5,10,"' + PROPORTION + '",,"≥","次")');
  await workbench.type('N5', '8');
  const choose = async (command: string, said: RegExp) => {
    await workbench.pane.getByRole('button', { name: '公式', exact: true }).click();
    await workbench.page.getByRole('menuitem', { name: command }).click();
    const dialog = workbench.page.getByRole('dialog');
    await dialog.getByText(said).waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();
  };
  const cellNow = async () => {
    const [sheet] = (await workbench.downloaded()).sheets;
    return sheet && cellAt(sheet, { row: 4, column: 11 });
  };
  await choose('转为普通公式', /已把 1 个公式转为普通公式/);
  const native = await cellNow();
  expect(native?.formula).toMatch(/^=IF\(NOT\(ISNUMBER\(N5\)\),NA\(\),/);
  expect(native?.value).toBe(1.6);
  await choose('恢复为 PERF 公式', /已恢复 1 个 PERF 公式/);
  expect((await cellNow())?.formula).toMatch(/^=PERF\.SCORE\(N5,/);
  await choose('转为数值', /已把 1 个公式转为数值/);
  expect(await cellNow()).toMatchObject({ value: 1.6 });
  expect((await cellNow())?.formula).toBeUndefined();
});
