/**
 * The pane beside the grid, in a browser: how soon it answers, how soon findings follow an edit, and whether checking ever
 * keeps the page from answering. Times are taken inside the page, from the key that is pressed to the finding that is shown.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { late, median, middle, rows } from '../bench-support.mjs';
import { LONG, LongTasks, tell } from '../long-tasks.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
require('../typescript.cjs');

/** Rows above the indicators of the table, and checks before those that are timed. */
const HEAD = 4;
const WARM = 20;

/** The grid is by far the largest of the scripts. */
function gridScript() {
  const folder = join(root, 'dist/workbench');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)[0];
}

export async function measure() {
  if (!existsSync(join(root, 'dist/workbench/index.html'))) throw new Error('run npm run build first');
  const { Workbench } = require('../../test/e2e/support/workbench/page.ts');
  const { writeWorkbook } = require('../../src/formats/xlsx');
  const { checkNow } = require('../../src/core/check');
  const workbench = await Workbench.open();
  const { page } = workbench;
  await page.addInitScript(watch);
  try {
    const figures = [];
    const interactive = [];
    for (let i = 0; i < 5; i++) {
      await workbench.load();
      interactive.push(await page.evaluate(() => window.bench.answers()));
    }
    figures.push([
      'pane: address to answering',
      `${middle(interactive).toFixed(0)} ms median of ${interactive.length}`,
    ]);
    for (const [count, times] of [
      [200, 20],
      [5_000, 20],
    ]) {
      const sheet = rows(count);
      const name = `${count.toLocaleString('en')} rows`;
      // Edits of the table before are not asked about.
      await workbench.load();
      const tasks = await LongTasks.of(page, gridScript());
      const told = async (what, act, quiet) =>
        figures.push([`  tasks over ${LONG} ms in ${what}`, tell(await tasks.during(act, quiet))]);
      await told(`opening a file of ${name}`, () => workbench.openFile(`${count}.xlsx`, writeWorkbook([sheet])), 3_000);
      const taken = [];
      for (let i = 0; i < times; i++) {
        // A weight: the sum of all rows is told of in the first of the findings.
        const weight = i % 2 === 0 ? 3 : 2;
        await workbench.go('I8');
        await page.waitForTimeout(400);
        await page.evaluate((words) => window.bench.expect(words), `合计${2 * count - 2 + weight}分`);
        await page.keyboard.type(String(weight));
        await page.keyboard.press('Enter');
        taken.push(await page.evaluate(() => window.bench.taken()));
      }
      figures.push([
        `edit to updated findings, ${name}`,
        `${middle(taken).toFixed(0)} ms median, ${late(taken).toFixed(0)} ms 95th percentile of ${times}`,
      ]);
      await workbench.go('I8');
      await told('an edit', async () => {
        await page.keyboard.type('7');
        await page.keyboard.press('Enter');
      });
      await told('a row opened', () => workbench.insertRow(9), 2_000);
      await told('that taken back', () => page.keyboard.press('Control+z'), 2_000);
      await told('a whole check', async () => {
        await workbench.button('重新检查').click();
        await workbench.settled();
      });
      await told('a check called off', async () => {
        await workbench.button('重新检查').click();
        await page.keyboard.press('Escape');
      });
      // What was changed is not asked about.
      await workbench.load();
      await workbench.openFile('two.xlsx', writeWorkbook([sheet, { ...sheet, name: '另一张表' }]));
      await told('checking two such sheets', async () => {
        await workbench.button(/^检查全部/).click();
        await workbench.pane.getByText('2 张工作表检查完毕').waitFor();
      });
      const again = recheck(sheet, count > 1_000 ? 30 : 100);
      figures.push([
        `  core alone, check after an edit of ${name}`,
        `${middle(again).toFixed(1)} ms median, ${late(again).toFixed(1)} ms 95th percentile of ${again.length}`,
      ]);
      const core = await median(count > 1_000 ? 3 : 15, () => void checkNow({ sheets: [sheet] }));
      figures.push([`  core alone, whole check of ${name}`, `${core.toFixed(1)} ms`]);
    }
    return figures;
  } finally {
    await workbench.close();
  }
}

/** Milliseconds of each check after an edit of one weight, warmed up, in rows that are the same objects as in hosts. */
function recheck(sheet, times) {
  const { checkNow, CheckMemory } = require('../../src/core/check');
  const { makeCell } = require('../../src/core/sheet');
  const memory = new CheckMemory();
  checkNow({ sheets: [sheet], memory });
  const taken = [];
  let now = sheet;
  for (let i = 0; i < times + WARM; i++) {
    const cells = now.cells.slice();
    const row = HEAD + ((i * 37) % (cells.length - HEAD));
    cells[row] = cells[row].slice();
    cells[row][8] = makeCell(i % 2 === 0 ? 3 : 4);
    now = { ...now, cells };
    const start = performance.now();
    checkNow({ sheets: [now], memory });
    if (i >= WARM) taken.push(performance.now() - start);
  }
  return taken;
}

/** Runs in the page before its own scripts. */
function watch() {
  let answered = null;
  const look = () => {
    if (document.querySelector('aside nav button')) answered = performance.now();
    else requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', look);
  let done = null;
  window.bench = {
    /** Milliseconds from the address until the pane's buttons are there and the page has its turn. */
    answers: () => answered,
    /** Begins with the next Enter; ends when a finding says the words. */
    expect(words) {
      done = new Promise((resolve) => {
        const press = ({ key, timeStamp }) => {
          if (key !== 'Enter') return;
          window.removeEventListener('keydown', press, true);
          const found = () =>
            [...document.querySelectorAll('aside li')].some(({ textContent }) => textContent.includes(words));
          const wait = () => {
            if (!found()) return requestAnimationFrame(wait);
            const ms = performance.now() - timeStamp;
            resolve(ms);
          };
          wait();
        };
        window.addEventListener('keydown', press, true);
      });
    },
    /** Rejects where it never comes. */
    taken: () =>
      Promise.race([
        done,
        new Promise((_, reject) => setTimeout(() => reject(new Error('no finding followed the edit')), 30_000)),
      ]),
  };
}
