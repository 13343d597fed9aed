/** The workbench in a browser: from the address to the first findings, and from an edit to the findings that follow. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { late, middle } from '../bench-support.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
require('../typescript.cjs');

export async function measure() {
  if (!existsSync(join(root, 'dist/workbench/index.html'))) throw new Error('run npm run build first');
  const { Workbench } = require('../../test/e2e/support/workbench/page.ts');
  const workbench = await Workbench.open();
  try {
    const loads = [];
    for (let i = 0; i < 5; i++) {
      await workbench.load();
      const shown = await workbench.page.evaluate(() => performance.now());
      loads.push(shown);
    }
    const edits = [];
    for (let i = 0; i < 10; i++) {
      const wanted = i % 2 === 0;
      await workbench.go('F9');
      await workbench.page.keyboard.type(wanted ? '15' : '10');
      const finding = workbench.finding('PT203', 'F9');
      const start = performance.now();
      await workbench.page.keyboard.press('Enter');
      await finding.waitFor({ state: wanted ? 'visible' : 'detached' });
      edits.push(performance.now() - start);
    }
    return [
      ['address to first findings', `${middle(loads).toFixed(0)} ms median of ${loads.length}`],
      [
        'edit to updated findings, 17 rows',
        `${middle(edits).toFixed(0)} ms median, ${late(edits).toFixed(0)} ms 95th percentile`,
      ],
    ];
  } finally {
    await workbench.close();
  }
}
