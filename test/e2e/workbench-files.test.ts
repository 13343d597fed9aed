import { unzipSync } from 'fflate';
import ExcelJS from 'exceljs';
import { cellAt, isError, type SheetSnapshot } from '../../src/core/sheet';
import { readWorkbook } from '../../src/formats/xlsx';
import { formsText } from '../../src/i18n/forms';
import { intakeText } from '../../src/i18n/intake';
import { zh as ui } from '../../src/i18n/ui.zh-CN';
import { drop } from './support/arrivals';
import { expectEventually, Workbench } from './support/workbench/page';

const forms = formsText('zh-CN');
let workbench: Workbench;
let bytes: Uint8Array;

/** A form with looks of its own, a dropdown, a defined name, a formula, a percentage, and a second sheet. */
async function fixture(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('目标表', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow(['项目支出绩效目标表（2026年度）']);
  sheet.addRow(['一级指标', '二级指标', '三级指标', '指标值', '指标值说明', '分值']);
  sheet.addRow(['产出指标', '数量指标', '培训场次', '≥10场', '全年培训不少于10场', 40]);
  sheet.addRow([null, '质量指标', '培训合格率', '≥95%', '培训合格率不低于95%', 10]);
  sheet.addRow(['效益指标', '社会效益指标', '政策知晓率', '≥90%', '抽样调查知晓率不低于90%', 30]);
  sheet.addRow(['满意度指标', '服务对象满意度指标', '学员满意度', '≥90%', '问卷满意度不低于90%', 10]);
  sheet.addRow([null, null, null, null, '合计', { formula: 'SUM(F3:F6)', result: 90 }]);
  sheet.mergeCells('A1:F1');
  sheet.mergeCells('A3:A4');
  sheet.columns.forEach((column, index) => (column.width = [12, 16, 16, 12, 28, 8][index]));
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.getRow(2).eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } };
  });
  sheet.getCell('D3').dataValidation = { type: 'list', formulae: ['"≥10场,≥20场"'] };
  workbook.definedNames.add('目标表!$F$3:$F$6', '分值区');
  const other = workbook.addWorksheet('说明');
  other.addRow(['完成进度', 0.125]);
  other.getCell('B1').numFmt = '0.0%';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

beforeAll(async () => {
  bytes = await fixture();
  workbench = await Workbench.open();
}, 120_000);
afterAll(() => workbench?.close());
beforeEach(() => workbench.load());
afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]));

/** The parts of two packages that differ. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  const same = (name: string) => Buffer.compare(old[name] ?? Buffer.of(0), now[name] ?? Buffer.of(1)) === 0;
  return [...names].filter((name) => !same(name)).sort();
}

const texts = (sheet: SheetSnapshot | undefined, row: number) =>
  sheet?.cells[row]?.map((cell) => (cell ? (isError(cell.value) ? cell.value.error : cell.value) : null));

test('opens a file and gives it back as it was', async () => {
  await workbench.openFile('培训项目.xlsx', bytes);
  await workbench.pane.getByText(/2026年 · 4 项指标/).waitFor();
  const { name, bytes: back } = await workbench.download();
  expect(name).toBe('培训项目.xlsx');
  expect(Buffer.compare(back, bytes)).toBe(0);
});

test('writes what was changed into the file, and nothing else', async () => {
  await workbench.openFile('培训项目.xlsx', bytes);
  await workbench.type('D4', '≥92%');
  await workbench.finding('PT203', 'D4').waitFor();
  const { bytes: back } = await workbench.download();
  const parts = changedParts(bytes, back);
  expect(parts).toContain('xl/worksheets/sheet1.xml');
  expect(
    parts.filter((part) => !['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/sharedStrings.xml'].includes(part)),
  ).toEqual([]);
  const { sheets } = readWorkbook(back);
  const [before] = readWorkbook(bytes).sheets;
  expect(texts(sheets[0], 3)).toEqual([undefined, '质量指标', '培训合格率', '≥92%', '培训合格率不低于95%', 10]);
  expect(texts(sheets[0], 2)).toEqual(texts(before, 2));
  expect(sheets[0] && cellAt(sheets[0], { row: 6, column: 5 })?.formula).toBe('=SUM(F3:F6)');
  await expectEventually(async () => (await workbench.page.getByText('有改动未下载').count()) === 0, 'all is saved');
});

test('after rows have been inserted it writes a new workbook and says what is lost', async () => {
  await workbench.openFile('培训项目.xlsx', bytes);
  await workbench.insertRow(5);
  await workbench.page.getByText('有改动未下载').waitFor();
  await workbench.button('下载').click();
  const dialog = workbench.page.getByRole('alertdialog');
  await dialog.getByText('数据验证（下拉列表等）').waitFor();
  await dialog.getByText('定义的名称').waitFor();
  await dialog.getByRole('button', { name: '返回' }).click();
  await workbench.button('下载').click();
  const { name, bytes: written } = await workbench.download(() =>
    dialog.getByRole('button', { name: '下载新工作簿' }).click(),
  );
  expect(name).toBe('培训项目.xlsx');
  const { sheets } = readWorkbook(written);
  expect(sheets.map((sheet) => sheet.name)).toEqual(['目标表', '说明']);
  expect(texts(sheets[0], 5)).toEqual(texts(readWorkbook(bytes).sheets[0], 4));
  expect(sheets[0] && cellAt(sheets[0], { row: 7, column: 5 })?.formula).toBe('=SUM(F3:F7)');
});

test('an inserted row that is undone leaves the file as it was', async () => {
  await workbench.openFile('培训项目.xlsx', bytes);
  await workbench.insertRow(5);
  await workbench.page.getByText('有改动未下载').waitFor();
  // The grid sees to the heights of the rows after it has inserted one.
  await workbench.settled();
  await workbench.page.keyboard.press('Control+z');
  const { bytes: back } = await workbench.download();
  expect(changedParts(bytes, back)).toEqual([]);
  expect(Buffer.compare(back, bytes)).toBe(0);
});

/** Fills a form from the table that is shown, by one click in the pane, and takes it back there. */
async function insertAndUndo(): Promise<void> {
  await workbench.pane.getByRole('button', { name: ui.view.forms, exact: true }).click();
  await workbench.button(forms.makeSelfEvaluation).click();
  await workbench.status.filter({ hasText: ui.notice['form-inserted'] }).waitFor();
  await workbench.pane.getByRole('button', { name: ui.action.undo }).click();
  await workbench.status.filter({ hasText: ui.notice.undone }).waitFor();
}

test('a form that is inserted and taken back leaves the file as it was', async () => {
  await workbench.openFile('培训项目.xlsx', bytes);
  await insertAndUndo();
  const { name, bytes: back } = await workbench.download();
  expect([name, Buffer.compare(back, bytes)]).toEqual(['培训项目.xlsx', 0]);
});

test('what was edited before a form was inserted and taken back is all that is written', async () => {
  await workbench.openFile('培训项目.xlsx', bytes);
  await workbench.type('D4', '≥92%');
  await workbench.finding('PT203', 'D4').waitFor();
  await insertAndUndo();
  const { bytes: back } = await workbench.download();
  const { sheets } = readWorkbook(back);
  expect(sheets.map(({ name }) => name)).toEqual(['目标表', '说明']);
  expect(texts(sheets[0], 3)?.[3]).toBe('≥92%');
  expect(changedParts(bytes, back)).not.toContain('xl/worksheets/sheet2.xml');
});

test('a sample in which a form was inserted and taken back is given out', async () => {
  await insertAndUndo();
  const { bytes: back } = await workbench.download();
  expect(readWorkbook(back).sheets).toHaveLength(1);
});

test('asks before changes are lost', async () => {
  await workbench.type('F9', '12');
  await workbench.page.getByText('有改动未下载').waitFor();
  await workbench.button(/^示例$/).click();
  await workbench.page.getByRole('menuitem', { name: '2022年整体支出绩效目标表' }).click();
  const dialog = workbench.page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: '返回' }).click();
  await expect(workbench.page.getByTestId('file-name').innerText()).resolves.toContain('2025年');
  await workbench.button(/^示例$/).click();
  await workbench.page.getByRole('menuitem', { name: '2022年整体支出绩效目标表' }).click();
  await dialog.getByRole('button', { name: '不保留改动' }).click();
  await workbench.page.getByTestId('file-name').filter({ hasText: '2022年' }).waitFor();
});

test.each([
  ['旧表.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /“旧表\.xls”：文件不完整/],
  ['说明.txt', new TextEncoder().encode('不是表格'), /文本文件/],
  ['空.xlsx', new Uint8Array(), /“空\.xlsx”：文件是空的/],
])('says why it cannot open %s', async (name, contents, sentence) => {
  await workbench.choose(name, contents);
  await workbench.page.getByText(sentence).waitFor();
  await expect(workbench.page.getByTestId('file-name').innerText()).resolves.toContain('2025年');
});

test('takes a file that is dropped on the page', async () => {
  const transfer = await workbench.page.evaluateHandle(
    (contents) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(contents)], '拖来的.xlsx'));
      return data;
    },
    [...bytes],
  );
  const target = workbench.page.getByTestId('grid');
  await target.dispatchEvent('dragenter', { dataTransfer: transfer });
  await workbench.page.getByText('松开鼠标，打开这个文件').waitFor();
  await target.dispatchEvent('drop', { dataTransfer: transfer });
  await workbench.page.getByTestId('file-name').filter({ hasText: '拖来的.xlsx' }).waitFor();
  await workbench.pane.getByText(/2026年 · 4 项指标/).waitFor();
});

test('a file that is dropped on the pane is the pane’s: the workbook stays open', async () => {
  await drop(workbench.pane.getByRole('navigation'), { name: '拖来的.xlsx', bytes });
  await workbench.pane.getByText(/4 项指标/).waitFor();
  await workbench.pane.getByRole('button', { name: intakeText('zh-CN').sheet.name }).click();
  await workbench.pane.getByText(ui.notice['sheet-inserted']).waitFor();
  await expect(workbench.page.getByTestId('file-name').innerText()).resolves.not.toContain('拖来的');
  const { bytes: back } = await workbench.download();
  expect(
    readWorkbook(back)
      .sheets.map(({ name }) => name)
      .slice(1),
  ).toEqual(['目标表']);
});
