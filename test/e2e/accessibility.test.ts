import { LOOKS, violations } from './support/axe';
import { Workbench } from './support/workbench/page';

describe.each(LOOKS)('axe, %s', (_, options) => {
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
