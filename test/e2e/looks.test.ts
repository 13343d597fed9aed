import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../src/i18n';
import { libraryText } from '../../src/i18n/library-view';
import { reviewViewText } from '../../src/i18n/review-view';
import { uiText } from '../../src/i18n/ui';
import { LOOKS, violationsInAllLooks } from './support/axe';
import { ExcelOnTheWeb } from './support/excel-web/open';
import { unseenFocus } from './support/focus';
import { misfits, overlaps, scenes, type Scene } from './support/scenes';
import { pageStates, states } from './support/states';
import { tableOf } from './support/tables';
import { expectEventually, Workbench } from './support/workbench/page';

/**
 * Every screen of the pane, whatever is in the workbook, and every dialog of the page: axe has nothing to say in any look,
 * nothing stands out, scrolls sideways or is cut off, and what Tab leads to shows that it has the focus. All sizes in both
 * languages in the long run; `PERF_SHOTS=1` leaves pictures to be looked at.
 */
const SHOTS = join(__dirname, '../../build/screenshots/looks');
mkdirSync(SHOTS, { recursive: true });

type Case = readonly [name: string, size: readonly [width: number, height: number, pane: number], locale: Locale];

/** A page of 1280 × 720 at 200 %, the pane at its narrowest; a phone, grid and pane above one another; a usual page. */
const SIZES = { zoomed: [640, 360, 320], stacked: [360, 640, 320], usual: [1280, 800, 520] } as const;

const CASES: readonly Case[] = process.env['PERF_LONG']
  ? Object.entries(SIZES).flatMap(([name, size]) =>
      (['zh-CN', 'en-US'] as const).map((locale): Case => [`${name}-${locale}`, size, locale]),
    )
  : [['zoomed-zh-CN', SIZES.zoomed, 'zh-CN']];

/** Where Tab is followed through whole screens: pictures are made at every step. */
const FOLLOWED: readonly string[] | null = process.env['PERF_LONG']
  ? null
  : ['check-suppress', 'score-row', 'intake-tables'];

type Looks = readonly (typeof LOOKS)[number][];

/** States are made of what the other screens are made of: the hardest of the looks will do for them, most of the time. */
const HARDEST: Looks = process.env['PERF_LONG'] ? LOOKS : LOOKS.slice(1, 2);

describe.each(CASES)('%s', (name, [width, height, paneWidth], locale) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await Workbench.open({ viewport: { width, height }, locale });
    await workbench.page.evaluate((width) => localStorage.setItem('perf-addin.workbench.pane', width), `${paneWidth}`);
    await workbench.load();
  }, 120_000);
  afterAll(() => workbench?.close());

  const shoot = async (scene: string): Promise<void> => {
    for (const [look, options] of LOOKS) {
      await workbench.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...options });
      await workbench.page.screenshot({ path: join(SHOTS, `${name}-${look.replace(' ', '-')}-${scene}.png`) });
    }
    await workbench.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  };

  const fits = async (scene: string, go: Scene[1], looks: Looks): Promise<void> => {
    const { page, pane } = workbench;
    await go(workbench);
    await page.mouse.move(0, 0);
    if (process.env['PERF_SHOTS']) await shoot(scene);
    // What asks something over all else hides the rest from all that looks for roles, and not at once.
    const over = dialogOf(workbench);
    const part = (await over.isVisible()) ? over : pane;
    expect(await part.evaluate(misfits)).toEqual([]);
    expect(await page.locator('header[data-part]').evaluate(overlaps)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violationsInAllLooks({ page, pane: page.locator('body') }, looks)).toEqual([]);
    expect(workbench.complaints.splice(0)).toEqual([]);
  };

  /** By Tab through what is shown, in light and in dark. */
  const shows = async (scene: string): Promise<void> => {
    if (FOLLOWED && !FOLLOWED.includes(scene)) return;
    const { page, pane } = workbench;
    // In an open menu it is the arrows that one goes by.
    if (await page.getByRole('menu').first().isVisible()) return;
    const over = dialogOf(workbench);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      const region = (await over.isVisible()) ? over : pane;
      if (region === pane) await pane.locator('nav button').first().focus();
      const { stops, unseen } = await unseenFocus(page, region);
      expect(stops).toBeGreaterThan(0);
      expect(unseen.map((one) => `${colorScheme} ${one}`)).toEqual([]);
    }
  };

  const inLooks = (list: readonly Scene[], looks: Looks) => list.map(([scene, go]) => [scene, go, looks] as const);

  test.each([
    ...inLooks(scenes(locale), LOOKS),
    ...inLooks(states(locale), HARDEST),
    ...inLooks(pageStates(locale), HARDEST),
  ])('%s', async (scene, go, looks) => {
    await fits(scene, go, looks);
    await shows(scene);
  });
});

/** What asks something over all else. */
const dialogOf = ({ page }: Workbench) => page.getByRole('dialog').or(page.getByRole('alertdialog')).first();

describe('while the pane is open', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await Workbench.open();
  }, 120_000);
  afterAll(() => workbench?.close());

  test('the system turns dark: page, pane and grid go along, unless somebody chose otherwise', async () => {
    const { page, pane } = workbench;
    /** Bar, pane and grid: dark or not. */
    const dark = () =>
      page.evaluate(() => {
        const isDark = (selector: string) => {
          const [, red = '255'] = /rgba?\((\d+)/.exec(
            getComputedStyle(document.querySelector(selector) as Element).backgroundColor,
          ) as string[];
          return Number(red) < 128;
        };
        return [
          isDark('header'),
          isDark('aside :has(> nav)'),
          document.documentElement.classList.contains('univer-dark'),
        ];
      });
    const all = (expected: boolean) => async () => (await dark()).every((one) => one === expected);
    await expectEventually(all(false), 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectEventually(all(true), 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expectEventually(all(false), 'light again');
    await workbench.button('换成深色').click();
    await expectEventually(all(true), 'dark by choice');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.emulateMedia({ colorScheme: 'light' });
    await expectEventually(all(true), 'still dark by choice');
    await workbench.button('换成浅色').click();
    expect(await pane.count()).toBe(1);
  });

  test('the language is changed in every view, and what was typed stays', async () => {
    const { page, pane } = workbench;
    const view = (locale: Locale, id: keyof ReturnType<typeof uiText>['view']) =>
      pane.locator('nav').getByRole('button', { name: uiText(locale).view[id], exact: true });
    const typed = {
      library: (locale: Locale) => pane.getByRole('searchbox', { name: libraryText(locale).search }),
      review: (locale: Locale) => pane.getByRole('textbox', { name: reviewViewText(locale).write }),
    };
    for (const id of ['check', 'score', 'forms', 'library', 'review', 'settings'] as const) {
      await view('zh-CN', id).click();
      const box = id === 'library' || id === 'review' ? typed[id] : null;
      await box?.('zh-CN').fill('培训');
      await workbench.button('English').click();
      await pane.locator('nav button[aria-current="page"]').and(view('en-US', id)).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-US');
      if (box) expect(await box('en-US').inputValue()).toBe('培训');
      await workbench.button('中文').click();
      await view('zh-CN', id).waitFor();
    }
    expect(workbench.complaints).toEqual([]);
  });
});

describe('in Excel', () => {
  let excel: ExcelOnTheWeb;
  beforeAll(async () => {
    excel = await ExcelOnTheWeb.start(4432);
  });
  afterAll(() => excel.close());

  test('it turns dark: the pane does when somebody comes back to it', async () => {
    const { pane, errors, close } = await excel.open([tableOf(3)]);
    const view = pane.locator('[data-view]');
    await view.waitFor();
    const scheme = () => view.evaluate((element) => getComputedStyle(element).colorScheme);
    expect(await scheme()).toBe('light');
    await view.evaluate(() => {
      const value = { bodyBackgroundColor: '#262626' };
      Object.defineProperty(Office.context, 'officeTheme', { value, configurable: true });
      window.dispatchEvent(new Event('focus'));
    });
    await expectEventually(async () => (await scheme()) === 'dark', 'the pane is dark');
    expect(errors).toEqual([]);
    await close();
  });

  test('nothing can be read while a cell is edited: every view says so, and goes on once it can', async () => {
    const { action, problem, view } = uiText('zh-CN');
    const { page, pane, errors, close } = await excel.open([tableOf(3)], 'zh-CN', (page) =>
      page.addInitScript(() =>
        document.addEventListener('DOMContentLoaded', () => {
          if ('standIn' in window) window.standIn.editing = true;
        }),
      ),
    );
    const body = pane.locator('body');
    for (const id of ['check', 'score', 'forms', 'library', 'review'] as const) {
      await pane.locator('nav').getByRole('button', { name: view[id], exact: true }).click();
      await pane.getByRole('alert').getByText(problem.editing.what).waitFor();
      if (process.env['PERF_SHOTS']) await page.screenshot({ path: join(SHOTS, `excel-editing-${id}.png`) });
      expect(await body.evaluate(misfits)).toEqual([]);
    }
    expect(await violationsInAllLooks({ page, pane: body })).toEqual([]);
    await page.evaluate(() => void (window.standIn.editing = false));
    await pane.getByRole('button', { name: action.retry }).click();
    await pane.getByRole('alert').waitFor({ state: 'detached' });
    await pane.locator('nav').getByRole('button', { name: view.check, exact: true }).click();
    await pane.getByText('3 项指标').waitFor();
    // Excel's own refusal to be listened to meanwhile.
    expect(errors.filter((error) => !error.includes('cell-editing mode'))).toEqual([]);
    await close();
  });
});
