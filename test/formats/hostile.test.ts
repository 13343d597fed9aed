import fc from 'fast-check';
import { checkNow } from '../../src/core/check';
import { FormatError, openBytes, renderFormatError } from '../../src/formats';
import { makeCell, makeSheet } from '../../src/core/sheet';
import { docxOf, htmlOf, spreadsheetOf } from '../support/forms';
import { HOSTILE_FILES } from '../support/hostile-files';
import { runs } from '../support/runs';
import { partsOf, rawWorkbook, withParts } from '../support/xlsx';

const failureOf = async (name: string, bytes: Uint8Array): Promise<FormatError> => {
  const error: unknown = await openBytes(name, bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FormatError)) throw new Error(`${name} was read`, { cause: error });
  return error;
};

test.each(HOSTILE_FILES.map((file) => [file.name, file] as const))('%s', async (name, { bytes, code, zh, en }) => {
  const error = await failureOf(name, bytes());
  expect(error.code).toBe(code);
  for (const [locale, sentence] of [
    ['zh-CN', zh],
    ['en-US', en],
  ] as const) {
    const said = renderFormatError(error, locale, name);
    expect(said).toMatch(sentence);
    expect(said).toContain(name);
    expect(said).not.toMatch(/[{}]|undefined/);
  }
});

const read = async (name: string, text: string) => (await openBytes(name, new TextEncoder().encode(text))).sheets;

test('an XML spreadsheet whose merge reaches beyond the last row is refused; on the sheet it is read', async () => {
  const merged = (down: number) =>
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row><Cell ss:MergeDown="${down}"><Data ss:Type="String">乙</Data></Cell></Row></Table></Worksheet></Workbook>`;
  const bytes = (down: number) => new TextEncoder().encode(merged(down));
  expect(await failureOf('表.xls', bytes(1_111_111))).toMatchObject({ code: 'too-large' });
  const { sheets } = await openBytes('表.xls', bytes(20_000));
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 20_000, right: 0 }]);
});

describe('large and deep, and read all the same', () => {
  test.each<[string, string, (text: string) => boolean]>([
    [
      'a million blocks around a table',
      `${'<div>'.repeat(1e6)}<table><tr><td>甲<td>乙</table>`,
      (text) => text.includes('甲'),
    ],
    [
      'a hundred thousand fonts around a word',
      `<table><tr><td>${'<font>'.repeat(1e5)}甲<td>乙</table>`,
      (text) => text.includes('甲'),
    ],
    ['paragraphs never closed', `${'<p>'.repeat(1e5)}<table><tr><td>甲<td>乙</table>`, (text) => text.includes('甲')],
    [
      'rows that all reach down',
      `<table>${'<tr><td rowspan=65534>甲<td>乙'.repeat(2000)}</table>`,
      (text) => text.includes('乙'),
    ],
    [
      'groups of rows by the thousand',
      `<table><tr><td>甲<td>乙${'<tbody><tr><td rowspan=9>丙<td>丁'.repeat(20_000)}</table>`,
      (text) => text.includes('丁'),
    ],
    ['tags never closed', `<table><tr><td>甲<td>乙</table>${'<a b="'.repeat(1e5)}`, (text) => text.includes('甲')],
    ['comments never closed', `<table><tr><td>甲<td>乙</table>${'<!--'.repeat(1e5)}`, (text) => text.includes('甲')],
    ['nothing but brackets', `<table><tr><td>甲<td>乙</table>${'<'.repeat(1e6)}`, (text) => text.includes('甲')],
    ['nothing but references', `<table><tr><td>甲<td>${'&amp;#'.repeat(1e5)}</table>`, (text) => text.includes('甲')],
  ])('%s', async (_, html, holds) => {
    const sheets = await read('表.html', html);
    expect(
      holds(sheets.flatMap(({ cells }) => cells.flatMap((row) => row?.map((cell) => cell?.text) ?? [])).join('')),
    ).toBe(true);
  });

  test('a workbook from the first cell to the last', async () => {
    const sheetData = ['A1', 'XFD2', 'A1048576']
      .map((cell) => `<row r="${cell.replace(/\D+/, '')}"><c r="${cell}"><v>1</v></c></row>`)
      .join('');
    const { sheets } = await openBytes(
      '表.xlsx',
      rawWorkbook({ sheets: { 表: `<sheetData>${sheetData}</sheetData>` } }),
    );
    expect(sheets[0]?.cells[1]?.[16_383]?.value).toBe(1);
    expect(sheets[0]?.cells[1_048_575]?.[0]?.value).toBe(1);
    expect(checkNow({ sheets }).readings.map(({ tables }) => tables.length)).toEqual([0]);
  });

  test('a line of quotes', async () => {
    expect((await read('表.csv', `甲,乙\n${'"'.repeat(1e5)},1\n`))[0]?.cells.length).toBe(2);
  });
});

const SHEET = makeSheet('表', [
  [makeCell('一级指标'), makeCell('指标值')],
  [makeCell('产出指标'), makeCell(10)],
]);

type Damage = (good: Uint8Array) => Uint8Array;
const asIs: (damage: Damage, good: Uint8Array) => Uint8Array = (damage, good) => damage(good);
/** Under the archive's checksums: the part itself is damaged. */
const inside =
  (part: string) =>
  (damage: Damage, good: Uint8Array): Uint8Array =>
    withParts(good, { [part]: damage(new TextEncoder().encode(partsOf(good).get(part) ?? '')) });

/** Bytes changed and cut anywhere: what comes is a table or a reason, never another failure. */
test.each<[string, () => Promise<Uint8Array>, (damage: Damage, good: Uint8Array) => Uint8Array]>([
  ['表.docx', () => docxOf(SHEET), asIs],
  ['表.docx inside', () => docxOf(SHEET), inside('word/document.xml')],
  ['表.html', async () => new TextEncoder().encode(htmlOf(SHEET)), asIs],
  ['表.xls', async () => spreadsheetOf(SHEET, 'biff8'), asIs],
  ['表.ods', async () => spreadsheetOf(SHEET, 'ods'), asIs],
  ['表.ods inside', async () => spreadsheetOf(SHEET, 'ods'), inside('content.xml')],
])('any damage to %s', async (name, make, apply) => {
  const good = await make();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(1e6), fc.nat(255)), { maxLength: 8 }),
      fc.option(fc.nat(1e6), { freq: 4 }),
      async (changes, end) => {
        const damaged = apply((bytes) => {
          const copy = bytes.slice(0, end === null ? bytes.length : end % bytes.length);
          for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
          return copy;
        }, good);
        try {
          for (const { cells } of (await openBytes(name.split(' ')[0] ?? '', damaged)).sheets) {
            expect(Array.isArray(cells)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          expect(renderFormatError(error as FormatError, 'zh-CN')).not.toMatch(/\{[a-z]+\}|undefined/iu);
        }
      },
    ),
    runs(100),
  );
  jest.restoreAllMocks();
});
