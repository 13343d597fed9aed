import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PARTS = pathToFileURL(join(__dirname, '../../scripts/release/parts.mjs')).href;

/** The parts are modules that jest does not load: what an expression over them gives. */
function give(expression: string): unknown {
  const script = `import * as parts from ${JSON.stringify(PARTS)}; console.log(JSON.stringify(${expression}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

test.each<[string, unknown, string, RegExp]>([
  ['nothing known', { metadata: { vulnerabilities: { total: 0 } } }, 'clean', /0 个/u],
  [
    'something moderate',
    {
      metadata: { vulnerabilities: { total: 1, moderate: 1 } },
      vulnerabilities: { a: { name: 'a', severity: 'moderate' } },
    },
    'clean',
    /moderate {2}a/u,
  ],
  [
    'something high',
    {
      metadata: { vulnerabilities: { total: 2, high: 1, low: 1 } },
      vulnerabilities: { a: { name: 'a', severity: 'high' } },
    },
    'weak',
    /high {2}a/u,
  ],
  ['a registry that does not answer', { error: { summary: '405' } }, 'unknown', /未经审计/u],
])('audit: %s', (_, answer, kind, said) => {
  const verdict = give(`parts.auditVerdict(${JSON.stringify(JSON.stringify(answer))})`);
  expect(verdict).toMatchObject({ kind, said: expect.stringMatching(said) });
});

test('audit: no answer at all', () => {
  expect(give(`parts.auditVerdict('')`)).toMatchObject({ kind: 'unknown' });
});

test('the bill is under the name of the product, wherever its folder is', () => {
  const bill = { bomFormat: 'CycloneDX', metadata: { component: { name: 'folder', purl: 'x' } }, components: [{}, {}] };
  const own = { name: 'perf-addin', version: '1.2.3', license: 'MIT' };
  const { text, count } = give(`parts.billOf(${JSON.stringify(JSON.stringify(bill))}, ${JSON.stringify(own)})`) as {
    text: string;
    count: number;
  };
  expect(count).toBe(2);
  expect(JSON.parse(text)).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'perf-addin', version: '1.2.3', purl: 'x' } },
  });
});

test('checksums of every file, by its path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
  try {
    mkdirSync(join(folder, '甲'));
    writeFileSync(join(folder, '甲/乙.txt'), 'abc');
    writeFileSync(join(folder, 'SHA256SUMS'), 'old');
    expect(give(`parts.checksums(${JSON.stringify(folder)})`)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  甲/乙.txt\n',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
