import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NO_PROFILE, writeProfile } from '../../src/core/check/profile';
import { makeCell, makeSheet } from '../../src/core/sheet';
import { fill } from '../../src/i18n/fill';
import { formsText } from '../../src/i18n/forms';
import { intakeText } from '../../src/i18n/intake';
import { zh as ui } from '../../src/i18n/ui.zh-CN';
import { docxOf, htmlRows } from '../support/forms';
import { drag, drop, paste } from './support/arrivals';
import { violationsInAllLooks } from './support/axe';
import { ExcelOnTheWeb, type ExcelPage } from './support/excel-web/open';
import { tableOf } from './support/tables';

/** Pictures to be looked at. */
const SHOTS = join(__dirname, '../../build/screenshots');
mkdirSync(SHOTS, { recursive: true });

const text = intakeText('zh-CN');
const forms = formsText('zh-CN');
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

let excel: ExcelOnTheWeb;
let open: ExcelPage | null = null;
beforeAll(async () => {
  excel = await ExcelOnTheWeb.start(4426);
});
afterEach(async () => {
  expect(open?.errors ?? []).toEqual([]);
  await open?.close();
  open = null;
});
afterAll(() => excel.close());

async function start(): Promise<ExcelPage> {
  open = await excel.open([tableOf(3)]);
  await open.pane.getByRole('button', { name: ui.action.recheck, exact: true }).waitFor({ timeout: 60_000 });
  return open;
}

const body = ({ pane }: ExcelPage) => pane.locator('body');
const button = ({ pane }: ExcelPage, name: string | RegExp) => pane.getByRole('button', { name }).first();
const names = ({ page }: ExcelPage): Promise<string[]> =>
  page.evaluate(() => window.standIn.workbook.sheets.map(({ name }) => name));
const lastSheet = ({ page }: ExcelPage): Promise<unknown[][]> =>
  page.evaluate(() => {
    const { sheets } = window.standIn.workbook;
    const sheet = sheets[sheets.length - 1];
    return [2, 3, 4, 5].map((row) =>
      [3, 4].map((column) => {
        const cell = sheet?.at(row, column);
        return [cell?.value ?? null, cell?.formula ?? null];
      }),
    );
  });
/** Of each cell its value and its formula: nothing became one. */
const AS_TEXT = ROWS.slice(2).map((row) => row.slice(3).map((value) => [value, expect.not.stringMatching(/^=/)]));

test('a Word file dropped on the pane fills a form, and is taken back', async () => {
  const excelPage = await start();
  const file = { name: '培训.docx', bytes: await docxOf(SHEET) };
  const view = excelPage.pane.getByRole('navigation');
  await drag(view, file, 'dragenter');
  await excelPage.pane.getByText(ui.intake.drop).waitFor();
  await excelPage.page.screenshot({ path: `${SHOTS}/intake-drag.png` });
  await drag(view, file, 'drop');
  await excelPage.pane.getByText(ui.intake.drop).waitFor({ state: 'detached' });
  await excelPage.pane.getByText(/4 项指标/).waitFor();
  await excelPage.page.screenshot({ path: `${SHOTS}/intake-docx.png` });
  await button(excelPage, text.fill.name).click();
  await excelPage.pane.getByRole('combobox', { name: forms.source.title }).waitFor();
  await button(excelPage, /^插入到新工作表/).click();
  await excelPage.pane.getByText(ui.notice['form-inserted']).waitFor();
  expect((await names(excelPage)).length).toBeGreaterThan(1);
  await button(excelPage, ui.action.undo).click();
  await excelPage.pane.getByText(ui.notice.undone).waitFor();
  expect(await names(excelPage)).toEqual(['绩效表']);
});

test('a copy from a web page is put on a new sheet as text, checked there, and taken back', async () => {
  const excelPage = await start();
  await paste(body(excelPage), { 'text/html': `<body><table>${htmlRows(SHEET)}</table></body>`, 'text/plain': '别的' });
  await excelPage.pane.getByText(/4 项指标/).waitFor();
  await button(excelPage, text.sheet.name).click();
  await excelPage.pane.getByText(ui.notice['sheet-inserted']).waitFor();
  expect(await names(excelPage)).toEqual(['绩效表', text.pasted]);
  expect(await lastSheet(excelPage)).toEqual(AS_TEXT);
  await excelPage.pane.getByText(/2026年 · 4 项指标/).waitFor();
  await button(excelPage, ui.action.undo).click();
  await excelPage.pane.getByText(ui.notice.undone).waitFor();
  expect(await names(excelPage)).toEqual(['绩效表']);
});

test('text from a viewer, its lines broken, is pasted into the box and only looked at', async () => {
  const excelPage = await start();
  await button(excelPage, ui.view.forms).click();
  await button(excelPage, ui.intake.open).click();
  const box = excelPage.pane.getByRole('textbox', { name: text.box });
  // Each cell on a line of its own after a tab, a blank line after each row.
  const [[title] = [], ...rows] = ROWS;
  const broken = rows.map((row) => row.map((value) => `\t${value ?? ''}`).join('\n')).join('\n\n');
  await paste(box, { 'text/plain': `${title}\n${broken.replace('全年培训不少于', '全年培训\n不少于')}\n` });
  await excelPage.pane.getByText(/4 项指标/).waitFor();
  await button(excelPage, new RegExp(`^${text.check.name}`)).click();
  await excelPage.pane.getByRole('heading', { name: /检查结果/ }).waitFor();
  expect(await names(excelPage)).toEqual(['绩效表']);
  for (const scheme of ['light', 'dark'] as const) {
    await excelPage.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await excelPage.page.screenshot({ path: `${SHOTS}/intake-${scheme}.png` });
  }
  expect(await violationsInAllLooks({ page: excelPage.page, pane: body(excelPage) })).toEqual([]);
});

test('what is pasted where nothing is handed to the page is read from the box', async () => {
  const excelPage = await start();
  await button(excelPage, ui.view.forms).click();
  await button(excelPage, ui.intake.open).click();
  await excelPage.pane.getByRole('textbox', { name: text.box }).evaluate(
    (element, html) => {
      element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }));
      element.innerHTML = html;
      element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    },
    `<table>${htmlRows(SHEET)}</table>`,
  );
  await excelPage.pane.getByText(/4 项指标/).waitFor();
});

test('refusals are sentences; what stands in a field stays there; a profile is taken at a click', async () => {
  const excelPage = await start();
  await drop(body(excelPage).locator('nav'), { name: '公开稿.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n') });
  await excelPage.pane.getByText(/“公开稿\.pdf”：这是 PDF 文件/).waitFor();
  const profile = writeProfile({ ...NO_PROFILE, name: '县局口径' });
  await drop(body(excelPage).locator('nav'), { name: '口径.json', bytes: new TextEncoder().encode(profile) });
  await button(excelPage, text.profile.name).click();
  await excelPage.pane.getByText(fill(text.taken, { name: '县局口径' }, 'zh-CN')).waitFor();
  await button(excelPage, text.back).click();
  await button(excelPage, ui.view.settings).click();
  const field = excelPage.pane.getByRole('textbox').first();
  await paste(field, { 'text/html': '<table><tr><td>甲<td>乙<tr><td>1<td>2</table>' });
  await excelPage.pane.getByRole('heading', { name: text.title }).waitFor({ state: 'detached' });
});

test('a chooser takes what is dropped on it for itself', async () => {
  const excelPage = await start();
  await button(excelPage, ui.view.forms).click();
  await excelPage.pane
    .getByRole('button', { name: /项目支出绩效目标表/ })
    .first()
    .click();
  await drop(button(excelPage, forms.source.choose), { name: '培训.docx', bytes: await docxOf(SHEET) });
  await excelPage.pane.getByRole('option', { name: /培训\.docx/ }).waitFor({ state: 'attached' });
  expect(await excelPage.pane.getByRole('heading', { name: text.title }).count()).toBe(0);
});
