import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { transformFileSync } from '@swc/core';
import { OFFICE_JS } from '../../../support/officejs/load';
import { makeCertificate } from './certificate';

const ROOT = join(__dirname, '../../../..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
};

/** Where things are served from, by the beginning of their path. */
type Places = readonly (readonly [prefix: string, folder: string])[];

const PLACES: Places = [
  ['/excel/', join(__dirname)],
  ['/source/', ROOT],
];

/** The library's folder in place of Microsoft's CDN, whose paths are `/lib/1/hosted/…` in any case. */
const CDN = /^\/lib\/[^/]+\/(?:hosted\/)?/;

interface Found {
  readonly file: string;
  /** Where a module without its ending is to be fetched from. */
  readonly redirect?: string;
}

/** The add-in as it was built, at the top. */
const BUILT: Places = [['/', join(ROOT, 'dist/excel')]];

function find(path: string, places: Places): Found | null {
  if (CDN.test(path)) return { file: join(OFFICE_JS, path.replace(CDN, '').toLowerCase()) };
  for (const [prefix, folder] of places) {
    if (!path.startsWith(prefix)) continue;
    const rest = normalize(path.slice(prefix.length));
    if (rest.startsWith('..')) return null;
    const file = join(folder, rest);
    if (extname(rest) !== '') return { file };
    for (const ending of ['.ts', '/index.ts']) if (existsSync(file + ending)) return { file, redirect: path + ending };
  }
  return null;
}

function contentOf(file: string): Buffer | string {
  if (extname(file) !== '.ts') return readFileSync(file);
  const jsc = { target: 'es2022', parser: { syntax: 'typescript' } } as const;
  return transformFileSync(file, { jsc, module: { type: 'es6' }, configFile: false, swcrc: false }).code;
}

/** The add-in as it was built, the page that stands in for Excel, and the library of the CDN, on one https port. */
export function serve(port: number, addIn = BUILT): Promise<Server> {
  const places = [...PLACES, ...addIn];
  const server = createServer(makeCertificate('localhost'), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    const found = find(decodeURIComponent(pathname), places);
    if (found?.redirect) {
      response.writeHead(302, { location: found.redirect }).end();
    } else if (!found || !existsSync(found.file) || !statSync(found.file).isFile()) {
      response.writeHead(404).end();
    } else {
      const type = TYPES[extname(found.file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(contentOf(found.file));
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}
