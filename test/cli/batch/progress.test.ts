import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { barText, Progress, type State } from '../../../src/cli/batch/progress';
import { cli } from '../../support/cli';

const state = (more: Partial<State>): State => ({
  done: 0,
  total: 10_000,
  unreadable: 0,
  own: more.done ?? 0,
  seconds: 10,
  ...more,
});

test.each<[string, Partial<State>, string, string]>([
  [
    'half-way',
    { done: 5000, seconds: 50 },
    '[############------------]  5000/10000  50%  100 个/秒  剩余 0:50',
    '[############------------]  5000/10000  50%  100/s  0:50 left',
  ],
  [
    'slow, hours left, some unreadable',
    { done: 20, seconds: 20, unreadable: 3 },
    '[------------------------]  20/10000  0%  1.0 个/秒  剩余 2:46:20  读不出 3',
    '[------------------------]  20/10000  0%  1.0/s  2:46:20 left  3 unreadable',
  ],
  [
    'gone on with: only what this run did tells its speed',
    { done: 6000, own: 1000, seconds: 100 },
    '[##############----------]  6000/10000  60%  10 个/秒  剩余 6:40',
    '[##############----------]  6000/10000  60%  10/s  6:40 left',
  ],
  ['not known how many', { done: 7, total: null, seconds: 1 }, '7  7.0 个/秒', '7  7.0/s'],
  [
    'all done',
    { done: 10_000, seconds: 100 },
    '[########################]  10000/10000  100%  100 个/秒',
    '[########################]  10000/10000  100%  100/s',
  ],
  [
    'at the very start',
    { seconds: 0 },
    '[------------------------]  0/10000  0%',
    '[------------------------]  0/10000  0%',
  ],
])('%s', (_, more, zh, en) => {
  expect(barText(state(more), 200, 'zh-CN')).toBe(zh);
  expect(barText(state(more), 200, 'en-US')).toBe(en);
});

test('no wider than the terminal, whatever its width', () => {
  const width = (text: string): number =>
    [...text].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0);
  for (let columns = 12; columns < 100; columns++) {
    const text = barText(state({ done: 5000, seconds: 50, unreadable: 12 }), columns, 'zh-CN');
    expect(width(text)).toBeLessThan(columns);
    expect(text).toContain('5000/10000');
  }
});

test('drawn a few times a second, and taken away before a line is written', () => {
  let now = 0;
  const written: string[] = [];
  const terminal = { columns: 80, shared: true, write: (text: string) => void written.push(text), now: () => now };
  const progress = new Progress(terminal, 'en-US');
  progress.total = 4;
  for (now = 0; now < 1000; now += 50) progress.step(false, false);
  expect(written).toHaveLength(5);
  progress.clear();
  progress.clear();
  expect(written.slice(5)).toEqual(['\r\u001b[K']);
});

test('shown on a terminal alone; results and what is said stand on lines of their own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
  try {
    for (const name of ['1.csv', '2.csv', '3.csv'])
      writeFileSync(join(folder, name), name === '2.csv' ? '' : '甲,乙\n1,2\n');
    let screen = '';
    let now = 0;
    const terminal = {
      columns: 80,
      shared: true,
      write: (text: string) => void (screen += text),
      now: () => (now += 500),
    };
    const shown = await cli(folder, ['check', '.', '--format', 'ndjson'], '', { terminal });
    expect(screen).toContain('3/3');
    expect(screen.endsWith('\r\u001b[K')).toBe(true);
    const quiet = await cli(folder, ['check', '.', '--format', 'ndjson']);
    expect(shown).toEqual(quiet);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
