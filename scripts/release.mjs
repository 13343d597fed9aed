/**
 * A release: known weaknesses of what it carries are looked up, then the package is made (with the options of `npm run
 * package`), and beside it stand a bill of materials (sbom.cdx.json, CycloneDX) and the checksums of all files
 * (SHA256SUMS). Exit status 1 where a weakness of severity high or above is known; where the registry cannot say, that is
 * said, and the release goes on.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, ROOT, readOptions } from './package/options.mjs';
import { auditVerdict, billOf, checksums } from './release/parts.mjs';

/** npm answers on standard output, as JSON, whatever its status. */
function npm(...args) {
  const { stdout, error } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e9,
    shell: process.platform === 'win32',
    timeout: 120_000,
  });
  return error ? '' : stdout;
}

try {
  const args = process.argv.slice(2);
  const { out } = readOptions(args);
  const verdict = auditVerdict(npm('audit', '--omit=dev', '--json'));
  console.log(verdict.said);
  if (verdict.kind === 'weak') throw new Refusal('没有发布。 / Not released.');
  const bill = billOf(
    npm('sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'),
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
  );
  execFileSync(process.execPath, [join(ROOT, 'scripts/package.mjs'), ...args], { cwd: ROOT, stdio: 'inherit' });
  writeFileSync(join(out, 'sbom.cdx.json'), bill.text);
  writeFileSync(join(out, 'SHA256SUMS'), checksums(out));
  console.log(`物料清单 ${bill.count} 项：sbom.cdx.json；校验和：SHA256SUMS / bill of materials, checksums`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
