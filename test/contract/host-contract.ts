import { CONTRACT } from './cases';
import type { ContractDriver, OpenHost } from './driver';

/** Runs one case on a host of its own; false where the host cannot do what the case is about. */
export async function runCase(name: string, open: OpenHost): Promise<boolean> {
  const found = CONTRACT.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no case is called ${name}`);
  const driver: ContractDriver = await open(found.workbook);
  try {
    if (found.needs && !found.needs(driver)) return false;
    await found.run(driver);
    return true;
  } finally {
    await driver.close?.();
  }
}

/**
 * The contract as jest tests. `cannot` lists the cases that the host is known not to be able to run: one that is left
 * out without being listed, or listed without being left out, fails.
 */
export function hostContract(name: string, open: OpenHost, cannot: readonly string[] = []): void {
  describe(`${name}: contract of hosts`, () => {
    test.each(CONTRACT.map((found) => found.name))('%s', async (title) => {
      expect(await runCase(title, open)).toBe(!cannot.includes(title));
    });
  });
}
