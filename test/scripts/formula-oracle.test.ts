import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../scripts/formula-oracle.mjs');

interface Report {
  readonly pairs: number;
  readonly standards: number;
  readonly scored: number;
  readonly figures: number;
  readonly reckoned: number;
  readonly computedBy: readonly string[];
  readonly mismatches: readonly unknown[];
}

test('native formulas give the same in the grid and in LibreOffice as our own evaluation and functions', () => {
  const pairs = process.env['PERF_LONG'] ? 12_000 : 3000;
  const { stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--json', '--pairs', String(pairs)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(stderr);
  const report = JSON.parse(line) as Report;
  if (!report.computedBy.includes('libreOffice'))
    console.warn('LibreOffice is not installed: only the grid was asked.');
  expect(report.mismatches).toEqual([]);
  expect(report.pairs).toBe(pairs);
  expect(report.computedBy).toContain('grid');
  expect(report.standards).toBeGreaterThan(100);
  expect(report.scored).toBeGreaterThan(pairs * 0.9);
  expect(report.figures).toBe(pairs / 5);
  expect(report.reckoned).toBeGreaterThan(report.figures * 0.6);
}, 900_000);
