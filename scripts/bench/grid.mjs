/** Scores in the workbench's grid, in a browser: a column of PERF.SCORE against the same column as native formulas. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scoreColumn } from '../score-column.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const COUNT = 10_000;

export async function measure() {
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const build = ['--mode', 'production', '--env', 'bench', '--config-name', 'bench'];
  execFileSync(process.execPath, [webpack, ...build], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const { launchBrowser } = require('../../test/e2e/support/browser.ts');
  const { serve } = require('../../test/e2e/support/workbench/serve.ts');
  const served = await serve(join(root, 'build/bench'));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const rows = scoreColumn(COUNT);
    const cells = rows.map((row) => row.cells);
    const changed = cells.map(([actual]) => actual / 2 + 50);
    // Once each: a column is long enough to even out, and the native one takes the grid a minute.
    const compute = async (formulas) => {
      await page.goto(served.address);
      return page.evaluate((asked) => window.compute(asked), { cells, formulas, changed });
    };
    const native = await compute(rows.map((row) => row.native));
    const perf = await compute(rows.map((row) => row.perf));
    const apart = perf.results.findIndex((score, at) => score !== native.results[at]);
    if (apart >= 0) {
      throw new Error(`row ${apart + 1}: ${perf.results[apart]} by PERF.SCORE, ${native.results[apart]} natively`);
    }
    const line = (what) =>
      `${perf[what].toFixed(0)} ms, ${(perf[what] / native[what]).toFixed(2)} × native formulas (${native[what].toFixed(0)} ms)`;
    return [
      [`${COUNT.toLocaleString('en')} cells of PERF.SCORE written`, line('first')],
      ['… recalculated', line('again')],
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}
