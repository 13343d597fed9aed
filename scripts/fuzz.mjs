/**
 * Input that nobody would write, for the parts that read what people send: `npm run fuzz -- [--target NAME] [--cases
 * 100000] [--seed N] [--from N] [--patience MS]`. Each target runs in a process of its own with 512 MB; a case that is
 * not done within ten seconds of computing ends it, and the next process goes on behind that case. What is found is
 * written to `build/fuzz`; once mended, it belongs into `test/fuzz/regressions`. Exit status 1 where anything was found.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
require('./typescript.cjs');

const { values: options } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20260101' },
    from: { type: 'string', default: '0' },
    patience: { type: 'string', default: '10000' },
    module: { type: 'string', default: join(root, 'test/fuzz/targets/index.ts') },
    'keep-nothing': { type: 'boolean', default: false },
  },
});

/** Milliseconds of computing for a case. */
const PATIENCE = Number(options.patience);
/** Milliseconds by the clock, for one that waits for what never comes; a busy machine lets others go first. */
const LONGEST = 20 * PATIENCE;
/** A finding is one of a kind: so many of the same first lines are kept. */
const KEPT = 3;
/** One process does so many cases, so that no leak of one goes on into all. */
const BATCH = 25_000;

const all = require(options.module).TARGETS.map(({ name }) => name);
const targets = options.target ?? all;
const unknown = targets.find((name) => !all.includes(name));
if (unknown) throw new Error(`no target ${unknown}: ${all.join(', ')}`);

const folder = join(root, 'build/fuzz');
if (!options['keep-nothing']) mkdirSync(folder, { recursive: true });

/** Runs cases [from, to); resolves with where it came to, which is `to` unless a case ended the process. */
function runChild(target, from, to, tell) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--max-old-space-size=512',
        join(root, 'scripts/fuzz-child.cjs'),
        options.module,
        target,
        options.seed,
        String(from),
        String(to),
        String(PATIENCE),
      ],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'ipc'] },
    );
    let at = from;
    let hung = false;
    let result = null;
    let said = '';
    let watchdog = setTimeout(stop, LONGEST);
    function stop() {
      hung = true;
      child.kill('SIGKILL');
    }
    child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
    child.stdio[3].on('data', (chunk) => {
      const lines = String(chunk).trimEnd().split('\n');
      if (lines.at(-1) === 'hang') hung = lines.pop() === 'hang';
      if (lines.length > 0) at = Number(lines.pop());
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, LONGEST);
    });
    child.on('message', (message) => {
      if (message.kind === 'done') result = message;
      else tell(message);
    });
    child.on('close', (code, signal) => {
      clearTimeout(watchdog);
      if (result) return resolve({ next: to, ...result });
      const memory = /heap out of memory|allocation failed/iu.test(said);
      tell({
        kind: hung ? 'hang' : memory ? 'memory' : 'crash',
        index: at,
        detail: hung ? 'not done in time' : `${signal ?? code} ${said}`,
      });
      resolve({ next: at + 1, slowest: hung ? PATIENCE : 0, peak: 0 });
    });
  });
}

let found = 0;
for (const target of targets) {
  const start = performance.now();
  const [first, last] = [Number(options.from), Number(options.from) + Number(options.cases)];
  const counts = {};
  const kept = new Map();
  let [slowest, peak] = [0, 0];
  const tell = ({ kind, index, detail, input }) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    const sort = `${kind} ${detail.split('\n').slice(0, 2).join(' ').replace(/\d+/gu, '0')}`;
    kept.set(sort, (kept.get(sort) ?? 0) + 1);
    if (kept.get(sort) > KEPT) return;
    console.log(`${target} ${index}: ${kind}: ${detail.split('\n').slice(0, 4).join('\n  ')}`);
    if (options['keep-nothing']) return;
    writeFileSync(
      join(folder, `${target}-${index}.json`),
      `${input ?? JSON.stringify({ seed: options.seed, index })}\n`,
    );
  };
  for (let at = first; at < last;) {
    const done = await runChild(target, at, Math.min(last, at + BATCH), tell);
    at = done.next;
    slowest = Math.max(slowest, done.slowest);
    peak = Math.max(peak, done.peak);
  }
  const seconds = (performance.now() - start) / 1000;
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  found += sum;
  console.log(
    `${target.padEnd(10)} ${last - first} cases, ${sum} found ${sum > 0 ? JSON.stringify(counts) : ''}` +
      ` (slowest ${slowest.toFixed(0)} ms, peak ${peak.toFixed(0)} MB, ${seconds.toFixed(0)} s)`,
  );
}
process.exit(found > 0 ? 1 : 0);
