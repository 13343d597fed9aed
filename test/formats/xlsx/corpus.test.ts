import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeCell, makeSheet, type Edit } from '../../../src/core/sheet';
import { FormatError, readWorkbook, writeWorkbook, type WorkbookFile } from '../../../src/formats/xlsx';
import { FileHost } from '../../../src/hosts/file';
import { Zip } from '../../../src/formats/xlsx/zip';
import { office, shown } from '../../support/office';

const CORPUS = join(__dirname, '../../../../shared/corpus/workbooks');
const present = existsSync(CORPUS);
if (!present) console.warn('../shared/corpus is missing: workbooks of the wild are not tested');

const names = present ? readdirSync(CORPUS).filter((name) => /\.xls[xm]$/.test(name)) : ['(no corpus)'];

function load(name: string): { bytes: Uint8Array; file: WorkbookFile } | null {
  const bytes = new Uint8Array(readFileSync(join(CORPUS, name)));
  try {
    return { bytes, file: readWorkbook(bytes) };
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function parts(bytes: Uint8Array): Map<string, string> {
  const zip = Zip.open(bytes);
  return new Map(zip.names().map((name) => [name, Buffer.from(zip.bytes(name) ?? []).toString('latin1')]));
}

const marksOn = (file: WorkbookFile): Edit[] =>
  file.sheets
    .filter((sheet) => !sheet.protected)
    .flatMap(({ name }) => [
      { kind: 'mark', sheet: name, cell: { row: 2, column: 2 }, level: 'error', note: '一\n二' },
      { kind: 'mark', sheet: name, cell: { row: 3, column: 3 }, level: 'warning', note: '三' },
      { kind: 'mark', sheet: name, cell: { row: 9, column: 4 }, level: 'info', note: '' },
    ]);

/** What marks and notes live in; every other part must stay as it is. */
const TOUCHED =
  /^(?:\[Content_Types\]\.xml|xl\/(?:worksheets\/(?:_rels\/)?[^/]+|styles[^/]*\.xml|comments[^/]*\.xml|drawings\/[^/]+\.vml|_rels\/workbook\.xml\.rels))$/i;

(present ? test.each(names) : test.skip.each(names))('%s: read, marked, cleared', async (name) => {
  const loaded = load(name);
  if (!loaded) {
    expect(name).toMatch(/^clusterfuzz/);
    return;
  }
  const { bytes, file } = loaded;
  const edits = marksOn(file);
  const host = new FileHost(file);
  expect(await host.apply(edits, { label: '' })).toMatchObject({ status: 'applied' });
  const before = parts(bytes);
  const marked = parts(host.bytes());
  const changed = [...before].filter(([part, text]) => marked.get(part) !== text).map(([part]) => part);
  expect(changed.filter((part) => !TOUCHED.test(part))).toEqual([]);
  const again = new FileHost(readWorkbook(host.bytes()));
  const sheets = new Set(edits.map(({ sheet }) => sheet));
  const clear = [...sheets].map((sheet): Edit => ({ kind: 'clearMarks', sheet }));
  expect(await again.apply(clear, { label: '' })).toMatchObject({ status: 'applied' });
  expect([...parts(again.bytes())]).toEqual([...before]);
});

async function spread(bytes: Uint8Array, sheet: string): Promise<FileHost> {
  const host = new FileHost(readWorkbook(bytes));
  await host.apply([{ kind: 'insertRows', sheet, before: 2, count: 3 }], { label: '' });
  return host;
}

(office ? describe : describe.skip)('LibreOffice', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('shows what was written, and the new values of formulas', async () => {
    const table = makeSheet('表', [
      [makeCell('部门整体支出绩效目标表')],
      [
        makeCell('培训次数'),
        makeCell(10),
        makeCell(0.95, { numberFormat: '0%' }),
        makeCell(46006, { numberFormat: 'yyyy-mm-dd' }),
      ],
      [makeCell('=1+1'), makeCell(20, { formula: '=B2*2' })],
    ]);
    const host = new FileHost(readWorkbook(writeWorkbook([table])));
    const result = await host.apply(
      [
        { kind: 'set', sheet: '表', cell: { row: 1, column: 1 }, from: { number: 10 }, to: { number: 12 } },
        { kind: 'set', sheet: '表', cell: { row: 3, column: 0 }, from: { blank: true }, to: { text: '-0%' } },
        {
          kind: 'set',
          sheet: '表',
          cell: { row: 3, column: 1 },
          from: { blank: true },
          to: { formula: '=SUM(B2:B3)' },
        },
        { kind: 'merge', sheet: '表', range: { top: 0, left: 0, bottom: 0, right: 3 } },
        { kind: 'mark', sheet: '表', cell: { row: 1, column: 1 }, level: 'error', note: '甲' },
        { kind: 'addSheet', sheet: '绩效审核记录', visible: true },
        {
          kind: 'set',
          sheet: '绩效审核记录',
          cell: { row: 0, column: 0 },
          from: { blank: true },
          to: { text: '类型' },
        },
      ],
      { label: '' },
    );
    expect(result.status).toBe('applied');
    const path = join(folder, 'x.xlsx');
    writeFileSync(path, host.bytes());
    expect(Object.fromEntries(shown(folder, [path], true))).toEqual({
      'x-表.csv': '部门整体支出绩效目标表\n培训次数,12,95%,2025-12-15\n=1+1,24\n-0%,36',
      'x-绩效审核记录.csv': '类型',
    });
  }, 300_000);

  (present ? test : test.skip)(
    'shows the same values in marked workbooks',
    async () => {
      const wild = [
        'ExcelPivotTableSample.xlsx',
        'WithChartSheet.xlsx',
        'conditional_formatting_multiple_ranges.xlsx',
        '45540_classic_Header.xlsx',
        '59746_NoRowNums.xlsx',
        'StructuredReferences.xlsx',
      ];
      const [before, after] = ['before', 'after'].map((name) => join(folder, name)) as [string, string];
      for (const path of [before, after]) mkdirSync(path);
      for (const name of wild) {
        const { bytes, file } = load(name) as { bytes: Uint8Array; file: WorkbookFile };
        const host = new FileHost(file);
        await host.apply(marksOn(file), { label: '' });
        writeFileSync(join(before, name), bytes);
        writeFileSync(join(after, name), host.bytes());
      }
      const all = (path: string) =>
        readdirSync(path)
          .filter((name) => /\.xls[xm]$/.test(name))
          .map((name) => join(path, basename(name)));
      const plain = shown(before, all(before));
      expect(plain.size).toBeGreaterThan(10);
      expect(Object.fromEntries(shown(after, all(after)))).toEqual(Object.fromEntries(plain));
    },
    300_000,
  );

  (present ? test : test.skip)(
    'shows the same between empty rows, where rows are opened in workbooks',
    async () => {
      const [before, after] = ['before', 'after'].map((name) => join(folder, name)) as [string, string];
      for (const path of [before, after]) mkdirSync(path);
      const moved: string[] = [];
      for (const name of names) {
        const loaded = load(name);
        if (!loaded || loaded.file.sheets.length === 0) continue;
        const { bytes, file } = loaded;
        const [sheet] = file.sheets;
        const host = new FileHost(file);
        const result = await host.apply([{ kind: 'insertRows', sheet: sheet?.name ?? '', before: 2, count: 3 }], {
          label: '',
        });
        if (result.status !== 'applied') {
          // Refused for a reason that is told, and the file is whole.
          expect(result).toMatchObject({ status: 'failed', error: { detail: expect.stringMatching(/\S/) as string } });
          expect(host.file).toBe(file);
          continue;
        }
        expect([name, await host.undo(result.undo).then(() => host.bytes())]).toEqual([name, file.zip.save()]);
        moved.push(name);
        writeFileSync(join(before, name), bytes);
        writeFileSync(join(after, name), (await spread(bytes, sheet?.name ?? '')).bytes());
      }
      expect(moved.length).toBeGreaterThan(10);
      const at = (path: string) => moved.map((name) => join(path, name));
      const plain = shown(before, at(before), true);
      const opened = shown(after, at(after), true);
      expect([...opened.keys()]).toEqual([...plain.keys()]);
      const lines = (text: string) =>
        text
          .split('\n')
          .filter((line) => !/^,*$/.test(line))
          .join('\n');
      const different = [...plain.keys()].filter((key) => lines(plain.get(key) ?? '') !== lines(opened.get(key) ?? ''));
      // It refreshes pivot tables on opening: where rows opened among their data, they now have an item for empty ones.
      expect(different.filter((key) => !opened.get(key)?.includes('(empty)'))).toEqual([]);
      expect(different.length).toBeLessThan(plain.size / 10);
    },
    600_000,
  );
});
