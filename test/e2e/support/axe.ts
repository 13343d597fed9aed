import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Axe {
  run(
    context: { include: Element[]; exclude: Element[] },
    options: { rules: Record<string, { enabled: boolean }> },
  ): Promise<{ violations: Violation[] }>;
}

/** Another's work: the grid, and what Fluent UI keeps the focus within a dialog by. */
const OTHERS = '[data-testid="grid"], [data-tabster-dummy]';

/** What is looked at: the pane, or any other part of a page. */
export interface Region {
  readonly page: Page;
  readonly pane: Locator;
}

/** How the page is seen. */
export const LOOKS = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const;

/** In the page: colours on their way have arrived, those too that set out in the frame after this one. */
async function arrived(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  }
}

async function look(region: Locator): Promise<string[]> {
  await region.evaluate(arrived);
  const found = await region.evaluate(async (root, others) => {
    const { axe } = window as unknown as { axe: Axe };
    const context = { include: [root], exclude: [...root.querySelectorAll(others)] };
    // An open menu lies over all parts of the page, and within none.
    const enabled = root.querySelector('[role="menu"]') === null;
    return (await axe.run(context, { rules: { region: { enabled } } })).violations;
  }, OTHERS);
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} (${failureSummary ?? ''})`).join(' | ')}`,
  );
}

/**
 * What axe finds wrong in the region, but for what is another's. What it finds is looked at again after a moment, and
 * only what stays is told: a fault does, a colour that had not arrived does not.
 */
export async function violations({ page, pane }: Region): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await (await (await pane.elementHandle())?.ownerFrame())?.evaluate(AXE);
  if ((await look(pane)).length === 0) return [];
  await page.waitForTimeout(500);
  return look(pane);
}

/** In light, in dark and in forced colours, one after the other, or in some of them. */
export async function violationsInAllLooks(
  region: Region,
  looks: readonly (typeof LOOKS)[number][] = LOOKS,
): Promise<string[]> {
  const found: string[] = [];
  for (const [, options] of looks) {
    await region.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...options });
    found.push(...(await violations(region)).map((one) => `${JSON.stringify(options)} ${one}`));
  }
  await region.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return found;
}
