/** Assertions without a test runner, so that the suite also runs inside a page. */

/** Keys sorted, maps and sets as arrays: two values are alike where their plain forms are. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(plain).sort(byText);
  if (value instanceof Set) return [...value].map(plain).sort(byText);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, plain(item)]));
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [plain(actual), plain(expected)].map(
    (value) => JSON.stringify(value, null, 1) ?? 'undefined',
  );
  if (found !== wanted) throw new Error(`${what}\nexpected: ${wanted}\nfound:    ${found}`);
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Waits for what a host tells in its own time. */
export async function eventually(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 3000) throw new Error(`never came about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
