import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNow } from '../../src/core/check';
import { readTables } from '../../src/core/reader';
import type { SheetSnapshot } from '../../src/core/sheet';
import { openBytes, openPasted } from '../../src/formats';

const SEEDS = join(__dirname, '../../../shared/seeds');
const there = existsSync(SEEDS);
if (!there) console.warn('The seed texts are not on this machine: their tests are skipped.');

const open = async (name: string) => (await openBytes(name, readFileSync(join(SEEDS, name)))).sheets;
const paste = (name: string) => openPasted({ text: readFileSync(join(SEEDS, name), 'utf8') }, '粘贴').sheets;

const plain = (text: string | undefined) => text?.replace(/\s/g, '');

function said(sheets: readonly SheetSnapshot[]) {
  return sheets
    .flatMap((sheet) => readTables(sheet).tables)
    .map(({ year, department, coverDepartment, indicators }) => ({
      year: year?.value,
      department: plain((department ?? coverDepartment)?.value),
      indicators: indicators.map((row) => [
        row.level1?.value,
        row.level2?.value,
        plain(row.name?.value),
        row.operator?.value,
        row.target?.value,
        row.unit?.value,
        plain(row.standard?.value),
      ]),
    }));
}
const found = (sheets: readonly SheetSnapshot[]) =>
  checkNow({ sheets: [...sheets] })
    .findings.map(({ code, data }) => `${code} ${JSON.stringify(data)}`)
    .sort();

(there ? describe : describe.skip).each([
  ['a table of Word broken into lines', 'hengdong-2022.txt', 'hengdong-2022.xlsx'],
  ['a table in Markdown, as published', 'zhijiang-2025.txt', 'zhijiang-2025-as-published.xlsx'],
])('%s', (_, text, workbook) => {
  test('says what the workbook says', async () => {
    const expected = said(await open(workbook));
    expect(expected[0]?.indicators.length).toBeGreaterThan(10);
    const read = await open(text);
    expect(read).toHaveLength(1);
    expect(said(read)).toEqual(expected);
    expect(said(paste(text))).toEqual(expected);
  });

  test('has the same findings', async () => {
    expect(found(await open(text))).toEqual(found(await open(workbook)));
  });
});
