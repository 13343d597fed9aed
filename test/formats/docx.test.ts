import mammoth from 'mammoth';
import { formatRange, type SheetSnapshot } from '../../src/core/sheet';
import { readDocx } from '../../src/formats/docx';
import { readHtml } from '../../src/formats/html';
import { Zip } from '../../src/formats/xlsx/zip';
import { sampleSheet } from '../../src/workbench/samples/sample';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../fixtures/seeds';
import { docxOf } from '../support/forms';
import { zipOf } from '../support/xlsx';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const docx = (body: string): Uint8Array =>
  zipOf({
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  });
const read = (body: string) => readDocx(Zip.open(docx(body)), '表');
const rows = (sheet: SheetSnapshot | undefined) =>
  sheet?.cells.map((row) => Array.from(row ?? [], (cell) => (cell ? cell.value : null)));

const p = (text: string) =>
  `<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...lines: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
const SPAN2 = '<w:gridSpan w:val="2"/>';
const START = '<w:vMerge w:val="restart"/>';
const MORE = '<w:vMerge/>';

test.each<[string, string, unknown[][], string[]]>([
  [
    'merged over columns and rows',
    tbl(
      tr(tc('产出指标', SPAN2 + START), tc('数量指标')),
      tr(tc('', SPAN2 + MORE), tc('质量指标')),
      tr(tc('甲'), tc('乙'), tc('3')),
    ),
    [
      ['产出指标', null, '数量指标'],
      [null, null, '质量指标'],
      ['甲', '乙', 3],
    ],
    ['A1:B2'],
  ],
  [
    'one merged area under another, and one of another width',
    tbl(tr(tc('甲', START)), tr(tc('', MORE)), tr(tc('乙', START)), tr(tc('', MORE)), tr(tc('丙', SPAN2 + MORE))),
    [['甲'], [null], ['乙'], [null], [null]],
    ['A1:A2', 'A3:A4', 'A5:B5'],
  ],
  [
    'merged the old way',
    tbl(tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙'))),
    [['甲', null, '乙']],
    ['A1:B1'],
  ],
  [
    'a row that begins later',
    tbl(`<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('甲')}</w:tr>`),
    [[null, '甲']],
    [],
  ],
  [
    'paragraphs and breaks in a cell',
    tbl(tr(`<w:tc>${p('经济效')}<w:p><w:r><w:t>率</w:t><w:br/><w:t>指标</w:t></w:r></w:p></w:tc>`, tc('乙'))),
    [['经济效\n率\n指标', '乙']],
    [],
  ],
  [
    'tracked changes: what was deleted is gone, what was inserted is there',
    tbl(
      tr(
        tc('甲'),
        `<w:tc><w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>10</w:t></w:r></w:ins></w:p></w:tc>`,
      ),
    ),
    [['甲', 10]],
    [],
  ],
  [
    'hidden text, field codes, what stands in for newer drawings',
    tbl(
      tr(
        `<w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:tc>`,
        `<w:tc><w:p><w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice><w:t>乙</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:tc>`,
      ),
    ),
    [['甲', '乙']],
    [],
  ],
  [
    'signs of symbol fonts',
    tbl(tr(`<w:tc><w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t></w:r></w:p></w:tc>`, tc('≤'))),
    [['≥95%', '≤']],
    [],
  ],
  [
    'content controls around cells, rows and texts',
    tbl(
      `<w:sdt><w:sdtPr/><w:sdtContent>${tr(tc('甲'), `<w:sdt><w:sdtContent>${tc('乙')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
    ),
    [['甲', '乙']],
    [],
  ],
  [
    'a table in a cell',
    tbl(tr(`<w:tc>${p('甲')}${tbl(tr(tc('乙'), tc('1')))}${p('丙')}</w:tc>`, tc('丁'))),
    [['甲\n乙 1\n丙', '丁']],
    [],
  ],
  ['entities', tbl(tr(tc('&lt;b&gt;&amp;lt;'), tc('&#8805;'))), [['<b>&lt;', '≥']], []],
])('%s', (_, body, expected, merges) => {
  const [sheet] = read(body);
  expect(rows(sheet)?.map((row, i) => row.concat([null, null, null]).slice(0, expected[i]?.length))).toEqual(expected);
  expect(sheet?.merges.map(formatRange)).toEqual(merges);
});

test('title, table, sign-off; another form under its own title', () => {
  const table = tbl(tr(tc('一级指标'), tc('指标值')), tr(tc('产出指标'), tc('≥10')));
  const sheets = read(
    `${p('项目支出绩效目标表')}${p('（2026年度）')}${table}${p('填报人：')}${p('部门整体支出绩效目标表')}${table}`,
  );
  expect(sheets.map(({ name, cells }) => [name, cells.length])).toEqual([
    ['项目支出绩效目标表', 5],
    ['部门整体支出绩效目标表', 3],
  ]);
  expect(rows(sheets[0])?.[0]).toEqual(['项目支出绩效目标表']);
});

test('a document without tables is its lines', () => {
  expect(rows(read(p('甲') + p('') + p('乙'))[0])).toEqual([['甲'], ['乙']]);
});

test.each([
  ['2025', CLEAN_2025],
  ['2025 as published', PUBLISHED_2025],
  ['2022', TABLE_2022],
] as const)('the table of %s says what another reader of Word documents finds', async (_, sample) => {
  const bytes = await docxOf(sampleSheet(sample).snapshot);
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const other = readHtml(html, '表')[0];
  const own = readDocx(Zip.open(bytes), '表')[0];
  const filled = (sheet: SheetSnapshot | undefined) =>
    rows(sheet)?.map((row) =>
      row
        .map((value, column) => [column, value === null ? null : String(value).replace(/ +/g, ' ')])
        .filter(([, value]) => value !== null),
    );
  const merges = (sheet: SheetSnapshot | undefined) => sheet?.merges.map(formatRange).sort();
  expect(filled(own)).toEqual(filled(other));
  expect(merges(own)).toEqual(merges(other));
});
