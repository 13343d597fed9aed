/**
 * Writes docs/screenshots: every view of the pane at 350 px and beside the grid, light and dark, in both languages. Build
 * the workbench first (npx webpack --mode production --config-name workbench); Chinese fonts must be installed.
 * `node scripts/view-screenshots.mjs [view …]` makes some of them only.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallPng } from './small-png.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { serve } = require('../test/e2e/support/workbench/serve.ts');
const { launchBrowser } = require('../test/e2e/support/browser.ts');
const { uiText } = require('../src/i18n/ui.ts');

const folder = join(root, 'docs/screenshots');
const wanted = process.argv.slice(2);
const NARROW = 350;
const PAGE = { width: 1280, height: 800 };

/** What to do in a view, so that it shows what it is for. `words` are the interface's. */
const SCENES = {
  check: async (pane) => {
    await pane.getByRole('listitem').filter({ hasText: 'PT503' }).getByRole('button').first().click();
  },
  score: async (pane) => {
    await pane.getByText('群众满意度').first().click();
    await pane.getByRole('img').first().waitFor();
  },
  forms: async () => {},
  library: async (pane) => {
    await pane.getByRole('searchbox').fill('培训');
  },
  review: async () => {},
  settings: async () => {},
};

/** Everything still: no caret, no half-shown change. */
const STILL =
  '*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent; }';

const served = await serve(join(root, 'dist/workbench'));
const browser = await launchBrowser();
const complaints = [];
mkdirSync(folder, { recursive: true });
if (wanted.length === 0) for (const name of readdirSync(folder)) rmSync(join(folder, name));

for (const locale of ['zh-CN', 'en-US']) {
  const words = uiText(locale).view;
  for (const theme of ['light', 'dark']) {
    for (const wide of [false, true]) {
      const context = await browser.newContext({
        viewport: wide ? PAGE : { width: 1000, height: PAGE.height },
        locale,
        colorScheme: theme,
        serviceWorkers: 'block',
        reducedMotion: 'reduce',
      });
      await context.addInitScript(
        ([settings, width]) => {
          localStorage.setItem('perf-addin.settings', settings);
          localStorage.setItem('perf-addin.workbench.pane', width);
        },
        [JSON.stringify({ locale, theme }), String(wide ? 400 : NARROW)],
      );
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => complaints.push(message));
      const pane = page.locator('aside[aria-label]');
      for (const [view, scene] of Object.entries(SCENES)) {
        if (wanted.length > 0 && !wanted.includes(view)) continue;
        await page.goto(served.address);
        await page.addStyleTag({ content: STILL });
        await pane.getByRole('button', { name: /^(重新检查|Check again)$/ }).waitFor();
        const tab = pane.getByRole('navigation').getByRole('button', { name: words[view], exact: true });
        if ((await tab.count()) === 0) continue;
        await tab.click();
        await scene(pane, page);
        await page.mouse.move(0, 0);
        await page.waitForTimeout(700);
        const path = join(folder, `${view}-${wide ? 'page' : NARROW}-${theme}-${locale}.png`);
        writeFileSync(path, smallPng(await (wide ? page : pane).screenshot()));
      }
      await context.close();
    }
  }
}
await browser.close();
await served.close();

const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
console.log(`${readdirSync(folder).length} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exitCode = 1;
}
