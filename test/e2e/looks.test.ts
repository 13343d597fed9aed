import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../src/i18n';
import { libraryText } from '../../src/i18n/library-view';
import { reviewViewText } from '../../src/i18n/review-view';
import { uiText } from '../../src/i18n/ui';
import { LOOKS, violationsInAllLooks } from './support/axe';
import { ExcelOnTheWeb } from './support/excel-web/open';
import { misfits, overlaps, scenes } from './support/scenes';
import { tableOf } from './support/tables';
import { expectEventually, Workbench } from './support/workbench/page';

/**
 * Every screen of the pane: axe has nothing to say in any look, and nothing stands out, scrolls sideways or is cut off.
 * All sizes in both languages in the long run; `PERF_SHOTS=1` leaves pictures to be looked at.
 */
const SHOTS = join(__dirname, '../../build/screenshots/looks');
mkdirSync(SHOTS, { recursive: true });

type Case = readonly [name: string, size: readonly [width: number, height: number], locale: Locale];

/** A page of 1280 × 720 at 200 %, the pane at its narrowest; a phone, grid and pane above one another; a usual page. */
const SIZES = { zoomed: [640, 360], stacked: [360, 640], usual: [1280, 800] } as const;

const CASES: readonly Case[] = process.env['PERF_LONG']
  ? Object.entries(SIZES).flatMap(([name, size]) =>
      (['zh-CN', 'en-US'] as const).map((locale): Case => [`${name}-${locale}`, size, locale]),
    )
  : [['zoomed-zh-CN', SIZES.zoomed, 'zh-CN']];

describe.each(CASES)('%s', (name, [width, height], locale) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await Workbench.open({ viewport: { width, height }, locale });
    await workbench.page.evaluate(() => localStorage.setItem('perf-addin.workbench.pane', '320'));
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

  test.each(scenes(locale))('%s', async (scene, go) => {
    const { page, pane } = workbench;
    await go(workbench);
    await page.mouse.move(0, 0);
    if (process.env['PERF_SHOTS']) await shoot(scene);
    expect(await pane.evaluate(misfits)).toEqual([]);
    expect(await page.locator('header[data-part]').evaluate(overlaps)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violationsInAllLooks(workbench)).toEqual([]);
    expect(workbench.complaints.splice(0)).toEqual([]);
  });
});

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

test('Excel turns dark: the pane does when somebody comes back to it', async () => {
  const excel = await ExcelOnTheWeb.start(4432);
  try {
    const { pane, errors } = await excel.open([tableOf(3)]);
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
  } finally {
    await excel.close();
  }
}, 60_000);
