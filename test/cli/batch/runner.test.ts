import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ordered } from '../../../src/cli/batch/ordered';
import { Pool } from '../../../src/cli/batch/runner';
import { checkOptions } from '../../../src/cli/options';
import { cli } from '../../support/cli';
import { runs } from '../../support/runs';

const worker = join(__dirname, '../../support/batch-worker.cjs');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
  mkdirSync(join(folder, '入'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (...names: string[]): void => {
  for (const name of names) writeFileSync(join(folder, '入', `${name}.xlsx`), '');
};
interface Line {
  readonly path: string;
  readonly error?: { readonly code: string; readonly message: string };
}
const check = async (...argv: string[]) => {
  const result = await cli(folder, ['check', '--format', 'ndjson', '入', ...argv], '', { worker });
  const lines = result.stdout.trim().split('\n');
  return { ...result, files: lines.map((line) => JSON.parse(line) as Line) };
};

describe('in order, however long each takes', () => {
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

  test('any times of inputs and of work', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        async (times, width) => {
          let [begun, given, most] = [0, 0, 0];
          async function* inputs() {
            for (const [index, [wait, work]] of times.entries()) {
              if (wait > 0) await pause(wait);
              yield { index, work };
            }
          }
          const results: number[] = [];
          const work = async ({ index, work }: { index: number; work: number }): Promise<number> => {
            most = Math.max(most, ++begun - given);
            if (work > 0) await pause(work);
            return index;
          };
          for await (const index of ordered(inputs(), width, work)) {
            given++;
            results.push(index);
          }
          expect(results).toEqual(times.map((_, index) => index));
          expect(most).toBeLessThanOrEqual(width === 1 ? 2 : 32 * width + 1);
        },
      ),
      runs(60),
    );
  });

  test('a result is given before the next input comes', async () => {
    async function* inputs() {
      yield 1;
      await new Promise(() => undefined);
    }
    const results = ordered(inputs(), 2, async (value) => value);
    expect(await results.next()).toEqual({ value: 1, done: false });
  });

  test('files of many threads', async () => {
    put('1慢', '2', '3慢', '4', '5', '6慢', '7');
    const { code, files } = await check('--jobs', '3');
    expect(files.map(({ path }) => path)).toEqual(
      ['1慢', '2', '3慢', '4', '5', '6慢', '7'].map((name) => join('入', `${name}.xlsx`)),
    );
    expect(code).toBe(0);
  });
});

test.each<[string, string, string, string]>([
  ['不完', 'timed-out', '1 秒内没有做完', '1 s'],
  ['抛错', 'crashed', '坏了', '坏了'],
  ['退出', 'crashed', '（3）', '(3)'],
])('a file whose thread comes to an end (%s) takes no other with it', async (name, code, zh, en) => {
  put('1', `2${name}`, '3', '4');
  for (const [locale, sentence] of [
    ['zh-CN', zh],
    ['en-US', en],
  ] as const) {
    const result = await check('--jobs', '2', '--timeout', '1', '--lang', locale);
    expect(result.code).toBe(2);
    expect(result.files.map(({ error }) => error?.code)).toEqual([undefined, code, undefined, undefined]);
    expect(result.files[1]?.error?.message).toContain(name);
    expect(result.files[1]?.error?.message).toContain(sentence);
    expect(result.stderr).toContain(name);
  }
});

test('a file that takes more memory than a thread may have', async () => {
  const options = await checkOptions(['入', '--format', 'ndjson'], folder);
  const pool = new Pool(1, worker, options, 60_000, 64);
  const outcomes = await Promise.all(
    ['1', '2耗尽', '3'].map((path) => pool.run({ input: { path, absolute: path, within: path }, target: null })),
  );
  await pool.close();
  expect(outcomes.map(({ facts }) => facts.error?.code)).toEqual([undefined, 'out-of-memory', undefined]);
  expect(outcomes[1]?.said).toEqual(['2耗尽: 内存不够，没有做完。']);
});

test.each<[string, string[], string]>([
  ['不完', ['--timeout', '1'], 'timed-out'],
  ['退出', [], 'crashed'],
  ['抛错', [], 'crashed'],
])('a single file has a thread of its own: %s', async (name, argv, error) => {
  put(name);
  const { code, files, stderr } = await check(...argv);
  expect([code, files.map((file) => file.error?.code)]).toEqual([2, [error]]);
  expect(stderr).toContain(`${name}.xlsx`);
});
