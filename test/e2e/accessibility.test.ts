import { readFileSync } from 'node:fs';
import { Workbench } from './support/workbench/page';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong in the pane; the grid is another's work. */
async function violations({ page, pane }: Workbench): Promise<string[]> {
  await page.evaluate(AXE);
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

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)('axe, %s', (_, options) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await Workbench.open(options);
  }, 120_000);
  afterAll(() => workbench?.close());

  test('finds nothing in the findings', async () => {
    await workbench.finding('PT503', 'A2').waitFor();
    expect(await violations(workbench)).toEqual([]);
  });

  test('finds nothing in the scores', async () => {
    await workbench.pane.getByRole('button', { name: '评分', exact: true }).click();
    await workbench.pane.getByText('群众满意度').first().waitFor();
    expect(await violations(workbench)).toEqual([]);
  });

  test('finds nothing in the settings', async () => {
    await workbench.pane.getByRole('button', { name: '设置' }).click();
    await workbench.pane.getByRole('heading').first().waitFor();
    expect(await violations(workbench)).toEqual([]);
  });
});
