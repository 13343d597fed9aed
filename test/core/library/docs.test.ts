import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELD_IDS, FIELDS, libraryEntries } from '../../../src/core/library';

const page = readFileSync(join(__dirname, '../../../docs/library.md'), 'utf8');

test('the page gives the number of entries of every field, and of all', () => {
  const rows = FIELD_IDS.map((id) => {
    const own = libraryEntries().filter(({ field }) => field === id);
    return `| ${FIELDS[id].name} | \`${id}\` | ${String(own.length)} |`;
  });
  for (const row of rows) expect(page).toContain(row);
  expect(page).toContain(`共 ${String(libraryEntries().length)} 条`);
});
