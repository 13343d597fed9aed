import { cellAt, parseCell, RECORD_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { marksOf, notesOf } from '../../src/formats/xlsx';
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

test('shows the sample with its findings', async () => {
  await expect(workbench.pane.getByText(/17 项指标/).count()).resolves.toBe(1);
  await workbench.finding('PT503', 'A2').waitFor();
  await workbench.finding('PT204', 'G14').waitFor();
  await expect(workbench.page.title()).resolves.toBe('2025年整体支出绩效目标表.xlsx – 绩效表助手');
});

test('a click on a finding selects its cell', async () => {
  await workbench.finding('PT204', 'G14').getByRole('button').first().click();
  await expectEventually(async () => (await workbench.selected()) === 'G14', 'G14 is selected');
  await workbench.finding('PT503', 'A2').getByRole('button').first().click();
  await expectEventually(async () => (await workbench.selected()).startsWith('A2'), 'A2 is selected');
});

test('what is typed is checked', async () => {
  await workbench.type('F9', '15');
  await workbench.finding('PT203', 'F9').waitFor();
  await workbench.page.getByText('有改动未下载').waitFor();
});

test('nothing is checked while somebody types; what is done typing in the pane is read', async () => {
  const { page } = workbench;
  await workbench.go('F9');
  await page.keyboard.type('15');
  const keys = await page.context().newCDPSession(page);
  // The page is busy until all keys have come: a check that is due after the first entry finds the second begun.
  const busy = page.evaluate(() => {
    for (const end = performance.now() + 400; performance.now() < end;);
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const press = (type: 'keyDown' | 'keyUp', key: string, code: number, text: string) =>
    keys.send('Input.dispatchKeyEvent', { type, key, text, windowsVirtualKeyCode: code });
  await Promise.all([
    press('keyDown', 'Enter', 13, '\r'),
    press('keyUp', 'Enter', 13, ''),
    press('keyDown', '7', 55, '7'),
    press('keyUp', '7', 55, ''),
    busy,
  ]);
  await expectEventually(async () => (await workbench.selected()) === 'F10', 'F10 is being typed into');
  await page.waitForTimeout(1500);
  expect(await workbench.finding('PT203', 'F9').count()).toBe(0);
  await workbench.button('重新检查').click();
  await workbench.finding('PT203', 'F9').waitFor();
  const { sheets } = await workbench.downloaded();
  expect([valueIn(sheets[0], 'F9'), valueIn(sheets[0], 'F10')]).toEqual([15, 7]);
});

test('a fix shows what it writes, writes it, and is one step to undo in the grid', async () => {
  await workbench.sample('2022年整体支出绩效目标表');
  const finding = workbench.finding('PT405', 'C21');
  await expect(finding.getByRole('insertion').innerText()).resolves.toContain('益指标');
  await finding.getByRole('button', { name: '直接修正' }).click();
  await finding.waitFor({ state: 'detached' });
  const { sheets } = await workbench.downloaded();
  expect(valueIn(sheets[0], 'C21')).toBe('经济效\n益指标');
  await workbench.go('F30');
  await workbench.page.keyboard.press('Control+z');
  await workbench.finding('PT405', 'C21').waitFor();
  expect(valueIn((await workbench.downloaded()).sheets[0], 'C21')).toBe('经济效\n率指标');
});

test('all safe fixes at once, undone at once by the pane', async () => {
  await workbench.sample('2025年目标表（公开稿，单元格错位）');
  const shifted = workbench.findings.filter({ hasText: 'PT102' });
  await shifted.first().waitFor();
  const before = await shifted.count();
  expect(before).toBe(6);
  await workbench.button(/^修正全部可直接修正项/).click();
  await expectEventually(async () => (await shifted.count()) === 0, 'no shifted row is left');
  const mended = await workbench.downloaded();
  expect(valueIn(mended.sheets[0], 'C19')).toBe('指导覆盖率');
  await workbench.pane.getByRole('button', { name: '撤销' }).click();
  await expectEventually(async () => (await shifted.count()) === before, 'the shifted rows are back');
  expect(valueIn((await workbench.downloaded()).sheets[0], 'A19')).toBe('指导覆盖率');
});

test('a finding is kept with a reason, which goes into the workbook', async () => {
  const finding = workbench.finding('PT204', 'G14');
  await finding.getByRole('button', { name: '保留原值并说明理由' }).click();
  const dialog = workbench.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('按人次统计，单位沿用系统口径');
  await dialog.getByRole('button', { name: '确定' }).click();
  await finding.waitFor({ state: 'detached' });
  const record = (await workbench.downloaded()).sheets.find(({ name }) => name === RECORD_SHEET);
  const texts = record?.cells.flatMap((row) => row?.map((cell) => cell?.text) ?? []);
  expect(texts).toContain('按人次统计，单位沿用系统口径');
});

test('findings are marked on the sheet, in the file too, and cleared again', async () => {
  await workbench.pane.getByRole('button', { name: '标出问题' }).click();
  await workbench.status.getByText(/已标出/).waitFor();
  const marked = await workbench.downloaded();
  const sheet = marked.sheets[0]?.name ?? '';
  expect(marksOf(marked, sheet).error).toContainEqual({ top: 1, left: 0, bottom: 1, right: 0 });
  expect(notesOf(marked, sheet).some(({ text }) => text.includes('标题写的是2025年'))).toBe(true);
  await workbench.pane.getByRole('button', { name: '清除标记' }).click();
  await workbench.status.getByText('标记已清除').waitFor();
  const cleared = await workbench.downloaded();
  expect(marksOf(cleared, sheet)).toEqual({ error: [], warning: [], info: [] });
  expect(notesOf(cleared, sheet)).toEqual([]);
});

test('language and looks are switched for page, pane and grid, and kept', async () => {
  await workbench.button('English').click();
  await workbench.button('Download').waitFor();
  await workbench.button('Check again').waitFor();
  await workbench.button('Switch to dark').click();
  const dark = () => workbench.page.evaluate(() => document.documentElement.classList.contains('univer-dark'));
  await expectEventually(dark, 'the grid is dark');
  await workbench.load();
  await workbench.button('Switch to light').waitFor();
  await expectEventually(dark, 'the grid is dark again');
  await workbench.button('Switch to light').click();
  await workbench.button('中文').click();
  await workbench.button('下载').waitFor();
});

test('the pane is made wider by the keyboard, and stays so', async () => {
  const splitter = workbench.page.getByRole('separator', { name: '调整面板宽度' });
  const width = async () => Number(await splitter.getAttribute('aria-valuenow'));
  const before = await width();
  await splitter.focus();
  await workbench.page.keyboard.press('ArrowLeft');
  expect(await width()).toBeGreaterThan(before);
  const wider = await width();
  await workbench.load();
  expect(await width()).toBe(wider);
});
