import { cellAt, parseCell, type CellRef } from '../../src/core/sheet';
import { zh } from '../../src/i18n/ui.zh-CN';
import { violationsInAllLooks } from './support/axe';
import { Workbench } from './support/workbench/page';

/** From the first start to a row evaluated and taken back, by the keyboard alone. */
describe('a first day with the pane', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await Workbench.open();
  }, 120_000);
  afterAll(() => workbench?.close());

  const focused = (): Promise<string> =>
    workbench.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = (element as HTMLInputElement | null)?.labels;
      return (element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
    });

  /** Goes by Tab until the focus is on what has this name. */
  const tabTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    const seen: string[] = [];
    for (let step = 0; step < 60; step++) {
      await workbench.page.keyboard.press(key);
      const now = await focused();
      if (typeof name === 'string' ? now === name : name.test(now)) return;
      seen.push(now);
    }
    throw new Error(`never reached ${String(name)}: ${seen.join(' > ')}`);
  };

  test('two sentences and a sample, once', async () => {
    const { page, pane } = workbench;
    await pane.getByText(zh.welcome.what).waitFor();
    await pane.getByRole('button', { name: '自查', exact: true }).focus();
    await tabTo(zh.welcome.sample);
    await page.keyboard.press('Enter');
    await pane.getByText('绩效自评表').first().waitFor();
    await pane.getByText(zh.welcome.what).waitFor({ state: 'detached' });
    await workbench.finding('PT215', 'D4').waitFor();
  }, 60_000);

  test('the overview leads to rows and findings', async () => {
    const { page, pane } = workbench;
    await pane.getByRole('button', { name: '自查', exact: true }).focus();
    await tabTo(zh.summary.overview);
    await page.keyboard.press('Enter');
    await pane.getByRole('img', { name: /一级指标/ }).waitFor();
    await pane.getByRole('button', { name: /^产出 50 分/ }).waitFor();
    expect(await violationsInAllLooks(workbench)).toEqual([]);
    await tabTo(/^完整性：/);
    await page.keyboard.press('Enter');
    await pane.getByText(/^显示 \d+ \/ \d+ 条$/).waitFor();
    expect(await workbench.findings.filter({ hasText: 'PT215' }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await pane.getByText(/^显示 \d+ \/ \d+ 条$/).waitFor({ state: 'detached' });
    await tabTo(/^产出 50 分/);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    expect(await workbench.selected()).toBe('C3');
  }, 60_000);

  test('all sheets are checked, and one of them is gone to', async () => {
    const { page, pane } = workbench;
    await pane.getByRole('button', { name: '自查', exact: true }).focus();
    await tabTo(/^检查全部工作表/);
    await page.keyboard.press('Enter');
    await pane.getByText(/^\d+ 张工作表检查完毕$/).waitFor();
    expect(await focused()).toBe(zh.all.title);
    await pane.getByRole('button', { name: /^整体支出绩效目标表\s*必改/ }).waitFor();
    expect(await violationsInAllLooks(workbench)).toEqual([]);
    await tabTo(zh.action.close);
    await page.keyboard.press('Enter');
  }, 60_000);

  test('a row is evaluated by keyboard and input method, written as one step, and taken back', async () => {
    const { page, pane } = workbench;
    await pane.getByRole('button', { name: '评分', exact: true }).focus();
    await page.keyboard.press('Enter');
    await pane.getByText(zh.score.assist.start).waitFor();
    await tabTo(zh.score.assist.start);
    await page.keyboard.press('Enter');
    const name = pane.getByRole('heading', { name: '培训合格率' });
    await name.waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await pane.getByRole('heading', { name: '培训次数' }).waitFor();
    expect(await violationsInAllLooks(workbench)).toEqual([]);

    expect(await focused()).toBe(zh.score.assist.actual);
    await pane.getByText('得 16 分').first().waitFor();
    await page.keyboard.press('Enter');
    expect(await focused()).toBe(zh.score.assist.deviation);
    // The first blank is selected: the reason is typed over it, by an input method whose Enter is its own.
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'changdi', selectionStart: 7, selectionEnd: 7 });
    await page.keyboard.press('Enter');
    expect(await focused()).toBe(zh.score.assist.deviation);
    await session.send('Input.insertText', { text: '场地紧张' });
    await page.keyboard.press('Control+Enter');
    await name.waitFor();
    expect(await focused()).toBe(zh.score.assist.actual);
    await page.keyboard.press('Escape');
    await pane.getByText(zh.score.assist.start).waitFor();

    const written = async (): Promise<unknown[]> => {
      const file = await workbench.downloaded();
      const sheet = file.sheets.find((one) => one.name === '绩效示例');
      return ['I3', 'J3', 'K3'].map((at) => (sheet ? (cellAt(sheet, parseCell(at) as CellRef)?.value ?? null) : null));
    };
    const [actual, score, reason] = await written();
    expect([actual, score]).toEqual([8, 16]);
    expect(String(reason)).toContain('完成值8次，较目标少2次，完成率80%，主要原因：');
    expect(String(reason)).toContain('场地紧张');
    expect(String(reason)).toContain('改进措施：____。');
    await pane.getByRole('button', { name: /^撤销/ }).click();
    await pane.getByText(zh.notice.undone).waitFor();
    expect(await written()).toEqual([8, null, null]);
  }, 90_000);

  test('what is copied for support holds nothing that anybody wrote', async () => {
    const { pane } = workbench;
    await pane.getByRole('button', { name: '设置' }).click();
    const text = await pane.locator('pre').innerText();
    expect(text).toMatch(/^perf-addin \d/u);
    expect(text).toMatch(/^findings PT/mu);
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(await violationsInAllLooks(workbench)).toEqual([]);
    expect(workbench.complaints).toEqual([]);
  }, 60_000);
});
