/**
 * Speeds as ratios to a peer in the same run (machines are noisy), round trips, and bundle sizes.
 * `npm run bench [name …]` runs some of them only; `--files N` says how many files `batch` makes.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'bench');
const args = process.argv.slice(2);
const wanted = args.filter((arg, index) => !arg.startsWith('--') && !args[index - 1]?.startsWith('--'));

for (const file of readdirSync(folder).sort()) {
  const name = file.replace(/\.mjs$/u, '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  const { measure } = await import(pathToFileURL(join(folder, file)).href);
  try {
    for (const [what, figure] of await measure()) console.log(`  ${what.padEnd(52)} ${figure}`);
  } catch (error) {
    console.log(`  could not be measured: ${error.message}`);
    process.exitCode = 1;
  }
}
