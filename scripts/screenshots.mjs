/**
 * Writes docs/images/workbench.png, the workbench with the findings of the 2025 table, and scoring.png, one standard with
 * its curve. Build first (npm run build); Chinese fonts must be installed.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { Workbench } = require('../test/e2e/support/workbench/page.ts');

const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });

const workbench = await Workbench.open();
const { page } = workbench;
await workbench.pane.getByRole('button', { name: '标出问题' }).click();
await workbench.status.getByText(/已标出/).waitFor();
// A click on the finding beside the cell shows how the two belong together.
await workbench.finding('PT503', 'A2').getByRole('button').first().click();
await page.mouse.move(0, 0);
await page.waitForTimeout(1_000);
await page.screenshot({ path: join(folder, 'workbench.png') });
await workbench.load();
await workbench.pane.getByRole('button', { name: '评分', exact: true }).click();
await workbench.pane.getByText('群众满意度').first().click();
await workbench.pane.getByRole('img').first().waitFor();
await page.waitForTimeout(500);
await workbench.pane.screenshot({ path: join(folder, 'scoring.png') });
await workbench.close();
if (workbench.complaints.length > 0) {
  console.error(workbench.complaints.join('\n'));
  process.exitCode = 1;
}
