import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../scripts/package.mjs');

function pack(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  return { status, stderr };
}

const HTTPS = ['--base-url', 'https://intranet.example/perf/'];

test.each<[string, string[], RegExp]>([
  ['no address', [], /--base-url 写明放置的地址/],
  ['half an address', ['--base-url', 'intranet.example/perf'], /完整的 http 或 https 地址/],
  ['an address with a query', ['--base-url', 'https://intranet.example/?perf'], /不带问号/],
  ['another scheme', ['--base-url', 'file:///perf/'], /完整的 http 或 https 地址/],
  ['a flag without a value', [...HTTPS, '--out', '--no-build'], /--out 后面要写内容/],
  ['an unknown flag', [...HTTPS, '--minify'], /不认识的参数 --minify/],
  ['office.js without https', [...HTTPS, '--office-js', 'http://intranet.example/office.js'], /只从 https 地址/],
  ['office.js by an unknown name', [...HTTPS, '--office-js', 'microsoft'], /--office-js 要写完整/],
])('%s is refused in a sentence', (_, args, sentence) => {
  const { status, stderr } = pack('--no-build', ...args);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(2);
});

test('start:excel says on Linux what to do instead', () => {
  const script = join(__dirname, '../../scripts/start-excel.mjs');
  if (process.platform !== 'linux') return;
  const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('npm start');
  expect(stdout).toContain('docs/install/excel.md');
});
