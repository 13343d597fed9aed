/**
 * Many files through the command line, against a plain read of the same files with exceljs, one after another: files a
 * second, and peak memory, for all of them and for a tenth. `npm run bench batch --files 10000`; by default 300.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFiles } from '../batch-files.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const CLI = join(ROOT, 'dist/cli.js');
const at = process.argv.indexOf('--files');
const COUNT = at < 0 ? 300 : Number(process.argv[at + 1]);

/** Runs a script in a process of its own, which says at its end how many KB it had at most. */
function measured(script, args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(ROOT, 'scripts/bench-peak.cjs'), script, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1e9,
    },
  );
  const peak = Number(/peak (\d+)/u.exec(stderr)?.[1]);
  if (!(peak > 0)) throw new Error(`${script} ended with ${status}: ${stderr.slice(-500)}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: peak / 1024 };
}

export async function measure() {
  if (!existsSync(CLI))
    execFileSync('npm', ['run', 'build:cli'], { cwd: ROOT, stdio: 'ignore', shell: process.platform === 'win32' });
  const folder = mkdtempSync(join(tmpdir(), 'perf-addin-bench-'));
  try {
    const [all, tenth] = [join(folder, 'all'), join(folder, 'tenth')];
    makeFiles(all, COUNT);
    makeFiles(tenth, Math.ceil(COUNT / 10));
    const check = (input) =>
      measured(CLI, ['check', input, '--format', 'ndjson', '--save', join(folder, 'out.ndjson')]);
    const few = check(tenth);
    const many = check(all);
    const peer = measured(join(ROOT, 'scripts/bench-exceljs.cjs'), [all]);
    const rate = ({ seconds }) => `${(COUNT / seconds).toFixed(1)} a second`;
    return [
      [`${COUNT.toLocaleString('en')} files, read and checked, ${availableParallelism()} cores`, rate(many)],
      ['exceljs only reads them, one after another', rate(peer)],
      ['… ours in its time', `${(many.seconds / peer.seconds).toFixed(2)}`],
      ['peak memory', `${many.megabytes.toFixed(0)} MB; a tenth of the files ${few.megabytes.toFixed(0)} MB`],
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
