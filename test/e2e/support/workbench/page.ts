import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Download, Locator, Page } from 'playwright-core';
import { readWorkbook, type WorkbookFile } from '../../../../src/formats/xlsx';
import { launchBrowser } from '../browser';
import { serve, type Served } from './serve';

const DIST = join(__dirname, '../../../../dist/workbench');

/** The built workbench in a browser, with a person's hands. */
export class Workbench {
  /** What the page's console or scripts complained about; a journey ends with none. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly served: Served,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private shown: Page,
  ) {}

  get page(): Page {
    return this.shown;
  }

  /** `host`: by a name that stands for this machine, as on an office's network, where nothing is secure. */
  static async open(options: BrowserContextOptions = {}, host?: string): Promise<Workbench> {
    const local = await serve(DIST);
    const served = host ? { ...local, address: local.address.replace('127.0.0.1', host) } : local;
    const browser = await launchBrowser(host ? { args: [`--host-resolver-rules=MAP ${host} 127.0.0.1`] } : {});
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
      // Nothing is half-way when it is looked at.
      reducedMotion: 'reduce',
      ...options,
    });
    // Nobody can answer the browser's own dialog from here: files are chosen as in browsers that have none.
    await context.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
    const workbench = new Workbench(served, browser, context, await context.newPage());
    workbench.listen();
    await workbench.load();
    return workbench;
  }

  private listen(): void {
    this.page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Ends the page's process in whatever it is doing, and opens a new page, which may begin with a question. */
  async kill(): Promise<void> {
    const { page, browser } = this;
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const crashed = page.waitForEvent('crash');
    for (const { id, type } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
    await crashed;
    await page.close();
    await this.newTab();
  }

  /** Goes on in a tab of its own; the one before stays open. */
  async newTab(): Promise<void> {
    this.shown = await this.context.newPage();
    this.listen();
    await this.page.goto(this.served.address);
    await this.page.getByTestId('file-name').filter({ hasText: /./ }).waitFor();
  }

  /** Loads the page anew, with nothing to bring back; resolves when the first findings are listed. */
  async load(): Promise<void> {
    if (this.page.url().startsWith(this.served.address)) await this.page.evaluate(forgetDrafts);
    await this.page.goto(this.served.address);
    await this.settled();
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.browser.close();
    await this.served.close();
  }

  get pane(): Locator {
    return this.page.getByRole('complementary', { name: /绩效表助手面板|Task pane/ });
  }

  get findings(): Locator {
    return this.pane.getByRole('list', { name: /问题列表|findings/i }).getByRole('listitem');
  }

  /** A finding by its rule's code and cell. */
  finding(code: string, cell: string): Locator {
    return this.findings
      .filter({ hasText: code })
      .filter({ has: this.page.getByText(cell, { exact: true }) })
      .first();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** What the pane says of the last thing done. */
  get status(): Locator {
    return this.pane.locator('footer').getByRole('status');
  }

  /** Resolves when a check of the workbook has ended. */
  async settled(): Promise<void> {
    await this.button(/重新检查|Check again/).waitFor({ timeout: 60_000 });
  }

  async sample(name: string): Promise<void> {
    await this.button(/^示例$/).click();
    await this.page.getByRole('menuitem', { name }).click();
    await this.page.getByTestId('file-name').filter({ hasText: name }).waitFor();
    await this.settled();
  }

  /** The box before the formula bar, which names the selected cells. */
  private get nameBox(): Locator {
    return this.page.locator('[data-u-comp="defined-name"] input').first();
  }

  async selected(): Promise<string> {
    return this.nameBox.inputValue();
  }

  /** Goes to a cell by its name, as people do: again where the grid was not yet listening. */
  async go(cell: string): Promise<void> {
    const arrived = async () => {
      await this.nameBox.fill(cell);
      await this.nameBox.press('Enter');
      await this.page.waitForTimeout(100);
      return (await this.selected()).split(':')[0] === cell;
    };
    await expectEventually(arrived, `${cell} is selected`);
  }

  /** Types into a cell. */
  async type(cell: string, text: string): Promise<void> {
    await this.go(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Opens the menu of a row by its number at the left, found as the eye finds it: from the top down. */
  private async rowMenu(row: number): Promise<void> {
    const box = await this.page.getByTestId('grid').boundingBox();
    if (!box) throw new Error('the grid is not shown');
    for (let y = box.y + 60; y < box.y + box.height; y += 12) {
      await this.page.mouse.click(box.x + 20, y);
      await this.page.waitForTimeout(60);
      if ((await this.selected()) !== `${row}:${row}`) continue;
      await this.page.mouse.click(box.x + 20, y, { button: 'right' });
      return;
    }
    throw new Error(`row ${row} is not in view`);
  }

  /** Opens a row above another. In the menu the words come before a box for the number of rows. */
  async insertRow(row: number): Promise<void> {
    await this.rowMenu(row);
    await this.page.getByText('在上方插入').click({ position: { x: 8, y: 8 } });
  }

  async choose(name: string, bytes: Uint8Array): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.button('打开').click();
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  }

  /** Opens a file and waits until it has been checked. */
  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.choose(name, bytes);
    await this.page.getByTestId('file-name').filter({ hasText: name }).waitFor();
    await this.settled();
  }

  /** Downloads by a click; gives the file's name and bytes. */
  async download(
    click: () => Promise<void> = () => this.button(/^(?:下载|Download)$/).click(),
  ): Promise<{ name: string; bytes: Uint8Array }> {
    const waiting = this.page.waitForEvent('download');
    await click();
    const download: Download = await waiting;
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  async downloaded(): Promise<WorkbookFile> {
    return readWorkbook((await this.download()).bytes);
  }
}

/** In the page: changes that the page has kept so far are not asked about. */
function forgetDrafts(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('perf-addin.workbench');
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction('drafts', 'readwrite');
      transaction.objectStore('drafts').clear();
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

/** Waits for what shows on no element. */
export async function expectEventually(condition: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`never came about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
