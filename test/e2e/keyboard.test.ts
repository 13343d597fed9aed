import type { Browser, Locator, Page } from 'playwright-core';
import { writeWorkbook } from '../../src/formats/xlsx';
import { fill } from '../../src/i18n/fill';
import { formsText } from '../../src/i18n/forms';
import { libraryText } from '../../src/i18n/library-view';
import { profileViewText } from '../../src/i18n/profile-view';
import { reviewViewText } from '../../src/i18n/review-view';
import { zh } from '../../src/i18n/ui.zh-CN';
import { selfEvaluation } from '../support/self-evaluation';
import { launchBrowser } from './support/browser';
import { ExcelOnTheWeb } from './support/excel-web/open';
import { Keyboard } from './support/keyboard';
import { makePackage, STAND_IN } from './support/packed';
import { tableOf } from './support/tables';
import { expectEventually, Workbench } from './support/workbench/page';
import { servePlaces } from './support/workbench/serve';
import { openWps } from './support/wps/open';

/** Every view by the keyboard alone: whatever is done, the focus stays where one goes on from. */
const forms = formsText('zh-CN');
const library = libraryText('zh-CN');
const profile = profileViewText('zh-CN');
const review = reviewViewText('zh-CN');
const { action, notice, suppress, view } = zh;

type Pane = Pick<Locator, 'getByRole' | 'getByText' | 'locator'>;

/** What an input method sends: a composition, an Enter that is its own, and what became of it. */
async function compose(page: Page, spelling: string, words: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', {
    text: spelling,
    selectionStart: spelling.length,
    selectionEnd: spelling.length,
  });
  await page.keyboard.press('Enter');
  await session.send('Input.insertText', { text: words });
  await session.detach();
}

/** Down the list to the first card that offers this, and on to its button. */
async function onCard(keys: Keyboard, pane: Pane, name: string, code = 'PT'): Promise<void> {
  const cards = pane.locator('[data-finding]');
  await keys.reach(cards.locator('[data-main][tabindex="0"]'));
  const card = cards.filter({ hasText: code }).filter({ hasText: name }).first();
  await keys.press('Home');
  for (let steps = 0; steps < 80 && !(await keys.has(card.locator('[data-main]'))); steps++) {
    await keys.press('ArrowDown');
  }
  await keys.push(card.getByRole('button', { name, exact: true }));
}

/** Fixed, taken back; an opinion written, answered, ticked off and withdrawn. */
async function mainJourney(page: Page, pane: Pane): Promise<void> {
  const keys = new Keyboard(page, pane);
  const said = (text: string) => pane.locator('footer').getByRole('status').getByText(text, { exact: true }).waitFor();
  await pane.locator('[data-finding]').first().waitFor();
  const count = () => pane.locator('[data-finding]').count();
  const before = await count();
  await pane.locator('nav').getByRole('button').first().focus();
  await onCard(keys, pane, action.fix);
  await said(notice.fixed);
  await keys.isKept('mended');
  await keys.button(action.undo);
  await said(notice.undone);
  await expectEventually(async () => (await count()) === before, 'the finding is back');

  await keys.view(view.review);
  await keys.reach(pane.getByRole('textbox', { name: review.write }));
  await compose(page, 'qingbuchong', '请补充依据。');
  await keys.button(review.add);
  const item = pane.getByRole('listitem').filter({ hasText: '请补充依据。' });
  await item.waitFor();
  await keys.isKept('an opinion is added');
  await keys.push(item.getByRole('button', { name: review.answer, exact: true }));
  await keys.reach(item.getByRole('textbox'));
  await keys.type('ok');
  await keys.push(item.getByRole('button', { name: review.save, exact: true }));
  await item.getByText('单位答复：ok').waitFor();
  const change = item.getByRole('button', { name: review.changeAnswer, exact: true });
  await expectEventually(() => keys.has(change), 'the focus is where the answer is changed');
  await keys.push(item.getByRole('button', { name: review.settle, exact: true }));
  await item.getByText(review.settled, { exact: true }).waitFor();
  await keys.push(item.getByRole('button', { name: review.withdraw, exact: true }));
  await item.waitFor({ state: 'detached' });
  await keys.isKept('an opinion is withdrawn');
}

/** An indicator of the library put in and taken back; a rule's level changed and put back. */
async function otherViews(page: Page, pane: Pane): Promise<void> {
  const keys = new Keyboard(page, pane);
  const said = (text: string) => pane.locator('footer').getByRole('status').getByText(text, { exact: true }).waitFor();
  await keys.view(view.library);
  const box = pane.getByRole('searchbox', { name: library.search });
  await keys.reach(box);
  await compose(page, 'zhaolaoshi', '招老师');
  await keys.reach(pane.getByRole('checkbox', { name: '补充招聘教师人数', exact: true }));
  await keys.press('Space');
  await keys.push(pane.locator('footer').getByRole('button', { name: /^插入 1 项/ }));
  await pane.getByRole('heading', { name: library.plan.rows }).waitFor();
  await keys.push(pane.locator('footer').getByRole('button', { name: /^插入 1 项/ }));
  await said('已插入 1 项指标');
  await expectEventually(() => keys.has(box), 'back at the search');
  await keys.button(action.undo);
  await said(notice.undone);

  await keys.view(view.settings);
  await keys.button(zh.settings.changeLevels);
  const level = pane.getByRole('combobox', { name: /的级别$/ }).first();
  await keys.reach(level);
  const before = await level.inputValue();
  await keys.press('ArrowDown');
  await expectEventually(async () => (await level.inputValue()) !== before, 'the level is another');
  await keys.button(zh.settings.restoreRules);
  await keys.isKept('the levels are restored');
  expect(await level.inputValue()).toBe(before);
}

describe('in the workbench', () => {
  let workbench: Workbench;
  let keys: Keyboard;
  beforeAll(async () => {
    workbench = await Workbench.open();
    keys = new Keyboard(workbench.page, workbench.pane);
  }, 120_000);
  afterAll(() => workbench?.close());
  afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]));

  const said = (text: string) => workbench.status.getByText(text).waitFor();
  const start = (name = view.check) => workbench.pane.getByRole('button', { name, exact: true }).first().focus();

  test('自查: a sample from the menu; looked for, kept with a reason, given back; mended and taken back', async () => {
    const { page, pane } = workbench;
    // In the grid Tab goes from cell to cell: F6 leads out of it, and back to where one was.
    await workbench.go('F9');
    await keys.press('F6');
    await expectEventually(() => pane.evaluate((own) => own.contains(document.activeElement)), 'in the pane');
    await keys.press('Shift+F6');
    await keys.type('15');
    await keys.press('Enter');
    await workbench.finding('PT203', 'F9').waitFor();
    await keys.press('Control+z');
    await workbench.finding('PT203', 'F9').waitFor({ state: 'detached' });
    await keys.press('Shift+F6');
    await keys.push(workbench.button(/^示例$/));
    const item = page.getByRole('menuitem', { name: '2022年整体支出绩效目标表' });
    await item.waitFor();
    for (let steps = 0; steps < 8 && !(await keys.has(item)); steps++) await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.push(page.getByRole('alertdialog').getByRole('button', { name: '不保留改动' }));
    await page.getByTestId('file-name').filter({ hasText: '2022年' }).waitFor();
    await workbench.finding('PT405', 'C21').waitFor();
    await workbench.settled();

    await start();
    await keys.button(action.search);
    await keys.reach(pane.getByRole('searchbox'));
    await keys.type('没有这样的问题');
    await pane.getByRole('heading', { name: zh.state.filteredTitle }).waitFor();
    await keys.push(pane.getByRole('button', { name: action.clearFilter }).last());
    await workbench.finding('PT405', 'C21').waitFor();
    await keys.isKept('the filter is cleared');

    await onCard(keys, pane, action.suppress, 'PT405');
    const dialog = page.getByRole('dialog');
    await keys.reach(dialog.getByRole('textbox'));
    await compose(page, 'anwenjian', '按文件原文。');
    expect(await dialog.count()).toBe(1);
    await keys.press('Enter');
    await workbench.finding('PT405', 'C21').waitFor({ state: 'detached' });
    await keys.isKept('a finding is kept with a reason');
    await keys.button(fill(suppress.heading, { count: 1 }, 'zh-CN'));
    await keys.button(action.unsuppress);
    await workbench.finding('PT405', 'C21').waitFor();
    await keys.isKept('a reason is withdrawn');

    await mainJourney(page, pane);
  }, 90_000);

  test('评分: chosen by the arrows, written, tried out in a row, and back', async () => {
    const { pane } = workbench;
    await workbench.load();
    await workbench.openFile('自评.xlsx', writeWorkbook([selfEvaluation()]));
    await start();
    await keys.view(view.score);
    const row = pane.locator('[data-main]').filter({ hasText: '群众满意度' });
    await row.waitFor();
    await keys.reach(pane.locator('[data-main][tabindex="0"]'));
    for (let steps = 0; steps < 8 && !(await keys.has(row)); steps++) await keys.press('ArrowDown');
    await keys.press('Tab');
    await keys.press('ArrowRight');
    await expectEventually(() => pane.getByRole('radio', { name: '按满分 10 分' }).isChecked(), 'the score is chosen');
    await keys.push(pane.locator('footer').getByRole('button', { name: /^填写 \d+ 项得分$/ }));
    await said('已填写 4 项得分');
    await keys.isKept('scores are written');
    const open = pane.locator('[data-main]').filter({ hasText: '通报批评情况' });
    await keys.reach(pane.locator('[data-main][tabindex="0"]'));
    await keys.press('Home');
    for (let steps = 0; steps < 8 && !(await keys.has(open)); steps++) await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.fill(pane.getByRole('textbox', { name: '被省' }), '1');
    await keys.fill(pane.getByRole('textbox', { name: '市通报批评' }), '1');
    await pane.getByText('得 7 分').waitFor();
    await keys.push(pane.getByRole('button', { name: '填入 I11' }));
    await pane.getByRole('button', { name: '填入 I11' }).waitFor({ state: 'detached' });
    await keys.isKept('an actual value is adopted');
    await keys.press('Escape');
    await expectEventually(() => keys.has(open), 'back at the row');
    await keys.button(action.undo);
    await said(notice.undone);
  }, 90_000);

  test('表样: an empty form, one that is filled, the report; Escape goes back to where one was', async () => {
    const { pane } = workbench;
    await workbench.load();
    await start();
    await keys.view(view.forms);
    const opener = pane.locator('[data-opens="project-target"]');
    await keys.push(opener);
    await pane.getByRole('region', { name: /预览/ }).waitFor();
    await keys.press('Escape');
    await expectEventually(() => keys.has(opener), 'back at the form');
    await keys.press('Enter');
    await keys.reach(pane.getByRole('combobox', { name: forms.source.title }));
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.push(pane.locator('footer').getByRole('button', { name: /插入到新工作表/ }));
    await said(notice['form-inserted']);
    await expectEventually(() => keys.has(opener), 'back at the form that was inserted');
    await keys.button(action.undo);
    await said(notice.undone);
    await keys.button(forms.makeSelfEvaluation);
    await said(notice['form-inserted']);
    await keys.isKept('a self-evaluation is made');
    const report = await workbench.download(() => keys.button(forms.report));
    expect(report.name).toMatch(/\.docx$/);
    await keys.isKept('the report is downloaded');
    await keys.button(forms.layout.title);
    await pane.getByRole('heading', { name: forms.layout.title }).waitFor();
    await keys.press('Escape');
    await expectEventually(() => keys.has(pane.locator('[data-opens="layout"]')), 'back at the layouts');
  }, 90_000);

  test('指标库: composed by an input method, looked at, put into the table, and one’s own', async () => {
    const { page, pane } = workbench;
    await workbench.load();
    await start();
    await keys.view(view.library);
    const box = pane.getByRole('searchbox', { name: library.search });
    await keys.reach(box);
    await compose(page, 'zhaolaoshi', '招老师');
    const found = pane.getByRole('checkbox', { name: '补充招聘教师人数', exact: true });
    await keys.reach(found);
    await keys.press('Space');
    await keys.button('“补充招聘教师人数”的详情');
    await pane.getByText(library.entry.explanation).waitFor();
    await keys.push(pane.locator('footer').getByRole('button', { name: /^插入 1 项/ }));
    await pane.getByRole('heading', { name: library.plan.rows }).waitFor();
    await keys.push(pane.locator('footer').getByRole('button', { name: /^插入 1 项/ }));
    await said('已插入 1 项指标');
    await expectEventually(() => keys.has(box), 'back at the search');
    await keys.button(action.undo);
    await said(notice.undone);

    await keys.button(library.menu);
    await page.getByRole('menuitem', { name: library.saveRows }).waitFor();
    await keys.press('Enter');
    await pane.getByRole('heading', { name: /新增（17）/ }).waitFor();
    await keys.push(pane.locator('footer').getByRole('button', { name: '存入 17 项' }));
    await pane.getByText('17 项指标').waitFor();
    await expectEventually(() => keys.has(box), 'back at the search, with what was saved');
    await keys.button('“培训合格率”的详情');
    await keys.button(library.remove);
    await keys.button(library.removeSure);
    await pane.getByText('16 项指标').waitFor();
    await keys.isKept('an indicator of one’s own is deleted');
  }, 90_000);

  test('审核: grades, what goes back, what is made public', async () => {
    const { pane } = workbench;
    await workbench.load();
    await start();
    await keys.view(view.review);
    const opens = (name: string) => pane.getByRole('group', { name: review.screens }).getByRole('button', { name });
    await keys.push(opens(review.grades.title));
    const group = pane.getByRole('group', { name: '条件充分性的等级' });
    await keys.reach(group.getByRole('radio', { checked: true }));
    await keys.press('ArrowLeft');
    await keys.push(pane.locator('footer').getByRole('button', { name: review.grades.keep }));
    await said(notice['grades-recorded']);
    await keys.isKept('grades are recorded');
    await keys.press('Escape');
    await expectEventually(() => keys.has(opens(review.grades.title)), 'back from the grades');
    await keys.push(opens(review.sendBack.title));
    await keys.reach(pane.getByLabel(review.sendBack.office));
    await keys.type('财政局');
    await workbench.download(() => keys.button('退回（第1轮）'));
    await said('已下载 1 份意见书');
    await keys.isKept('sent back');
    await keys.press('Escape');
    await expectEventually(() => keys.has(opens(review.sendBack.title)), 'back from sending back');
    for (const title of [review.compare.title, review.publish.title]) {
      await keys.push(opens(title));
      await pane.getByRole('heading', { name: title }).waitFor();
      await keys.press('Escape');
      await expectEventually(() => keys.has(opens(title)), `back from ${title}`);
    }
  }, 90_000);

  test('设置: levels, thresholds, own checks, the profile, and the list of keys', async () => {
    const { pane } = workbench;
    await workbench.load();
    await start();
    await keys.view(view.settings);
    await keys.button(zh.settings.changeLevels);
    await keys.reach(pane.getByRole('combobox', { name: /的级别$/ }).first());
    await keys.press('ArrowDown');
    await keys.button(zh.settings.restoreRules);
    await keys.isKept('the levels are restored');
    await keys.push(pane.getByRole('button', { name: action.close }));
    await keys.button(profile.thresholds);
    await keys.fill(pane.getByLabel(profile.months), '4月30');
    await keys.button(profile.newCheck);
    const title = pane.getByLabel(profile.title, { exact: true }).first();
    await expectEventually(() => keys.has(title), 'the name of the check is asked for');
    await keys.type('sum');
    await keys.fill(pane.getByLabel(profile.value, { exact: true }), '*');
    await keys.fill(pane.getByLabel(profile.message, { exact: true }), '{name}');
    await keys.press('Enter');
    await pane.getByText('OWN-1').waitFor();
    await keys.isKept('a check is saved');
    await keys.push(pane.getByRole('button', { name: '删除规则“sum”' }));
    await pane.getByText(profile.noChecks).waitFor();
    await keys.isKept('a check is removed');
    await keys.button(profile.toWorkbook);
    await pane.getByText(fill(profile.carried, { name: profile.unnamed }, 'zh-CN')).waitFor();
    await keys.button(profile.take);
    await pane.getByText(fill(profile.carried, { name: profile.unnamed }, 'zh-CN')).waitFor({ state: 'detached' });
    await keys.isKept('the profile is taken out of the workbook');
    const listed = pane.locator('dl').filter({ has: workbench.page.locator('kbd') });
    for (const key of ['↑', 'Enter', 'Home', 'Tab', 'Esc', 'Alt+↓']) {
      await listed.getByText(key, { exact: true }).first().waitFor();
    }
  }, 90_000);
});

test('in Excel', async () => {
  const excel = await ExcelOnTheWeb.start(4431);
  try {
    const { page, pane, errors } = await excel.open([tableOf(6, 2)]);
    await mainJourney(page, pane as unknown as Pane);
    await otherViews(page, pane as unknown as Pane);
    expect(errors).toEqual([]);
  } finally {
    await excel.close();
  }
}, 90_000);

test('in WPS', async () => {
  const packed = makePackage('https://intranet.example/perf/');
  const served = await servePlaces([
    ['/perf/', packed.folder],
    ['/stand-in/', STAND_IN],
  ]);
  const browser: Browser = await launchBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
  try {
    const address = `${served.address}perf/wps/index.html`;
    const { page, pane, errors } = await openWps(browser, served.address, address, [tableOf(6, 2)]);
    await page.evaluate(() => window.wpsPage.click('perfPane'));
    await mainJourney(page, pane as unknown as Pane);
    await otherViews(page, pane as unknown as Pane);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await served.close();
    packed.remove();
  }
}, 90_000);
