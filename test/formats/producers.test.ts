import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNow } from '../../src/core/check';
import { readTables } from '../../src/core/reader';
import type { SheetSnapshot } from '../../src/core/sheet';
import { FormatError, openBytes } from '../../src/formats';
import { writeWorkbook } from '../../src/formats/xlsx';
import { sampleSheet } from '../../src/workbench/samples/sample';
import { openFile } from '../../src/hosts/file/disk';
import { TABLE_2022 } from '../fixtures/seeds';
import { docxOf } from '../support/forms';

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('LibreOffice is not on this machine: files of its making are not tested.');
/** Its word processor is a package of its own. */
const writer = office && canWrite();
if (!writer) console.warn('LibreOffice Writer is not on this machine: .doc files are not tested.');
const CORPUS = join(__dirname, '../../../shared/corpus/workbooks');
const corpus = existsSync(CORPUS);
if (!corpus) console.warn('The corpus is not on this machine: its old workbooks are not tested.');

const said = (sheet: SheetSnapshot | undefined) =>
  readTables(sheet as SheetSnapshot).tables.map(({ year, indicators }) => [
    year?.value,
    indicators.map((row) => [
      row.level1?.value,
      row.level2?.value,
      row.name?.value,
      row.target?.value,
      row.unit?.value,
    ]),
  ]);
const codes = (sheet: SheetSnapshot | undefined) =>
  checkNow({ sheets: [sheet as SheetSnapshot] }).findings.map(({ code }) => code);

(office ? describe : describe.skip)('files that LibreOffice makes of a workbook', () => {
  const original = sampleSheet(TABLE_2022).snapshot;
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'perf-addin-producers-'));
    writeFileSync(join(folder, 'a.xlsx'), writeWorkbook([original]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['xls', 'xls'],
    ['ods', 'ods'],
    ['html', 'html'],
    ['csv', 'csv:Text - txt - csv (StarCalc):44,34,85,1'],
    ['xlsx', 'xlsx'],
  ])('.%s', async (ending, filter) => {
    const out = join(folder, ending);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', out, join(folder, 'a.xlsx')];
    execFileSync('soffice', args, { stdio: 'ignore' });
    const [name = ''] = readdirSync(out);
    const { sheets, notes } = await openBytes(name, readFileSync(join(out, name)));
    expect([sheets.length, notes]).toEqual([1, []]);
    expect(said(sheets[0])).toEqual(said(original));
    expect(codes(sheets[0])).toEqual(codes(original));
  });
});

(writer ? test : test.skip)(
  'an old Word document through LibreOffice itself; a PDF file without tables is told',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'perf-addin-writer-'));
    try {
      const original = sampleSheet(TABLE_2022).snapshot;
      writeFileSync(join(folder, '表.docx'), await docxOf(original));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      for (const ending of ['doc', 'pdf']) {
        const args = [profile, '--headless', '--convert-to', ending, '--outdir', folder, join(folder, '表.docx')];
        execFileSync('soffice', args, { stdio: 'ignore' });
      }
      const { sheets } = await openFile(join(folder, '表.doc'));
      expect(said(sheets[0])).toEqual(said(original));
      expect(codes(sheets[0])).toEqual(codes(original));
      await expect(openFile(join(folder, '表.pdf'))).rejects.toMatchObject({ code: 'office-failed' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

(corpus ? test : test.skip)('old workbooks of all kinds are read, or a reason is given', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const names = readdirSync(CORPUS).filter((name) => name.endsWith('.xls'));
  const failed: string[] = [];
  for (const name of names) {
    try {
      const { sheets } = await openBytes(name, readFileSync(join(CORPUS, name)));
      expect(sheets.length).toBeGreaterThan(0);
      for (const sheet of sheets) readTables(sheet);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      failed.push(name);
    }
  }
  // Broken on purpose, by a fuzzer.
  expect(failed.filter((name) => !name.startsWith('clusterfuzz'))).toEqual([]);
  expect(names.length).toBeGreaterThan(10);
  jest.restoreAllMocks();
});

function canWrite(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'perf-addin-probe-'));
  try {
    writeFileSync(join(folder, 'a.txt'), 'a');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', folder, join(folder, 'a.txt')]);
    return existsSync(join(folder, 'a.docx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
