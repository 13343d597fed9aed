import { readFileSync } from 'node:fs';
import type { Workbench } from './workbench/page';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong in the pane; the grid is another's work. */
export async function violations({ page, pane }: Workbench): Promise<string[]> {
  await page.evaluate(AXE);
  // Colours on their way are no one's choice: those who want less motion see none, and what had begun is waited for.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  const found = await pane.evaluate(
    async (region) =>
      (
        await (window as unknown as { axe: { run(root: Element): Promise<{ violations: Violation[] }> } }).axe.run(
          region,
        )
      ).violations,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** In light, in dark and in forced colours, one after the other. */
export async function violationsInAllLooks(workbench: Workbench): Promise<string[]> {
  const found: string[] = [];
  for (const look of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await workbench.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...look });
    // Colours fade from one look to the other.
    await workbench.page.waitForTimeout(300);
    found.push(...(await violations(workbench)).map((one) => `${JSON.stringify(look)} ${one}`));
  }
  await workbench.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return found;
}
