import type { Locator } from 'playwright-core';
import { NO_PROFILE, writeProfile } from '../../../src/core/check/profile';
import { makeCell, makeSheet, type SheetSnapshot } from '../../../src/core/sheet';
import { formOf, type Form } from '../../../src/core/templates';
import { fill, type Locale } from '../../../src/i18n';
import { intakeText } from '../../../src/i18n/intake';
import { libraryText } from '../../../src/i18n/library-view';
import { overviewText } from '../../../src/i18n/overview';
import { reviewViewText } from '../../../src/i18n/review-view';
import { uiText } from '../../../src/i18n/ui';
import { en } from '../../../src/workbench/text.en-US';
import { zh } from '../../../src/workbench/text.zh-CN';
import { compactSheet } from '../../support/compact-sheet';
import { sheetOfForm } from '../../support/form-sheets';
import { htmlOf } from '../../support/forms';
import { selfEvaluation } from '../../support/self-evaluation';
import { drop } from './arrivals';
import { back, heading, openBook, press, view, type Scene } from './scenes';
import { CONTACTS, SEED } from './tables';
import type { Workbench } from './workbench/page';

/** A table in which nothing is to be found. */
const CLEAN = compactSheet({
  title: '2026年度项目支出绩效目标表',
  above: [
    ['项目名称', '干部培训'],
    ['年度总体目标', '举办培训10期，培训合格率达到98%。'],
  ],
  columns: 'project',
  rows: [
    ['产出指标', '数量指标', '举办培训期数', '≥10期', '全年举办培训不少于10期'],
    [null, '质量指标', '培训合格率', '≥98%', '考核合格人数占参训人数的比例不低于98%'],
    [null, '时效指标', '培训完成时间', '2026年12月31日前', '2026年12月31日前完成全部培训'],
    ['成本指标', '经济成本指标', '培训费', '≤50万元', '培训费不超过50万元'],
    ['效益指标', '社会效益指标', '参训人员业务测评提高率', '≥10%', '参训前后测评成绩提高不低于10%'],
    ['满意度指标', '服务对象满意度指标', '参训人员满意度', '≥95%', '问卷调查满意度不低于95%'],
  ],
  sheet: '没有问题的表',
});
const words = (name: string, rows: readonly (readonly string[])[]): SheetSnapshot =>
  makeSheet(
    name,
    rows.map((row) => row.map((value) => makeCell(value))),
  );
const formSheet = (id: string, name: string): SheetSnapshot => {
  const { sheet } = sheetOfForm(formOf(id) as Form);
  return makeSheet(name, sheet.cells, { merges: sheet.merges });
};
const SHEETS: readonly SheetSnapshot[] = [
  CLEAN,
  words('空表', []),
  CONTACTS,
  words('只有表头', [['项目支出绩效目标表'], ['一级指标', '二级指标', '三级指标', '指标值', '指标值说明']]),
  formSheet('target-review', '绩效目标审核表'),
  formSheet('evidence-list', '佐证材料'),
];

/** What views show where there is nothing, little, or something unusual; each scene goes on from the one before. */
export function states(locale: Locale): readonly Scene[] {
  const ui = uiText(locale);
  const intake = intakeText(locale);
  const library = libraryText(locale);
  const review = reviewViewText(locale);
  const overview = overviewText(locale);
  const sheet = async (workbench: Workbench, name: string, title: string): Promise<void> => {
    await view(workbench, ui.view.check);
    await workbench.pane.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await heading(workbench, title);
  };
  const arrive = (workbench: Workbench, name: string, text: string): Promise<void> =>
    drop(workbench.pane.locator('nav'), { name, bytes: new TextEncoder().encode(text) });
  const said = ({ pane }: Workbench, text: string | RegExp): Promise<void> => pane.getByText(text).first().waitFor();
  return [
    [
      'none-found',
      async (workbench) => {
        await workbench.load();
        await openBook(workbench, '各种表.xlsx', SHEETS);
        await heading(workbench, ui.state.noneTitle);
      },
    ],
    [
      'all-sheets',
      async (workbench) => {
        await press(workbench, fill(ui.all.start, { count: SHEETS.length }, locale));
        await said(workbench, fill(ui.all.done, { total: SHEETS.length }, locale));
      },
    ],
    ['sheet-empty', (workbench) => sheet(workbench, '空表', ui.state.emptyTitle)],
    ['sheet-no-header', (workbench) => sheet(workbench, '通讯录', ui.state.noHeaderTitle)],
    ['sheet-no-rows', (workbench) => sheet(workbench, '只有表头', ui.state.noRowsTitle)],
    ['sheet-review-form', (workbench) => sheet(workbench, '绩效目标审核表', ui.state.reviewFormTitle)],
    ['sheet-list', (workbench) => sheet(workbench, '佐证材料', ui.state.listFormTitle)],
    [
      'score-empty',
      async (workbench) => {
        await sheet(workbench, '空表', ui.state.emptyTitle);
        await view(workbench, ui.view.score);
        await heading(workbench, ui.score.none);
        await workbench.pane.getByRole('button', { name: ui.intake.open }).waitFor();
      },
    ],
    [
      'forms-empty',
      async (workbench) => {
        await view(workbench, ui.view.forms);
        await workbench.pane.locator('[data-opens]').first().waitFor();
      },
    ],
    [
      'library-none',
      async (workbench) => {
        await view(workbench, ui.view.library);
        await workbench.pane.getByRole('searchbox').fill('没有这样的指标');
        await said(workbench, library.nothing);
      },
    ],
    [
      'library-no-table',
      async (workbench) => {
        await workbench.pane.getByRole('searchbox').fill('培训');
        await workbench.pane.getByRole('checkbox').first().check();
        await said(workbench, library.noTable);
      },
    ],
    [
      'review-empty',
      async (workbench) => {
        await view(workbench, ui.view.review);
        await said(workbench, review.noOpinions);
      },
    ],
    [
      'review-grades-none',
      async (workbench) => {
        await press(workbench, review.grades.title);
        await said(workbench, review.grades.noTarget);
      },
    ],
    [
      'score-no-standards',
      async (workbench) => {
        await back(workbench);
        await sheet(workbench, '没有问题的表', ui.state.noneTitle);
        await view(workbench, ui.view.score);
        await heading(workbench, ui.score.noStandards);
      },
    ],
    [
      'score-no-actual',
      async (workbench) => {
        await openBook(workbench, '目标表.xlsx', [SEED]);
        await view(workbench, ui.view.score);
        await said(workbench, ui.score.noActualColumn);
      },
    ],
    [
      'none-filtered',
      async (workbench) => {
        await view(workbench, ui.view.check);
        const search = workbench.pane.getByRole('searchbox');
        if (!(await search.isVisible())) await press(workbench, ui.action.search);
        await search.fill('没有这样的问题');
        await heading(workbench, ui.state.filteredTitle);
      },
    ],
    [
      'kept',
      async (workbench) => {
        await press(workbench, ui.action.clearFilter);
        await press(workbench, ui.action.suppress);
        const dialog = workbench.page.getByRole('dialog');
        await dialog.getByRole('textbox').fill('按文件原文，已请示业务科室。');
        await dialog.getByRole('button', { name: ui.action.confirm }).click();
        await press(workbench, fill(ui.suppress.heading, { count: 1 }, locale));
        await workbench.pane.getByRole('button', { name: ui.action.unsuppress }).waitFor();
      },
    ],
    [
      'overview-no-chart',
      async (workbench) => {
        await openBook(workbench, '自评.xlsx', [selfEvaluation()]);
        const toggle = workbench.pane.getByRole('button', { name: ui.summary.overview, exact: true });
        if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
        await said(workbench, overview.chartElsewhere);
      },
    ],
    [
      'intake-refused',
      async (workbench) => {
        await arrive(workbench, '公开稿.pdf', '%PDF-1.7\n');
        await heading(workbench, intake.title);
        await said(workbench, /PDF/);
      },
    ],
    [
      'intake-profile',
      async (workbench) => {
        await arrive(workbench, '口径.json', writeProfile({ ...NO_PROFILE, name: '县局口径' }));
        await said(workbench, intake.profile.name);
      },
    ],
    [
      'intake-tables',
      async (workbench) => {
        await arrive(workbench, '各科室的表.html', `${htmlOf(SEED)}${htmlOf(CLEAN)}`);
        await said(workbench, intake.fill.name);
      },
    ],
    [
      'intake-found',
      async (workbench) => {
        await workbench.pane
          .getByRole('button', { name: new RegExp(`^${intake.check.name}`) })
          .first()
          .click();
        await workbench.pane.getByRole('heading', { name: intake.found.title.split(/[（ (]/u)[0] as string }).waitFor();
      },
    ],
  ];
}

/** What the page around the pane asks and says. */
export function pageStates(locale: Locale): readonly Scene[] {
  const ui = uiText(locale);
  const text = locale === 'zh-CN' ? zh : en;
  const library = libraryText(locale);
  const dialog = ({ page }: Workbench): Locator => page.getByRole('dialog').or(page.getByRole('alertdialog'));
  const escape = ({ page }: Workbench): Promise<void> => page.keyboard.press('Escape');
  return [
    [
      'samples',
      async (workbench) => {
        await workbench.button(new RegExp(`^${text.samples}$`)).click();
        await workbench.page.getByRole('menuitem').first().waitFor();
      },
    ],
    [
      'recent',
      async (workbench) => {
        await escape(workbench);
        await workbench.button(new RegExp(`^${text.recent.title}$`)).click();
        await workbench.page.getByRole('menuitem').first().waitFor();
      },
    ],
    [
      'paste',
      async (workbench) => {
        await escape(workbench);
        await workbench.button(text.paste).click();
        await dialog(workbench).getByRole('textbox').waitFor();
      },
    ],
    [
      'refused',
      async (workbench) => {
        await escape(workbench);
        const bytes = new TextEncoder().encode('%PDF-1.7\n');
        await drop(workbench.page.locator('header[data-part]'), { name: '公开稿.pdf', bytes });
        await workbench.page.getByText(/PDF/).first().waitFor();
      },
    ],
    [
      'question-discard',
      async (workbench) => {
        await openBook(workbench, '甲单位2026年度绩效目标申报表（第二次修改稿）.xlsx', [SEED]);
        await view(workbench, ui.view.library);
        await workbench.pane.getByRole('searchbox').fill('培训');
        await workbench.pane.getByRole('checkbox').first().check();
        await workbench.pane.locator('footer button').first().click();
        await press(workbench, fill(library.plan.go, { count: 1 }, locale));
        await workbench.page.getByText(text.changed).waitFor();
        await workbench.button(new RegExp(`^${text.samples}$`)).click();
        await workbench.page.getByRole('menuitem').first().click();
        await dialog(workbench).getByRole('heading', { name: text.discard.title }).waitFor();
      },
    ],
    [
      'question-new-file',
      async (workbench) => {
        await dialog(workbench).getByRole('button').first().click();
        await workbench.button(new RegExp(`^${text.download}$`)).click();
        await dialog(workbench).getByRole('heading', { name: text.newFile.title }).waitFor();
      },
    ],
    [
      'recover',
      async (workbench) => {
        await dialog(workbench).getByRole('button').first().click();
        await workbench.page.reload();
        await dialog(workbench).getByRole('heading', { name: text.recover.title }).waitFor();
      },
    ],
    [
      'recovered',
      async (workbench) => {
        await dialog(workbench).getByRole('button', { name: text.recover.restore }).click();
        await workbench.page.getByText(text.recover.done.split('{name}')[1] as string).waitFor();
        await workbench.settled();
      },
    ],
  ];
}
