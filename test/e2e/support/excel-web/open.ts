import type { Server } from 'node:https';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { SheetSnapshot } from '../../../../src/core/sheet';
import { fillWorkbook } from '../../../support/officejs/fill';
import { Workbook } from '../../../support/officejs/workbook';
import { launchBrowser } from '../browser';
import type { PageSheet } from './page';
import { serve } from './server';

/** Sheets in a form that can be sent to a page. */
function pageSheets(snapshots: readonly SheetSnapshot[]): PageSheet[] {
  const workbook = new Workbook();
  fillWorkbook(workbook, snapshots);
  return workbook.sheets.map((sheet) => {
    const last = Math.max(-1, ...sheet.grid.keys());
    const cells = Array.from({ length: last + 1 }, (_, row) =>
      [...(sheet.grid.get(row) ?? [])].map(([at, cell]) => ({ at, cell })),
    );
    return { name: sheet.name, cells, merges: sheet.merges, protected: sheet.protected };
  });
}

export interface ExcelPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What went wrong in the page or the pane, in the browser's words. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** The add-in as it was built, with the genuine office.js, in a browser that knows no other network. */
export class ExcelOnTheWeb {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly port: number,
    private readonly path: string,
  ) {}

  /** `packed` is a package's folder, which is then served at `/perf/`. */
  static async start(port: number, packed?: string): Promise<ExcelOnTheWeb> {
    const server = await (packed ? serve(port, [['/perf/', packed]]) : serve(port));
    const rules = `MAP appsforoffice.microsoft.com:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`;
    const browser = await launchBrowser({ args: [`--host-resolver-rules=${rules}`, '--disable-quic'] });
    return new ExcelOnTheWeb(server, browser, port, packed ? 'perf/excel/' : '');
  }

  /** Opens a workbook with the pane beside it; `prepare` gets the page while it is still empty. */
  async open(
    sheets: readonly SheetSnapshot[],
    locale = 'zh-CN',
    prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<ExcelPage> {
    const context = await this.browser.newContext({ ignoreHTTPSErrors: true, locale, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await prepare(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`https://localhost:${this.port}/excel/index.html`);
    await page.waitForFunction(() => 'standIn' in window);
    const address = `https://localhost:${this.port}/${this.path}taskpane.html`;
    await page.evaluate(([data, language, url]) => window.standIn.start(data, language, url), [
      pageSheets(sheets),
      locale,
      address,
    ] as const);
    return { page, pane: page.frameLocator('#pane'), errors, close: () => context.close() };
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
