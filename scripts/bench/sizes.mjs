/** What a page loads before its lazy parts, gzipped; and what the build holds to limits. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');

const PAGES = ['excel/taskpane.html', 'workbench/index.html'];

export function measure() {
  return [...limited(), ...listed()];
}

/** As the last build measured them. */
function limited() {
  const report = join(root, 'build/sizes.json');
  if (!existsSync(report)) throw new Error('run npm run build first');
  return JSON.parse(readFileSync(report, 'utf8')).map(({ what, size, limit }) => [
    what,
    `${size.toFixed(1)} KB gzip, limit ${limit}`,
  ]);
}

function listed() {
  return PAGES.flatMap((page) => {
    const file = join(dist, page);
    if (!existsSync(file)) throw new Error('run npm run build first');
    const html = readFileSync(file, 'utf8');
    const local = [...html.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/gu)].map((match) => match[1]);
    return local.map((part) => {
      const size = gzipSync(readFileSync(join(dirname(file), part))).length;
      return [`${page}: ${part}`, `${(size / 1024).toFixed(1)} KB gzip`];
    });
  });
}
