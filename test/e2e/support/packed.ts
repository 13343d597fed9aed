import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** Where the page that stands in for WPS was built. */
export const STAND_IN = join(ROOT, 'build/stand-in');

export interface Packed {
  readonly folder: string;
  remove(): void;
}

/** A package for an address, of what was built for the journeys. */
export function makePackage(baseUrl: string, ...more: readonly string[]): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const args = ['--base-url', baseUrl, '--no-build', '--out', folder, ...more];
  execFileSync(process.execPath, [join(ROOT, 'scripts/package.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
