import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf } from './random';
import { readCase, writeCase } from './target';
import { TARGETS } from './targets';
import { runs } from '../support/runs';

const REGRESSIONS = join(__dirname, 'regressions');
const found = readdirSync(REGRESSIONS).filter((name) => name.endsWith('.json'));

beforeAll(() => {
  // Readers of others' making complain on the console.
  for (const level of ['error', 'warn', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());

describe.each(TARGETS)('$name', (target) => {
  const { numRuns, seed } = runs(150);

  test(`answers or refuses ${numRuns} made-up cases`, async () => {
    for (let index = 0; index < numRuns; index++) {
      try {
        await target.run(await target.make(randomOf(seed, index)));
      } catch (cause) {
        throw new Error(`node scripts/fuzz.mjs --target ${target.name} --seed ${seed} --from ${index} --cases 1`, {
          cause,
        });
      }
    }
  });

  const kept = found.filter((name) => name.startsWith(`${target.name}-`));
  (kept.length > 0 ? test.each(kept) : test.skip.each(['no regression yet']))('%s', async (name) => {
    await target.run(readCase(readFileSync(join(REGRESSIONS, name), 'utf8')));
  });

  test('a case is known by its number, and can be kept', async () => {
    const input = await target.make(randomOf(seed, 7));
    expect(await target.make(randomOf(seed, 7))).toEqual(input);
    expect(readCase(writeCase(input))).toEqual(input);
  });
});

test('every regression belongs to a target', () => {
  const names = TARGETS.map(({ name }) => `${name}-`);
  expect(found.filter((file) => !names.some((name) => file.startsWith(name)))).toEqual([]);
});

test('the runner finds what hangs, fails, takes too long, too much memory, or ends the process', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(__dirname, '../../scripts/fuzz.mjs'),
      ...['--module', join(__dirname, 'broken.ts'), '--cases', '6', '--patience', '4000', '--keep-nothing'],
    ],
    { encoding: 'utf8' },
  );
  expect(stdout).toMatch(/^broken 1: failed: Error: 一/mu);
  expect(stdout).toMatch(/^broken 2: slow: \d{4} ms/mu);
  expect(stdout).toMatch(/^broken 3: hang/mu);
  expect(stdout).toMatch(/^broken 4: memory/mu);
  expect(stdout).toMatch(/^broken 5: crash: 7/mu);
  expect(stdout).toMatch(/6 cases, 5 found/u);
  expect(status).toBe(1);
});
