import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
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

test('what is told of a sheet is what it holds, whatever was done to it and when', async () => {
  const steps = fc.sample(fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)), { minLength: 40, maxLength: 40 }), {
    numRuns: process.env['PERF_LONG'] ? 30 : 3,
    seed: 20_260_101,
  });
  for (const one of steps) {
    expect(await page.evaluate((hands) => window.contract.readsAfterSteps(hands), one)).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

test('where rows are opened, all others are the same objects', async () => {
  expect(await page.evaluate(() => window.contract.rowsReadAnew(300))).toBe(1);
});
