import type { Browser } from 'playwright-core';
import type { SheetSnapshot } from '../../src/core/sheet';
import { formsText } from '../../src/i18n/forms';
import { fill } from '../../src/i18n/fill';
import { libraryText } from '../../src/i18n/library-view';
import { uiText } from '../../src/i18n/ui';
import { selfEvaluation } from '../support/self-evaluation';
import { launchBrowser } from './support/browser';
import { excelDesk, workbenchDesk, wpsDesk } from './support/desks';
import type { Desk } from './support/desks';
import { ExcelOnTheWeb } from './support/excel-web/open';
import { makePackage, STAND_IN } from './support/packed';
import type { Packed } from './support/packed';
import { CONTACTS, SEED } from './support/tables';
import { Workbench } from './support/workbench/page';
import { servePlaces } from './support/workbench/serve';
import type { Served } from './support/workbench/serve';

const { action, all, finding, notice, score, settings, severity, state, view } = uiText('zh-CN');
const forms = formsText('zh-CN');
const library = libraryText('zh-CN');

const button = ({ pane }: Desk, name: string | RegExp) => pane.getByRole('button', { name }).first();
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

async function findingsOf(desk: Desk, indicators: number): Promise<string[]> {
  await desk.pane
    .getByText(new RegExp(`(?:^|\\D)${indicators} 项指标`))
    .first()
    .waitFor({ timeout: 60_000 });
  await desk.pane.getByRole('button', { name: action.recheck }).waitFor({ timeout: 60_000 });
  const items = desk.pane.getByRole('list', { name: finding.list }).getByRole('listitem');
  return (await items.allTextContents()).map(plain);
}

/** Clicks; resolves when the pane says that it is done, and findings stand as they do then. */
async function act(desk: Desk, indicators: number, name: string | RegExp, said: string): Promise<string[]> {
  await button(desk, name).click();
  await desk.pane.getByText(said).first().waitFor();
  return findingsOf(desk, indicators);
}

const goTo = ({ pane }: Desk, name: string) =>
  pane.getByRole('navigation').getByRole('button', { name, exact: true }).click();

/** All sheets are checked; one is gone to from their list, and back. */
async function lookAtAllSheets(desk: Desk): Promise<Readonly<Record<string, unknown>>> {
  await button(desk, fill(all.start, { count: 2 }, 'zh-CN')).click();
  await desk.pane.getByText(fill(all.done, { total: 2 }, 'zh-CN')).waitFor();
  const sheets = desk.pane.getByRole('region', { name: all.title }).getByRole('listitem');
  const listed = (await sheets.allTextContents()).map(plain);
  await sheets.getByRole('button', { name: /^通讯录/ }).click();
  await desk.pane.getByRole('heading', { name: state.noHeaderTitle }).waitFor();
  await sheets.getByRole('button', { name: /^绩效表/ }).click();
  await desk.pane.getByRole('heading', { name: state.noHeaderTitle }).waitFor({ state: 'detached' });
  const back = await findingsOf(desk, 17);
  await button(desk, action.close).click();
  return { listed, back };
}

/** An indicator is found in the library, put into the table and taken back. */
async function insertIndicator(desk: Desk): Promise<Readonly<Record<string, unknown>>> {
  await goTo(desk, view.library);
  await desk.pane.getByRole('searchbox').fill('招老师');
  await desk.pane.getByRole('checkbox', { name: '补充招聘教师人数', exact: true }).check();
  await button(desk, fill(library.insert, { count: 1 }, 'zh-CN')).click();
  await desk.pane.getByRole('heading', { name: library.plan.rows }).waitFor();
  await button(desk, fill(library.plan.go, { count: 1 }, 'zh-CN')).click();
  await desk.pane
    .getByText(fill(notice['indicators-inserted'], { count: 1 }, 'zh-CN'))
    .first()
    .waitFor();
  const extended = await desk.look();
  await button(desk, action.undo).click();
  await desk.pane.getByText(notice.undone).first().waitFor();
  return { extended: extended.sheets, shortened: (await desk.look()).sheets };
}

/** A rule is left out, the language changed, and both put back. */
async function changeSettings(desk: Desk): Promise<Readonly<Record<string, unknown>>> {
  await goTo(desk, view.settings);
  await button(desk, settings.changeLevels).click();
  const rule = desk.pane.getByRole('listitem').filter({ hasText: 'PT503' });
  await rule.getByRole('combobox').selectOption({ label: severity.off });
  await goTo(desk, view.check);
  await desk.pane.getByText('PT503').first().waitFor({ state: 'detached' });
  const without = await findingsOf(desk, 17);
  await goTo(desk, view.settings);
  await button(desk, settings.restoreRules).click();
  const language = desk.pane.getByRole('combobox').first();
  await language.selectOption('en-US');
  await desk.pane.getByRole('heading', { name: uiText('en-US').settings.display }).waitFor();
  const english = (await desk.pane.getByRole('heading', { level: 2 }).allTextContents()).map(plain);
  await language.selectOption('zh-CN');
  await goTo(desk, view.check);
  await desk.pane.getByText('PT503').first().waitFor();
  return { without, english, restored: await findingsOf(desk, 17) };
}

interface Journey {
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
  /** What a person sees and has at each step, by the step. */
  run(desk: Desk): Promise<Readonly<Record<string, unknown>>>;
}

const JOURNEYS: readonly Journey[] = [
  {
    name: 'check, annotate, clear, insert a form and take it back; all sheets, the library, settings',
    sheets: [SEED, CONTACTS],
    async run(desk) {
      const findings = await findingsOf(desk, 17);
      const marking = await act(desk, 17, action.mark, fill(notice.marked, { count: 18 }, 'zh-CN'));
      const marked = await desk.look();
      await act(desk, 17, action.clearMarks, notice['marks-cleared']);
      const cleared = await desk.look();
      await goTo(desk, view.forms);
      await button(desk, forms.makeSelfEvaluation).click();
      await desk.pane.getByText(notice['form-inserted']).first().waitFor();
      const inserted = await desk.look();
      await button(desk, action.undo).click();
      await desk.pane.getByText(notice.undone).first().waitFor();
      await goTo(desk, view.check);
      const undone = await findingsOf(desk, 17);
      const told = { findings, marking, marked, cleared, inserted, undone };
      return {
        ...told,
        ...(await lookAtAllSheets(desk)),
        ...(await insertIndicator(desk)),
        ...(await changeSettings(desk)),
      };
    },
  },
  {
    name: 'check, fix, score',
    sheets: [
      selfEvaluation({
        fill: [
          '产出指标',
          '数量指标',
          '组织政治理论培训次数',
          '≥',
          '１０',
          '次',
          '达到计划值得满分，否则按实际值/计划值*指标分值',
          5,
          8,
          null,
        ],
      }),
    ],
    async run(desk) {
      const findings = await findingsOf(desk, 7);
      const mended = await act(
        desk,
        7,
        fill(action.fixAll, { count: 1 }, 'zh-CN'),
        fill(notice['fixed-all'], { count: 1 }, 'zh-CN'),
      );
      const fixed = await desk.look();
      await goTo(desk, view.score);
      await desk.pane.getByRole('heading', { name: '待填写得分（3）' }).waitFor();
      await desk.pane.getByRole('radio', { name: '按比例 15 分' }).check();
      await desk.pane.getByRole('radio', { name: '按满分 10 分' }).check();
      const write = desk.pane.getByRole('button', { name: /^填写 5 项得分/ });
      await write.waitFor();
      const scores = plain((await desk.pane.getByRole('group', { name: score.list }).first().textContent()) ?? '');
      await write.click();
      await desk.pane.getByText('已填写 5 项得分').first().waitFor();
      await desk.pane.getByRole('heading', { name: '得分已填写（5）' }).waitFor();
      return { findings, mended, fixed, scores, scored: await desk.look() };
    },
  },
];

let packed: Packed;
let served: Served;
let browser: Browser;
let excel: ExcelOnTheWeb;
let workbench: Workbench;

beforeAll(async () => {
  packed = makePackage('https://localhost:4460/perf/');
  served = await servePlaces([
    ['/perf/', packed.folder],
    ['/stand-in/', STAND_IN],
  ]);
  browser = await launchBrowser();
  excel = await ExcelOnTheWeb.start(4460, packed.folder);
  workbench = await Workbench.open();
}, 120_000);
afterAll(async () => {
  await workbench.close();
  await excel.close();
  await browser.close();
  await served.close();
  packed.remove();
});

const HOSTS: readonly [string, (sheets: readonly SheetSnapshot[]) => Promise<Desk>][] = [
  ['workbench', (sheets) => workbenchDesk(workbench, sheets)],
  ['Excel', (sheets) => excelDesk(excel, sheets)],
  ['WPS', (sheets) => wpsDesk(browser, served.address, sheets)],
];

const seen = new Map<string, Map<string, Readonly<Record<string, unknown>>>>();

describe.each(JOURNEYS)('$name', ({ name, sheets, run }) => {
  test.each(HOSTS)('%s', async (host, open) => {
    const desk = await open(sheets);
    try {
      const told = await run(desk);
      seen.set(name, (seen.get(name) ?? new Map()).set(host, told));
      expect(desk.errors()).toEqual([]);
      expect((told['findings'] as string[]).length).toBeGreaterThan(1);
    } finally {
      await desk.close();
    }
  });

  test('is the same in all of them, step by step', () => {
    const [first = {}, ...others] = HOSTS.map(([host]) => seen.get(name)?.get(host) ?? {});
    expect(Object.keys(first).length).toBeGreaterThan(4);
    for (const [at, other] of others.entries()) {
      const host = HOSTS[at + 1]?.[0];
      for (const [step, is] of Object.entries(first))
        expect({ host, step, is: other[step] }).toEqual({ host, step, is });
    }
  });
});
