import type { Locator } from 'playwright-core';
import { checkNow } from '../../src/core/check';
import { readLibrary } from '../../src/core/library';
import { readTables } from '../../src/core/reader';
import { DICTIONARY_SHEET, makeCell, makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import { writeWorkbook } from '../../src/formats/xlsx';
import { formsText } from '../../src/i18n/forms';
import { libraryText } from '../../src/i18n/library-view';
import { en } from '../../src/i18n/ui.en-US';
import { zh as ui } from '../../src/i18n/ui.zh-CN';
import { expectEventually, Workbench } from './support/workbench/page';

const forms = formsText('zh-CN');
const library = libraryText('zh-CN');

let workbench: Workbench;
beforeAll(async () => {
  workbench = await Workbench.open({ permissions: ['clipboard-read', 'clipboard-write'] });
}, 120_000);
afterAll(() => workbench?.close());
beforeEach(async () => {
  await workbench.page.evaluate(() => localStorage.clear());
  await workbench.load();
});
afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]));

const button = (name: string | RegExp): Locator => workbench.pane.getByRole('button', { name });
const view = (name: string): Promise<void> => workbench.pane.getByRole('button', { name, exact: true }).first().click();
const said = (text: string): Promise<void> => workbench.status.filter({ hasText: text }).waitFor();

async function sheets(): Promise<readonly SheetSnapshot[]> {
  return (await workbench.downloaded()).sheets;
}

async function sheetNamed(name: RegExp): Promise<SheetSnapshot> {
  const found = (await sheets()).find((sheet) => name.test(sheet.name));
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

async function openForm(title: string): Promise<void> {
  await view(ui.view.forms);
  await workbench.pane.getByRole('listitem').filter({ hasText: title }).getByRole('button').first().click();
  await workbench.pane.getByRole('heading', { name: title }).waitFor();
  await workbench.pane.getByRole('region', { name: /预览/ }).waitFor();
}

test('an empty form is previewed, inserted as a new sheet with the keyboard alone, and taken back', async () => {
  await view(ui.view.forms);
  const item = workbench.pane.getByRole('listitem').filter({ hasText: '项目支出绩效目标表' }).getByRole('button');
  await item.focus();
  await workbench.page.keyboard.press('Enter');
  const preview = workbench.pane.getByRole('region', { name: /预览/ });
  await preview.getByRole('cell', { name: '产出指标', exact: true }).waitFor();
  const insert = button(/插入到新工作表/);
  for (let presses = 0; presses < 20 && !(await insert.evaluate((own) => own === document.activeElement)); presses++) {
    await workbench.page.keyboard.press('Tab');
  }
  await workbench.page.keyboard.press('Enter');
  await said(ui.notice['form-inserted']);
  const made = await sheets();
  expect(made.map(({ name }) => name)).toEqual(['整体支出绩效目标表', DICTIONARY_SHEET, '项目支出绩效目标表']);
  await button(ui.action.undo).click();
  await said(ui.notice.undone);
  expect((await sheets()).map(({ name }) => name)).toEqual(['整体支出绩效目标表']);
});

test('a target table becomes its self-evaluation by one click; what finds no place is listed; the report comes as a file', async () => {
  await view(ui.view.forms);
  await button(forms.makeSelfEvaluation).click();
  await said(ui.notice['form-inserted']);
  await workbench.pane.getByText(/评分标准（17 项）/).waitFor();
  const [table] = readTables(await sheetNamed(/自评表/)).tables;
  expect([table?.kind, table?.indicators.length, table?.year?.value]).toEqual(['self-evaluation', 17, 2025]);
  const report = await workbench.download(() => button(forms.report).click());
  expect(report.name).toBe('2025年度部门整体支出绩效自评报告.docx');
  expect(String.fromCharCode(...report.bytes.slice(0, 2))).toBe('PK');
  await button(forms.makeEvidence).click();
  await expectEventually(async () => (await sheets()).length === 4, 'the list of evidence is there');
  const [list] = readTables(await sheetNamed(/佐证/)).lists ?? [];
  expect([list?.formId, list?.indicators.length]).toEqual(['evidence-list', 17]);
});

const LAST_YEAR = makeSheet(
  '目标表',
  [
    ['项目支出绩效目标表（2025年度）'],
    ['一级指标', '二级指标', '三级指标', '指标值', '指标值说明'],
    ['产出指标', '数量指标', '培训场次', '≥10场', '全年培训不少于10场'],
    ['产出指标', '时效指标', '培训完成时间', '2025年11月30日前', '按计划完成'],
    ['效益指标', '可持续影响指标', '制度健全性', '健全', '建立长效制度'],
    ['满意度指标', '服务对象满意度指标', '学员满意度', '≥90%', '问卷'],
  ].map((row) => row.map((value) => makeCell(value))),
);

test('last year’s table out of a file: deadlines move, an old level is placed and can be changed', async () => {
  await openForm('项目支出绩效目标表');
  const chooser = workbench.page.waitForEvent('filechooser');
  await button(forms.source.choose).click();
  await (
    await chooser
  ).setFiles({ name: '去年.xlsx', mimeType: 'application/xlsx', buffer: Buffer.from(writeWorkbook([LAST_YEAR])) });
  await workbench.pane.getByRole('checkbox', { name: /编制 2026 年/ }).check();
  await workbench.pane.getByRole('heading', { name: '随年度改动的日期（1）' }).waitFor();
  const level = workbench.pane.getByRole('combobox', { name: '“制度健全性”的级别' });
  expect(await level.inputValue()).toBe('效益指标 / 社会效益指标');
  await level.selectOption('效益指标 / 经济效益指标');
  await workbench.pane.getByRole('region', { name: /预览/ }).getByText('2026年11月30日前').waitFor();
  await button(/插入到新工作表/).click();
  await said(ui.notice['form-inserted']);
  const [table] = readTables(await sheetNamed(/项目支出/)).tables;
  expect(table?.year?.value).toBe(2026);
  expect(table?.indicators.map(({ name, level2 }) => [name?.value, level2?.value])).toEqual([
    ['培训场次', '数量指标'],
    ['培训完成时间', '时效指标'],
    ['制度健全性', '经济效益指标'],
    ['学员满意度', '服务对象满意度指标'],
  ]);
});

test('a broken table is rebuilt beside the original, from its finding', async () => {
  await workbench.sample('2025年目标表（公开稿，单元格错位）');
  await workbench.findings
    .filter({ hasText: 'PT102' })
    .first()
    .getByRole('button', { name: ui.action.rebuild })
    .click();
  await button(/插入到新工作表/).click();
  await said(ui.notice['form-inserted']);
  const [original, , rebuilt] = await sheets();
  const before = original && readTables(original).tables[0];
  const after = rebuilt && readTables(rebuilt).tables[0];
  expect(after?.indicators.length).toBe(before?.indicators.length);
  expect(before?.indicators.some(({ shift }) => shift !== 0)).toBe(true);
  expect(after?.indicators.every(({ shift }) => shift === 0)).toBe(true);
});

test('what stands in the way is shown, and nothing is overwritten', async () => {
  await workbench.go('B12');
  await openForm('项目支出绩效目标表');
  await workbench.pane.getByRole('radio', { name: /所选单元格/ }).check();
  await workbench.pane.getByRole('alert').filter({ hasText: '没有覆盖' }).waitFor();
  expect(await button(/插入到 /).getAttribute('aria-disabled')).toBe('true');
  await workbench.go('M1');
  await workbench.pane.getByRole('alert').waitFor({ state: 'detached' });
  await button(/插入到 /).click();
  await said(ui.notice['form-inserted']);
  expect((await sheets()).map(({ name }) => name)).toEqual(['整体支出绩效目标表', DICTIONARY_SHEET]);
});

test('two indicators of the library: found by initials and by words, put in their places, the sum kept', async () => {
  const [before] = readTables(await sheetNamed(/整体/)).tables;
  await view(ui.view.library);
  const box = workbench.pane.getByRole('searchbox', { name: library.search });
  for (const [words, name] of [
    ['jzyqytsg', null],
    ['pxhgl', '培训合格率'],
    ['招老师', '补充招聘教师人数'],
  ] as const) {
    await box.fill(words);
    if (name === null) await workbench.pane.getByText(library.nothing).waitFor();
    else await workbench.pane.getByRole('checkbox', { name, exact: true }).check();
  }
  await button(/插入 2 项/).click();
  await workbench.pane.getByText(/表中已有同名指标：培训合格率/).waitFor();
  await button('去掉“培训合格率”').click();
  await button(library.back).click();
  await box.fill('高考升学');
  await workbench.pane.getByRole('checkbox').first().check();
  await button(/插入 2 项/).click();
  await workbench.pane.getByText(/合计 90 分/).waitFor();
  await button(/插入 2 项指标/).click();
  await said('已插入 2 项指标');
  const [after] = readTables(await sheetNamed(/整体/)).tables;
  expect(after?.indicators).toHaveLength((before?.indicators.length ?? 0) + 2);
  const added = after?.indicators.find(({ name }) => name?.value === '补充招聘教师人数');
  expect([added?.level1?.value, added?.level2?.value, added?.target?.value]).toEqual(['产出指标', '数量指标', 80]);
  expect(after?.indicators.reduce((sum, { weight }) => sum + (weight?.value ?? 0), 0)).toBeCloseTo(90, 6);
  await button(ui.action.undo).click();
  await said(ui.notice.undone);
  expect(readTables(await sheetNamed(/整体/)).tables[0]?.indicators).toHaveLength(before?.indicators.length ?? 0);
});

test('a draft out of what a clerk knows has nothing to mend', async () => {
  await view(ui.view.forms);
  await button(new RegExp(forms.start.title)).click();
  await workbench.pane.getByText(/还需要：/).waitFor();
  await workbench.pane.getByRole('combobox', { name: forms.start.form }).selectOption('project-target');
  await workbench.pane.getByRole('textbox', { name: forms.start.department }).fill('临江县教育局');
  await workbench.pane.getByRole('textbox', { name: forms.start.project }).fill('义务教育保障');
  await workbench.pane.getByRole('spinbutton', { name: forms.start.year }).fill('2026');
  await workbench.pane.getByRole('textbox', { name: /政府预算资金/ }).fill('550.13');
  await workbench.pane.getByRole('checkbox', { name: '教育', exact: true }).check();
  await workbench.pane.getByRole('textbox', { name: '“新增公办学位数”的指标值' }).fill('800');
  await button(/插入到新工作表/).click();
  await said(ui.notice['form-inserted']);
  const sheet = await sheetNamed(/项目支出/);
  const [table] = readTables(sheet).tables;
  expect(table?.department?.value).toBe('临江县教育局');
  expect(table?.indicators.find(({ name }) => name?.value === '新增公办学位数')?.target?.value).toBe(800);
  expect(table?.goal?.value).toContain('800个');
  const serious = checkNow({ sheets: [sheet] }).findings.filter(({ severity }) => severity !== 'info');
  expect(serious).toEqual([]);
});

test('indicators of one’s own: saved from the sheet, edited, kept on the machine, given out and deleted', async () => {
  await view(ui.view.library);
  await button(library.menu).click();
  await workbench.page.getByRole('menuitem', { name: library.saveRows }).click();
  await workbench.pane.getByRole('heading', { name: /新增（17）/ }).waitFor();
  await button('存入 17 项').click();
  await workbench.pane.getByText('17 项指标').waitFor();
  await button('“培训合格率”的详情').click();
  await button(library.edit).click();
  await workbench.pane.getByRole('textbox', { name: library.incoming.key.unit }).fill('％');
  await workbench.pane.getByRole('textbox', { name: library.incoming.key.name }).fill('干部培训合格率');
  await button(library.save).click();
  await workbench.load();
  await view(ui.view.library);
  await workbench.pane.getByRole('combobox', { name: library.field }).selectOption('own');
  await workbench.pane.getByRole('checkbox', { name: '干部培训合格率' }).waitFor();
  await button(library.menu).click();
  const file = await workbench.download(() =>
    workbench.page.getByRole('menuitem', { name: library.exportJson }).click(),
  );
  expect(readLibrary(new TextDecoder().decode(file.bytes)).entries).toHaveLength(17);
  await button('“干部培训合格率”的详情').click();
  await button(library.remove).click();
  await button(library.removeSure).click();
  await workbench.pane.getByText('16 项指标').waitFor();
});

test('copied as a system takes it, by hand where the browser refuses', async () => {
  await view(ui.view.forms);
  await button(forms.layout.title).click();
  await button(/^复制$/).click();
  await said('已复制 17 项指标');
  const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\r\n')).toHaveLength(18);
  expect(copied.split('\r\n')[1]?.split('\t')[2]).toBe('组织政治理论培训次数');
  await workbench.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  });
  await button(/^复制$/).click();
  const box = workbench.pane.getByRole('textbox', { name: forms.layout.byHand });
  expect((await box.inputValue()).split('\n')).toHaveLength(18);
});

test('in English, and from the keyboard: a self-evaluation in one click, an indicator put in', async () => {
  const english = await Workbench.open({ locale: 'en-US' });
  const { page, pane } = english;
  const own = { forms: formsText('en-US'), library: libraryText('en-US') };
  /** Goes on with the Tab key until it is there. */
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let presses = 0; presses < 80; presses++) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('not within reach of the Tab key');
  };
  const press = async (name: string | RegExp): Promise<void> => {
    await reach(pane.getByRole('button', { name }).first());
    await page.keyboard.press('Enter');
  };
  try {
    await pane.getByRole('button', { name: en.view.forms, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expectEventually(async () => (await pane.getByRole('listitem').count()) >= 14, 'fourteen forms');
    await press(own.forms.makeSelfEvaluation);
    await english.status.filter({ hasText: en.notice['form-inserted'] }).waitFor();
    await pane.getByRole('button', { name: en.view.library, exact: true }).focus();
    await page.keyboard.press('Enter');
    await reach(pane.getByRole('searchbox', { name: own.library.search }));
    await page.keyboard.type('pxrs');
    await reach(pane.getByRole('checkbox', { name: '培训人数', exact: true }));
    await page.keyboard.press('Space');
    await press(/^Insert 1/);
    await pane.getByRole('heading', { name: own.library.plan.rows }).waitFor();
    await press(/^Insert 1/);
    await english.status.filter({ hasText: '1 indicator inserted' }).waitFor();
    const { sheets: made } = await english.downloaded();
    const evaluation = made.find(({ name }) => name.includes('自评表'));
    const names = evaluation && readTables(evaluation).tables[0]?.indicators.map(({ name }) => name?.value);
    expect(names).toHaveLength(18);
    expect(names).toContain('培训人数');
  } finally {
    await english.close();
  }
  expect(english.complaints).toEqual([]);
});
