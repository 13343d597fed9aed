import { cellAt, makeCell, makeSheet } from '../../src/core/sheet';
import { readWorkbook } from '../../src/formats/xlsx';
import { csvOf, docxOf, gb18030, htmlOf, htmlRows, spreadsheetOf } from '../support/forms';
import { expectEventually, Workbench } from './support/workbench/page';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await Workbench.open();
}, 120_000);
afterAll(() => workbench?.close());
beforeEach(() => workbench.load());
afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]));

const ROWS = [
  ['项目支出绩效目标表（2026年度）'],
  ['一级指标', '二级指标', '三级指标', '指标值', '指标值说明'],
  ['产出指标', '数量指标', '培训场次', '≥10场', '全年培训不少于10场'],
  [null, '质量指标', '培训合格率', '100%', '培训合格率达到100%'],
  ['效益指标', '社会效益指标', '政策知晓率', '≥90%', '=1+1'],
  ['满意度指标', '服务对象满意度指标', '学员满意度', '≥90%', '@SUM(1)'],
];
const SHEET = makeSheet(
  '目标表',
  ROWS.map((row) => row.map((value) => makeCell(value))),
  {
    merges: [
      { top: 0, left: 0, bottom: 0, right: 4 },
      { top: 2, left: 0, bottom: 3, right: 0 },
    ],
  },
);

/** What the copy holds: the words, `100%` and what begins like a formula among them, as text. */
async function expectSameWords(): Promise<void> {
  const { name, bytes } = await workbench.download();
  expect(name).toMatch(/\.xlsx$/);
  const [sheet] = readWorkbook(bytes).sheets;
  if (!sheet) throw new Error('no sheet');
  ROWS.forEach((row, r) =>
    row.forEach((value, column) => {
      const cell = cellAt(sheet, { row: r, column });
      expect([cell?.value ?? null, cell?.formula]).toEqual([value, undefined]);
    }),
  );
}

test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  ['培训.docx', () => docxOf(SHEET)],
  ['培训.xls', () => spreadsheetOf(SHEET, 'biff8')],
  ['培训.html', () => new TextEncoder().encode(htmlOf(SHEET))],
  ['培训.csv', () => gb18030(csvOf(SHEET))],
])('opens %s and gives it as .xlsx', async (name, file) => {
  await workbench.openFile(name, await file());
  await workbench.pane.getByText(/2026年 · 4 项指标/).waitFor();
  await expectSameWords();
});

async function paste(data: Readonly<Record<string, string>>): Promise<void> {
  await workbench.button('粘贴表格').click();
  const box = workbench.page.getByRole('textbox', { name: '在这里粘贴' });
  await box.waitFor();
  await box.evaluate((element, contents) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(contents)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test('opens what is pasted: HTML, with its merged cells', async () => {
  await paste({ 'text/html': `<body><table>${htmlRows(SHEET)}</table></body>`, 'text/plain': '别的' });
  await workbench.page.getByTestId('file-name').filter({ hasText: '粘贴的表格.xlsx' }).waitFor();
  await workbench.pane.getByText(/2026年 · 4 项指标/).waitFor();
  await expectSameWords();
});

test('opens what is pasted: text', async () => {
  await paste({ 'text/plain': csvOf(SHEET, '\t') });
  await workbench.pane.getByText(/2026年 · 4 项指标/).waitFor();
});

test('says what is odd, and what it cannot read', async () => {
  await workbench.choose('培训.xlsx', await docxOf(SHEET));
  await workbench.page.getByText('扩展名是 .xlsx，实际是“Word 文档（.docx）”，已按内容读取。').waitFor();
  await workbench.choose('公开稿.pdf', new TextEncoder().encode('%PDF-1.7\n'));
  await workbench.page.getByText(/“公开稿\.pdf”：这是 PDF 文件/).waitFor();
  await paste({ 'text/plain': '没有表格' });
  await workbench.page.getByText(/里面没有可以读取的表格/).waitFor();
  await expectEventually(
    async () => (await workbench.page.getByTestId('file-name').innerText()).includes('培训'),
    'the table is still there',
  );
});
