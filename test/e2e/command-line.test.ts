import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The one bundled file, as people run it: its threads are begun from itself. */
const ROOT = join(__dirname, '../..');
const CLI = join(ROOT, 'dist/cli.js');
const COUNT = 60;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
  const made = spawnSync(process.execPath, [join(ROOT, 'scripts/batch-files.mjs'), join(folder, '入'), String(COUNT)]);
  expect(made.status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) =>
  spawnSync(process.execPath, [CLI, 'check', '入', '--format', 'ndjson', ...argv], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });

test('killed half-way and gone on with: the results, copies and summary of a run that was not', async () => {
  const whole = run('--jobs', '2', '--annotate', '--out', '全', '--save', '全.ndjson', '--summary', '全.html');
  expect(whole.status).toBe(1);
  const results = readFileSync(join(folder, '全.ndjson'), 'utf8');
  expect(results.trim().split('\n')).toHaveLength(COUNT);

  const argv = ['--jobs', '2', '--annotate', '--out', '半', '--save', '半.ndjson', '--summary', '半.html'];
  const child = spawn(process.execPath, [CLI, 'check', '入', '--format', 'ndjson', ...argv], { cwd: folder });
  const progress = join(folder, '半.ndjson.progress');
  const done = (): number => (existsSync(progress) ? readFileSync(progress, 'utf8').split('\n').length - 2 : 0);
  while (done() < COUNT / 3 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  const before = done();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(COUNT);
  expect(existsSync(join(folder, '半.ndjson'))).toBe(false);

  const first = join(folder, '半', readdirSync(join(folder, '半'))[0] as string);
  const copy = join(first, readdirSync(first)[0] as string);
  const { mtimeMs } = statSync(copy);
  const resumed = run(...argv, '--resume');
  expect(resumed.status).toBe(1);
  expect(readFileSync(join(folder, '半.ndjson'), 'utf8')).toBe(results);
  expect(readFileSync(join(folder, '半.html'), 'utf8')).toBe(readFileSync(join(folder, '全.html'), 'utf8'));
  expect(statSync(copy).mtimeMs).toBe(mtimeMs);
  const copies = (name: string): string[] => readdirSync(join(folder, name), { recursive: true }).map(String).sort();
  expect(copies('半')).toEqual(copies('全'));
  expect(copies('半').filter((name) => name.endsWith('.xlsx'))).toHaveLength(COUNT);
  expect(readdirSync(folder).sort()).toEqual(['入', '全', '全.html', '全.ndjson', '半', '半.html', '半.ndjson'].sort());
});

test('one thread says what many say', () => {
  const [one, many] = [run('--jobs', '1'), run('--jobs', '3')];
  expect(one.stdout).toBe(many.stdout);
  expect([one.status, many.status]).toEqual([1, 1]);
});
