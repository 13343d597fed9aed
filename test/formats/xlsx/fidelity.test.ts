import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CellContent, Edit } from '../../../src/core/sheet';
import { marksOf, notesOf, readWorkbook, type WorkbookFile } from '../../../src/formats/xlsx';
import { FileHost } from '../../../src/hosts/file';
import { office, shown } from '../../support/office';
import { partsOf as textsOf } from '../../support/xlsx';
import { fixtures } from '../../support/workbooks';
import { Zip } from '../../../src/formats/xlsx/zip';

const FIXTURES = fixtures(textsOf);
const NAMES = Object.keys(FIXTURES);
const OPEN = NAMES.filter((name) => !FIXTURES[name]?.closed);
const fixture = (name: string) => FIXTURES[name] as (typeof FIXTURES)[string];

/** Byte for byte. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = Zip.open(bytes);
  return new Map(zip.names().map((name) => [name, Buffer.from(zip.bytes(name) ?? []).toString('latin1')]));
}

function changed(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)).sort();
}

/** Marks beside a note, beside a conversation, in a conditional format, on a table's header and in a pivot table. */
function marksOn(file: WorkbookFile): Edit[] {
  const mark = (sheet: string, row: number, column: number, note = '甲\n乙'): Edit => ({
    kind: 'mark',
    sheet,
    cell: { row, column },
    level: row % 2 ? 'error' : 'warning',
    note,
  });
  return [
    mark('项目表', 3, 3),
    mark('项目表', 4, 3),
    mark('项目表', 2, 4),
    mark('项目表', 20, 1),
    ...(file.sheets.length > 1 ? [mark('数据', 0, 0), mark('透视', 3, 1, '')] : []),
  ];
}

const clearing = (file: WorkbookFile): Edit[] => file.sheets.map(({ name }) => ({ kind: 'clearMarks', sheet: name }));

async function applied(bytes: Uint8Array, edits: (file: WorkbookFile) => readonly Edit[]): Promise<FileHost> {
  const host = new FileHost(readWorkbook(bytes));
  expect(await host.apply(edits(host.file), { label: '' })).toMatchObject({ status: 'applied' });
  return host;
}

/** What marks and notes live in. Cells are in none of them but the sheets, where they are compared on their own. */
const MARKED =
  /^(?:\[Content_Types\]\.xml|xl\/(?:worksheets\/(?:_rels\/)?sheet\d\.xml(?:\.rels)?|styles\.xml|comments\d\.xml|drawings\/vmlDrawing\d\.vml))$/;
const cellsIn = (text = ''): string => text.slice(text.indexOf('<sheetData'), text.indexOf('</sheetData>'));

describe.each(NAMES)('%s', (name) => {
  const { bytes } = fixture(name);

  test('is read', () => {
    const { sheets } = readWorkbook(bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['项目表', '数据', '透视']);
    expect(sheets[0]?.cells[3]?.map((cell) => cell?.value)).toEqual([
      '产出',
      '培训合格率',
      0.95,
      0.94,
      expect.closeTo(0.98947),
    ]);
    expect([4, 7].map((row) => sheets[0]?.cells[row]?.[4]?.formula)).toEqual(['=D5/C5', '=数据!B2+数据!$B$3']);
    expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([5]);
    expect(notesOf(readWorkbook(bytes), '项目表').map(({ cell }) => cell)).toEqual([
      { row: 3, column: 3 },
      { row: 4, column: 3 },
    ]);
  });

  test('marked: every other part is the same to the byte, and no cell is touched', async () => {
    const marked = (await applied(bytes, marksOn)).bytes();
    expect(changed(bytes, marked).filter((part) => !MARKED.test(part))).toEqual([]);
    const [before, after] = [partsOf(bytes), partsOf(marked)];
    for (const part of before.keys())
      if (/\/sheet\d\.xml$/.test(part)) expect(cellsIn(after.get(part))).toBe(cellsIn(before.get(part)));
    const file = readWorkbook(marked);
    expect(file.sheets).toEqual(readWorkbook(bytes).sheets);
    const marks = file.sheets.map((sheet) => Object.values(marksOf(file, sheet.name)).flat().length);
    expect(marks).toEqual([4, 1, 1]);
    // The user's note and conversation stay as they are; two cells without them get ours.
    expect(notesOf(file, '项目表')).toHaveLength(4);
  });

  test('marked and cleared: the parts are as they were, in their order', async () => {
    const marked = (await applied(bytes, marksOn)).bytes();
    const cleared = (await applied(marked, clearing)).bytes();
    expect([...partsOf(cleared)]).toEqual([...partsOf(bytes)]);
  });

  test('a value: its sheet alone, and the wish to be calculated anew', async () => {
    const edit = (from: CellContent, to: CellContent): Edit => ({
      kind: 'set',
      sheet: '项目表',
      cell: { row: 2, column: 2 },
      from,
      to,
    });
    const host = await applied(bytes, () => [edit({ number: 10 }, { number: 11 })]);
    const sheet = host.file.index.sheets[0]?.part ?? '';
    expect(changed(bytes, host.bytes())).toEqual(['xl/workbook.xml', sheet]);
    expect(partsOf(host.bytes()).get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('rows opened and closed again: what was there is there', async () => {
    const edits: Edit[] = [
      { kind: 'insertRows', sheet: '项目表', before: 3, count: 2 },
      { kind: 'insertRows', sheet: '数据', before: 1, count: 1 },
    ];
    const host = new FileHost(readWorkbook(bytes));
    const result = await host.apply(edits, { label: '' });
    if (result.status !== 'applied') throw new Error(result.status);
    const [first, second] = host.file.sheets;
    expect(first?.cells[5]?.[1]?.value).toBe('培训合格率');
    expect([6, 9].map((row) => first?.cells[row]?.[4]?.formula)).toEqual(['=D7/C7', '=数据!B3+数据!$B$4']);
    expect(first?.merges).toEqual(expect.arrayContaining([{ top: 2, left: 0, bottom: 5, right: 0 }]));
    expect(second?.cells[5]?.[3]?.formula).toBe('=项目表!C10+项目表!E3');
    const parts = textsOf(host.bytes());
    expect(parts.get('xl/charts/chart1.xml')).toMatch(/项目表'?!\$D\$3:\$D\$7/);
    expect(parts.get('xl/pivotCache/pivotCacheDefinition1.xml')).toContain('ref="A1:B4"');
    expect(parts.get('xl/tables/table1.xml')).toContain('ref="A1:B4"');
    expect(notesOf(host.file, '项目表').map(({ cell }) => cell.row)).toEqual([5, 6]);
    expect(parts.get('xl/workbook.xml')).toMatch(/项目表'?!\$A\$1:\$E\$10/);
    expect(await host.undo(result.undo)).toMatchObject({ status: 'applied' });
    expect(host.bytes()).toEqual(readWorkbook(bytes).zip.save());
  });

  test('no row opens inside a pivot table, no cell of it is written', async () => {
    const host = new FileHost(readWorkbook(bytes));
    const edits: Edit[] = [
      { kind: 'insertRows', sheet: '透视', before: 4, count: 1 },
      { kind: 'set', sheet: '透视', cell: { row: 3, column: 1 }, from: { number: 10 }, to: { number: 11 } },
    ];
    for (const edit of edits) {
      expect(await host.apply([edit], { label: '' })).toMatchObject({
        status: 'failed',
        error: { code: 'cell-locked' },
      });
    }
    expect(host.bytes()).toEqual(readWorkbook(bytes).zip.save());
  });
});

(office ? describe : describe.skip)('LibreOffice', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What is shown of every fixture once `edits` were made. */
  async function sheetsAfter(label: string, edits: (file: WorkbookFile) => readonly Edit[], recalculated = false) {
    const home = join(folder, label);
    mkdirSync(home);
    const paths: string[] = [];
    for (const [index, name] of OPEN.entries()) {
      const { bytes, ending } = fixture(name);
      const list = edits(readWorkbook(bytes));
      const path = join(home, `${index}.${ending}`);
      writeFileSync(path, list.length === 0 ? bytes : (await applied(bytes, () => list)).bytes());
      paths.push(path);
    }
    return Object.fromEntries(shown(home, paths, recalculated));
  }

  test('shows the same values in marked files, and in files with rows opened the same between empty rows', async () => {
    const plain = await sheetsAfter('plain', () => []);
    expect(Object.keys(plain)).toHaveLength(3 * OPEN.length);
    expect(await sheetsAfter('marked', marksOn)).toEqual(plain);

    const rows = (): Edit[] => [
      { kind: 'insertRows', sheet: '项目表', before: 3, count: 2 },
      { kind: 'insertRows', sheet: '数据', before: 0, count: 1 },
      { kind: 'insertRows', sheet: '透视', before: 1, count: 1 },
    ];
    const spread = await sheetsAfter('rows', rows, true);
    const expected = Object.entries(await sheetsAfter('again', () => [], true)).map(([key, text]) => {
      const lines = text.split('\n');
      const [at, count] = key.includes('项目表') ? [3, 2] : key.includes('数据') ? [0, 1] : [1, 1];
      lines.splice(at, 0, ...Array.from({ length: count }, () => ''));
      return [key, lines.join('\n')];
    });
    const blank = (text: string) => text.replace(/^,+$/gm, '');
    for (const [key, text] of expected as [string, string][])
      expect(`${key}\n${blank(spread[key] ?? '')}`).toBe(`${key}\n${blank(text)}`);
  }, 300_000);
});
