import { NO_PROFILE, writeProfile } from '../../src/core/check/profile';
import { libraryEntries, libraryToSheet, writeLibrary } from '../../src/core/library';
import { makeCell, makeSheet, parseRange, type Range } from '../../src/core/sheet';
import { LAYOUTS } from '../../src/core/templates/layouts';
import { writeWorkbook } from '../../src/formats/xlsx';
import { looksLikeJson, readJson, tablesIn } from '../../src/taskpane/intake/read';
import { pastedFrom } from '../../src/taskpane/parts/clipboard';
import { openCopied, openNamed } from '../../src/taskpane/parts/opened-file';
import { CLEAN_2025 } from '../fixtures/seeds';
import { csvOf, docxOf, gb18030, htmlOf, htmlRows, spreadsheetOf, utf16 } from '../support/forms';

const TABLE = makeSheet(
  '绩效表',
  CLEAN_2025.rows.map((row) => row.map((value) => makeCell(value))),
  { merges: CLEAN_2025.merges.map((range) => parseRange(range) as Range) },
);
const OTHER = makeSheet('通讯录', [
  [makeCell('姓名'), makeCell('电话')],
  [makeCell('甲'), makeCell('1')],
]);
const entries = [...libraryEntries()].slice(0, 3);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function found(name: string, file: Uint8Array): Promise<(number | null)[]> {
  const { opened } = await openNamed(name, file, 'zh-CN');
  return tablesIn(name, opened?.sheets ?? []).map(({ source }) => source?.content.indicators.length ?? null);
}

test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  ['表.xlsx', () => writeWorkbook([TABLE])],
  ['表.xls', () => spreadsheetOf(TABLE, 'biff8')],
  ['表.et', () => spreadsheetOf(TABLE, 'biff8')],
  ['表.docx', () => docxOf(TABLE)],
  ['表.html', () => bytes(htmlOf(TABLE))],
  ['表.csv', () => bytes(csvOf(TABLE))],
  ['表.csv', () => gb18030(csvOf(TABLE))],
  ['表.csv', () => utf16(csvOf(TABLE), 'le')],
])('the table of %s is found, with its indicators', async (name, file) => {
  expect(await found(name, await file())).toEqual([17]);
});

test.each<[string, { html: string; text: string }]>([
  ['HTML before text', { html: `<table>${htmlRows(TABLE)}</table>`, text: '别的' }],
  ['text with tabs', { html: '', text: csvOf(TABLE, '\t') }],
])('a copy is read: %s', async (_, copied) => {
  const { opened } = await openCopied('粘贴的表格', copied, 'zh-CN');
  const [table] = tablesIn('粘贴的表格', opened?.sheets ?? []);
  expect(table?.source?.content.indicators).toHaveLength(17);
});

test('tables with indicators come first; one without can still be put somewhere', () => {
  const line = makeSheet('说明', [[makeCell('只有一格')]]);
  const tables = tablesIn('表.xlsx', [line, OTHER, TABLE]);
  expect(tables.map(({ sheet, source, rows, columns }) => [sheet.name, source !== null, rows, columns])).toEqual([
    ['绩效表', true, CLEAN_2025.rows.length, Math.max(...CLEAN_2025.rows.map((row) => row.length))],
    ['通讯录', false, 2, 2],
  ]);
});

test('a library is known as one, and a table can become one', () => {
  const [library] = tablesIn('库.xlsx', [libraryToSheet(entries)]);
  expect([library?.isLibrary, library?.source, library?.library.entries.length]).toEqual([true, null, 3]);
  const [table] = tablesIn('表.xlsx', [TABLE]);
  expect([table?.isLibrary, table?.library.entries.length]).toEqual([false, 17]);
});

test.each<[string, string, string]>([
  ['a profile', writeProfile({ ...NO_PROFILE, name: '县局', settings: { audience: 'reviewer' } }), 'profile'],
  ['a profile that changes nothing', writeProfile({ ...NO_PROFILE, name: '县局' }), 'profile'],
  ['a library', writeLibrary(entries), 'library'],
  ['a layout', JSON.stringify(LAYOUTS[0]), 'layout'],
  ['a profile that is wrong', '{"settings":{"audience":"nobody"}}', 'bad-profile'],
  ['a library of a later version', '{"version":99,"entries":[]}', 'bad-library'],
  ['a layout that is wrong', '{"columns":[]}', 'bad-layout'],
  ['anything else', '{"name":"x"}', 'unknown-json'],
  ['nothing', '{}', 'unknown-json'],
  ['a list', '[1]', 'unknown-json'],
  ['no JSON', '{', 'not-json'],
])('%s is told apart', (_, text, kind) => {
  expect(readJson(text).kind).toBe(kind);
});

test('settings are told from tables by their name, or by their first letter where they have none', () => {
  expect(looksLikeJson('口径.JSON', bytes('x'))).toBe(true);
  expect(looksLikeJson('口径', bytes('\uFEFF {"a":1}'))).toBe(true);
  expect(looksLikeJson('表.csv', bytes('{a},b'))).toBe(false);
  expect(looksLikeJson('表', bytes('a,b'))).toBe(false);
});

test.each<[string, Uint8Array, RegExp, RegExp]>([
  ['公开稿.pdf', bytes('%PDF-1.7\n'), /“公开稿\.pdf”：这是 PDF 文件/, /PDF/],
  ['空.xlsx', new Uint8Array(), /文件是空的/, /empty/],
  ['说明.txt', bytes('不是表格'), /文本文件/, /text/],
])('%s is refused in words', async (name, file, zh, en) => {
  const chinese = await openNamed(name, file, 'zh-CN');
  const english = await openNamed(name, file, 'en-US');
  expect([chinese.opened, english.opened]).toEqual([null, null]);
  expect(chinese.said).toMatch(zh);
  expect(english.said).toMatch(en);
});

describe('the clipboard', () => {
  const data = (html: string, text: string, files: readonly File[] = []): DataTransfer =>
    ({
      getData: (type: string) => ({ 'text/html': html, 'text/plain': text })[type] ?? '',
      files,
    }) as unknown as DataTransfer;
  const file = new File(['x'], '表.docx');

  test.each<[string, DataTransfer | null, unknown]>([
    ['words, whatever picture lies beside them', data('<b>', '甲', [file]), { copied: { html: '<b>', text: '甲' } }],
    ['a file', data('', '', [file]), { file }],
    ['nothing', data('', ' '), null],
    ['what is handed out to nobody', null, null],
  ])('holds %s', (_, transfer, expected) => {
    expect(pastedFrom(transfer)).toEqual(expected);
  });
});
