/** What a page loads before its lazy parts, gzipped. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist');

export function measure() {
  return ['excel/taskpane.html', 'workbench/index.html'].map((page) => {
    const file = join(dist, page);
    if (!existsSync(file)) throw new Error('run npm run build first');
    const html = readFileSync(file, 'utf8');
    const local = [...html.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/gu)].map((match) =>
      join(dirname(file), match[1]),
    );
    const size = local.reduce((sum, part) => sum + gzipSync(readFileSync(part)).length, 0);
    return [`${page} before lazy parts`, `${(size / 1024).toFixed(1)} KB gzip in ${local.length} files`];
  });
}
