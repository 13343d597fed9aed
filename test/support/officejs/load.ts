import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the genuine library. */
export const OFFICE_JS = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const FILE = 'excel-web-16.00.js';

/** What the library looks for in a page, where there is none. */
const PAGE: Readonly<Record<string, unknown>> = {
  navigator: { userAgent: 'node' },
  location: { search: '', hash: '', href: 'https://localhost/', protocol: 'https:', origin: 'https://localhost' },
  document: {
    createElement: () => ({ setAttribute: () => undefined, style: {} }),
    getElementsByTagName: () => [],
    addEventListener: () => undefined,
    domain: 'localhost',
  },
  addEventListener: () => undefined,
  history: {},
  name: '',
  external: {},
};

/**
 * Loads the genuine, unmodified library of Excel on the web into the realm of the tests. It tells plain objects by
 * their prototype, so a realm of its own would refuse what the tests' realm passes to it.
 */
export function loadOfficeJs(): void {
  const realm = globalThis as unknown as Record<string, unknown>;
  if ('OfficeExtension' in realm) return;
  const page = { ...PAGE, window: realm, self: realm };
  for (const [name, value] of Object.entries(page)) {
    if (realm[name] === undefined || realm[name] === null) {
      Object.defineProperty(realm, name, { value, configurable: true, writable: true });
    }
  }
  // Called by another name, eval runs in the global scope, as a script tag would.
  // eslint-disable-next-line no-eval -- the library is a script, not a module
  const evaluate = globalThis.eval;
  evaluate(`${readFileSync(join(OFFICE_JS, FILE), 'utf8')}\n//# sourceURL=${FILE}`);
}
