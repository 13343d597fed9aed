import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CHARTS } from '../contract/charts';
import { CONTRACT } from '../contract/cases';
import { launchBrowser } from './support/browser';
import { serve, type Served } from './support/workbench/serve';

const ROOT = join(__dirname, '../..');
/** The grid can do everything that the contract knows but charts. */
const CANNOT = CHARTS;

let served: Served;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const webpack = join(ROOT, 'node_modules/webpack/bin/webpack.js');
  const arguments_ = ['--mode', 'development', '--env', 'tests', '--config-name', 'contract'];
  execFileSync(process.execPath, [webpack, ...arguments_], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  served = await serve(join(ROOT, 'build/contract'));
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(served.address);
  await page.waitForFunction(() => 'contract' in window);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

test.each(CONTRACT.map(({ name }) => name))('%s', async (name) => {
  const ran = await page.evaluate((title) => window.contract.run(title), name);
  expect(ran).toBe(!CANNOT.includes(name));
  expect(complaints).toEqual([]);
});
