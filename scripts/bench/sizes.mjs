/** What a page loads before its lazy parts, gzipped. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist');

const PAGES = ['excel/taskpane.html', 'workbench/index.html'];

export function measure() {
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
