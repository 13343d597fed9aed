import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'text/xml; charset=utf-8',
};

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a folder as it is, on a free port of this machine. */
export function serve(folder: string): Promise<Served> {
  return servePlaces([['/', folder]]);
}

/** Serves folders by the beginnings of their paths; on a free port, or on one that was free before. */
export async function servePlaces(
  places: readonly (readonly [prefix: string, folder: string])[],
  wanted = 0,
): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [prefix, folder] = places.find(([beginning]) => path.startsWith(beginning)) ?? ['/', '/dev/null'];
    const rest = path.slice(prefix.length);
    const file = normalize(join(folder, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest));
    const known = file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!known) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
