/** The whole suite with many more random cases per property: `PERF_RUNS` multiplies them. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), '--testTimeout=1800000', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PERF_RUNS: process.env.PERF_RUNS ?? '10', PERF_LONG: '1' },
  },
);
process.exit(status ?? 1);
