import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import type { SheetSnapshot } from '../../../../src/core/sheet';
import type { WpsOptions } from '../../../support/wps';
import type { SentSheet } from './page';

export const sent = (sheets: readonly SheetSnapshot[]): SentSheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
  }));

export interface OpenWps {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What went wrong in any page, in the browser's words. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly wps?: WpsOptions;
  /** How the pages are opened: the size of the window, or what every page is to run first. */
  readonly context?: BrowserContextOptions;
  readonly before?: string;
}

/** Opens WPS with these sheets, the add-in of `address` in it. */
export async function openWps(
  browser: Browser,
  server: string,
  address: string,
  sheets: readonly SheetSnapshot[],
  { wps = {}, context: contextOptions = {}, before }: OpenOptions = {},
): Promise<OpenWps> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...contextOptions });
  // As WPS does: the object model is there before any script of a page.
  await context.addInitScript(() => {
    const roots = window === top ? undefined : top?.wpsPage.wps?.root;
    if (roots) Object.assign(window, roots);
  });
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${server}stand-in/index.html`);
  await page.evaluate(([data, options, url]) => window.wpsPage.start(data, options, url), [
    sent(sheets),
    wps,
    address,
  ] as const);
  return { page, pane: page.frameLocator('#pane1'), errors, close: () => context.close() };
}
