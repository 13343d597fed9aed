import type { Cell } from '../../../src/core/sheet';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import { readWorkbook, writeWorkbook } from '../../../src/formats/xlsx';
import { Zip } from '../../../src/formats/xlsx/zip';
import { rawWorkbook, withParts, type RawWorkbook } from '../../support/xlsx';

function cellsOf(raw: RawWorkbook): Record<string, Cell> {
  const [sheet] = readWorkbook(rawWorkbook(raw)).sheets;
  const found: Record<string, Cell> = {};
  sheet?.cells.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (cell) found[String.fromCharCode(65 + c) + String(r + 1)] = cell;
    }),
  );
  return found;
}

const one = (cells: string, raw: Partial<RawWorkbook> = {}): Record<string, Cell> =>
  cellsOf({ sheets: { 表: `<sheetData>${cells}</sheetData>` }, ...raw });

const cell = (ref: string, inner: string, attributes = ''): string =>
  `<row r="${ref.slice(1)}"><c r="${ref}"${attributes}>${inner}</c></row>`;

describe('values', () => {
  test.each<[string, string, Partial<RawWorkbook>, Cell['value']]>([
    ['number', cell('A1', '<v>12.5</v>'), {}, 12.5],
    ['number in exponents', cell('A1', '<v>1.5E-3</v>'), {}, 0.0015],
    ['boolean', cell('A1', '<v>1</v>', ' t="b"'), {}, true],
    ['error', cell('A1', '<v>#REF!</v>', ' t="e"'), {}, { error: '#REF!' }],
    ['text of a formula', cell('A1', '<f>B1</f><v>甲</v>', ' t="str"'), {}, '甲'],
    ['inline text', cell('A1', '<is><t>甲</t></is>', ' t="inlineStr"'), {}, '甲'],
    [
      'inline rich text',
      cell('A1', '<is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is>', ' t="inlineStr"'),
      {},
      '甲乙',
    ],
    ['shared text', cell('A1', '<v>1</v>', ' t="s"'), { strings: '<si><t>零</t></si><si><t>一</t></si>' }, '一'],
    [
      'rich text',
      cell('A1', '<v>0</v>', ' t="s"'),
      { strings: '<si><r><t>≥</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 95%</t></r></si>' },
      '≥ 95%',
    ],
    [
      'phonetics left out',
      cell('A1', '<v>0</v>', ' t="s"'),
      { strings: '<si><t>指标</t><rPh sb="0" eb="2"><t>zhibiao</t></rPh><phoneticPr fontId="1"/></si>' },
      '指标',
    ],
    [
      'entities',
      cell('A1', '<v>0</v>', ' t="s"'),
      { strings: '<si><t>&lt;3&#x5c0f;&#26102; &amp;amp;</t></si>' },
      '<3小时 &amp;',
    ],
    [
      'CDATA and comments',
      cell('A1', '<v>0</v>', ' t="s"'),
      { strings: '<si><t>甲<!-- 不 --><![CDATA[<乙>&amp;]]></t></si>' },
      '甲<乙>&amp;',
    ],
    [
      'escaped characters',
      cell('A1', '<v>0</v>', ' t="s"'),
      { strings: '<si><t>a_x000D_b_x005F_x0041_</t></si>' },
      'a\rb_x0041_',
    ],
    ['line ends', cell('A1', '<v>0</v>', ' t="s"'), { strings: '<si><t>经济\r\n效益</t></si>' }, '经济\n效益'],
    ['an unknown shared text', cell('A1', '<f>1</f><v>9</v>', ' t="s"'), { strings: '<si><t>零</t></si>' }, ''],
    ['a lone surrogate', cell('A1', '<is><t>甲&#xD800;乙_xD800_</t></is>', ' t="inlineStr"'), {}, '甲\uFFFD乙\uFFFD'],
    ['a NUL', cell('A1', '<is><t>甲&#0;乙</t></is>', ' t="inlineStr"'), {}, '甲\uFFFD乙'],
    ['an ISO date', cell('A1', '<v>2025-12-15T12:00:00</v>', ' t="d"'), {}, 46006.5],
    ['a number that is none', cell('A1', '<v>十</v>'), {}, '十'],
  ])('%s', (_, cells, raw, expected) => {
    expect(one(cells, raw)['A1']?.value).toEqual(expected);
  });

  test('empty cells are none, styled or not', () => {
    expect(
      one('<row r="1"><c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1" t="s"><v>0</v></c></row>', {
        strings: '<si><t/></si>',
      }),
    ).toEqual({});
  });

  test('other prefixes, quotes and spacing', () => {
    const text =
      "<x:worksheet xmlns:x='u'><x:sheetData ><x:row r = '2' ><x:c r='B2' t='inlineStr' ><x:is ><x:t >甲 > 乙</x:t ></x:is></x:c></x:row></x:sheetData></x:worksheet>";
    const bytes = withParts(rawWorkbook({ sheets: { 表: '' } }), { 'xl/worksheets/sheet1.xml': text });
    expect(readWorkbook(bytes).sheets[0]?.cells[1]?.[1]?.value).toBe('甲 > 乙');
  });

  test('cells and rows without references follow one another', () => {
    const found = one(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row><row r="5"><c><v>5</v></c></row>',
    );
    expect(Object.fromEntries(Object.entries(found).map(([ref, { value }]) => [ref, value]))).toEqual({
      A1: 1,
      B1: 2,
      C2: 3,
      D2: 4,
      A5: 5,
    });
  });

  test.each(['utf-16le', 'utf-16be'])('%s', (encoding) => {
    const text = '\uFEFF<?xml version="1.0" encoding="UTF-16"?><sst><si><t>指标</t></si></sst>';
    const bytes = Buffer.from(text, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    const file = withParts(
      rawWorkbook({ sheets: { 表: `<sheetData>${cell('A1', '<v>0</v>', ' t="s"')}</sheetData>` }, strings: '' }),
      {
        'xl/sharedStrings.xml': new Uint8Array(bytes),
      },
    );
    expect(readWorkbook(file).sheets[0]?.cells[0]?.[0]?.value).toBe('指标');
  });
});

describe('formulas', () => {
  test.each([
    ['relative and absolute', 'B1+$B1+B$1+$B$1', '=D3+$B3+D$1+$B$1'],
    ['ranges and sheets', "SUM('A1 表'!A1:B2)+Sheet1!A1", "=SUM('A1 表'!C3:D4)+Sheet1!C3"],
    ['whole rows and columns', 'SUM(A:B)+SUM(1:2)+SUM($A:B)+SUM(1:$2)', '=SUM(C:D)+SUM(3:4)+SUM($A:D)+SUM(3:$2)'],
    ['texts, names and functions', '"A1"&LOG10(A1)&A1B&_A1&Tbl[A1]&表A1', '="A1"&LOG10(C3)&A1B&_A1&Tbl[A1]&表A1'],
    ['numbers', '1E5+A1*10', '=1E5+C3*10'],
    ['beyond the grid', 'XFD1+A1048576', '=#REF!+#REF!'],
    ['an open quote', '"A1&A1', '="A1&A1'],
  ])('a shared formula is that of each cell: %s', (_, master, expected) => {
    const cells = [
      cell('A1', `<f t="shared" ref="A1:C3" si="0">${master.replaceAll('"', '&quot;')}</f><v>1</v>`),
      cell('C3', '<f t="shared" si="0"/><v>2</v>'),
    ];
    const found = one(cells.join(''));
    expect([found['A1']?.formula, found['C3']?.formula]).toEqual([`=${master}`, expected]);
  });

  test.each<[string, string, Partial<Cell>]>([
    ['cached values', '<f>B1*2</f><v>6</v>', { formula: '=B1*2', value: 6 }],
    ['no cached value', '<f>B1*2</f>', { formula: '=B1*2', value: '' }],
    ['an array formula', '<f t="array" ref="A1:A3">B1:B3*2</f><v>4</v>', { formula: '=B1:B3*2', value: 4 }],
    ['a what-if table', '<f t="dataTable" ref="A1:A3" r1="B1"/><v>4</v>', { value: 4, text: '4' }],
    [
      'young functions',
      '<f>_xlfn.XLOOKUP(1,A:A,_xlfn._xlws.FILTER(B:B,1))&amp;"_xlfn."</f><v>4</v>',
      { formula: '=XLOOKUP(1,A:A,FILTER(B:B,1))&"_xlfn."' },
    ],
    [
      'one that spills',
      '<f t="array" ref="A1:A3">_xlfn.UNIQUE(B1:B9)</f><v>4</v>',
      { formula: '=UNIQUE(B1:B9)', value: 4 },
    ],
  ])('%s', (_, inner, expected) => {
    // What the cell's metadata say (`cm`, `vm`) is the spreadsheet's own affair.
    for (const more of ['', ' cm="1"', ' vm="2"']) expect(one(cell('A1', inner, more))['A1']).toMatchObject(expected);
  });
});

describe('formats', () => {
  const styles =
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="GENERAL"/></numFmts>' +
    '<cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs>' +
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs>';

  test.each<[string, string, string | undefined, string]>([
    ['0', '0.95', undefined, '0.95'],
    ['1', '46006', 'yyyy"年"m"月"', '2025年12月'],
    ['2', '0.95', '0%', '95%'],
    ['3', '12', undefined, '12'],
    ['4', '46006', 'yyyy/m/d', '2025/12/15'],
    ['99', '12', undefined, '12'],
  ])('style %s', (style, value, numberFormat, text) => {
    const found = one(cell('A1', `<v>${value}</v>`, ` s="${style}"`), { styles })['A1'];
    expect([found?.numberFormat, found?.text]).toEqual([numberFormat, text]);
  });

  test('without a style part', () => {
    expect(one(cell('A1', '<v>0.95</v>', ' s="7"'))['A1']).toEqual({ value: 0.95, text: '0.95' });
  });

  test('dates that count from 1904 are counted from 1900', () => {
    const found = one(cell('A1', '<v>44544</v>', ' s="4"') + cell('B2', '<v>44544</v>'), {
      styles,
      workbook: '<workbookPr date1904="1"/>',
    });
    expect([found['A1']?.value, found['A1']?.text, found['B2']?.value]).toEqual([46006, '2025/12/15', 44544]);
  });
});

describe('sheets', () => {
  const sheetOf = (inner: string) => readWorkbook(rawWorkbook({ sheets: { 表: inner } })).sheets[0];

  test('merged areas', () => {
    const merges =
      '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="B2"/><mergeCell ref="nonsense"/></mergeCells>';
    expect(sheetOf(`<sheetData/>${merges}`)?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  });

  test('hidden rows and columns', () => {
    const inner =
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="7" max="16384" hidden="true"/></cols>' +
      '<sheetData><row r="1" hidden="1"/><row r="2" ht="0" customHeight="1"/><row r="3"><c r="F3"><v>1</v></c></row></sheetData><autoFilter ref="A1:C9"/>';
    const sheet = sheetOf(inner);
    expect([[...(sheet?.hiddenRows ?? [])], [...(sheet?.hiddenColumns ?? [])]]).toEqual([
      [0, 1],
      [1, 2, 4, 6],
    ]);
  });

  test.each([
    ['', false],
    ['<sheetProtection sheet="1" objects="1"/>', true],
    ['<sheetProtection objects="1"/>', false],
  ])('protection: %s', (inner, expected) => {
    expect(sheetOf(`<sheetData/>${inner}`)?.protected).toBe(expected);
  });

  test('cells far out cost nothing', () => {
    const sheet = sheetOf(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    );
    expect(sheet?.cells[1048575]?.[16383]?.value).toBe(1);
  });

  test('strict files', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const raw = {
      sheets: { 表: `<sheetData>${cell('A1', '<v>0</v>', ' t="s"')}</sheetData>` },
      strings: '<si><t>严格</t></si>',
    };
    const bytes = rawWorkbook({
      ...raw,
      main: `${strict}/spreadsheetml/main`,
      relationships: `${strict}/officeDocument/relationships`,
    });
    expect(readWorkbook(bytes).sheets[0]?.cells[0]?.[0]?.value).toBe('严格');
  });

  test('the active sheet, hidden sheets and chart sheets', () => {
    const raw = rawWorkbook({
      sheets: { 甲: '<sheetData/>', 乙: '<sheetData/>', 图: '' },
      workbook: '<bookViews><workbookView activeTab="1"/></bookViews>',
    });
    const rels = new TextDecoder()
      .decode(Zip.open(raw).bytes('xl/_rels/workbook.xml.rels'))
      .replace(/(Id="s3" Type="[^"]*)worksheet"/, '$1chartsheet"');
    const book = new TextDecoder()
      .decode(Zip.open(raw).bytes('xl/workbook.xml'))
      .replace('sheetId="1"', 'sheetId="1" state="veryHidden"');
    const file = readWorkbook(withParts(raw, { 'xl/_rels/workbook.xml.rels': rels, 'xl/workbook.xml': book }));
    expect([file.active, file.sheets.map(({ name, visible }) => [name, visible])]).toEqual([
      '乙',
      [
        ['甲', false],
        ['乙', true],
      ],
    ]);
  });

  test.each<[string, string, string]>([
    ['relative', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['absolute', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['roundabout', './../xl/worksheets/../worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['with the strokes of Windows', 'worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['escaped', 'worksheets/%E8%A1%A8%201.xml', 'xl/worksheets/表 1.xml'],
    ['in another case', 'Worksheets/SHEET1.XML', 'xl/worksheets/sheet1.xml'],
  ])('targets: %s', (_, target, part) => {
    const raw = rawWorkbook({ sheets: { 表: `<sheetData>${cell('A1', '<v>7</v>')}</sheetData>` } });
    const zip = Zip.open(raw);
    const text = (name: string) => new TextDecoder().decode(zip.bytes(name));
    const rels = text('xl/_rels/workbook.xml.rels').replace('worksheets/sheet1.xml', target);
    const moved = { 'xl/worksheets/sheet1.xml': null, [part]: text('xl/worksheets/sheet1.xml') };
    const file = readWorkbook(withParts(raw, { ...moved, 'xl/_rels/workbook.xml.rels': rels }));
    expect(file.sheets[0]?.cells[0]?.[0]?.value).toBe(7);
  });

  test.each(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet'])('a %s is none of them', (type) => {
    const raw = rawWorkbook({ sheets: { 甲: '<sheetData/>', 乙: '<sheetData/>' } });
    const rels = new TextDecoder()
      .decode(Zip.open(raw).bytes('xl/_rels/workbook.xml.rels'))
      .replace(/(Id="s1" Type="[^"]*\/)worksheet"/, `$1${type}"`);
    const file = readWorkbook(withParts(raw, { 'xl/_rels/workbook.xml.rels': rels }));
    expect([file.active, file.sheets.map(({ name }) => name)]).toEqual(['乙', ['乙']]);
  });

  test('what is known of the file itself', () => {
    const plain = readWorkbook(rawWorkbook({ sheets: { 表: '<sheetData/>' } }));
    const special = readWorkbook(
      rawWorkbook({
        sheets: { 表: '<sheetData/>' },
        more: { '_xmlsignatures/sig1.xml': '<a/>', 'xl/vbaProject.bin': 'x' },
      }),
    );
    expect([plain.signed, plain.macros, special.signed, special.macros]).toEqual([false, false, true, true]);
  });
});

describe('writing a new workbook', () => {
  const sheet = makeSheet(
    "甲'&<乙>",
    [
      [makeCell('=1+1'), makeCell(1.5), makeCell(true), makeCell({ error: '#N/A' })],
      [
        makeCell('  前后 \n空白'),
        makeCell(0.95, { numberFormat: '0%', text: '95%' }),
        makeCell(3, { formula: '=B1*2' }),
      ],
      [],
      [null, makeCell('\u0001_x0041_'), makeCell(46006, { numberFormat: 'yyyy"年"m"月"', text: '2025年12月' })],
    ],
    {
      merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
      hiddenRows: [2],
      hiddenColumns: [1],
      protected: true,
      visible: false,
    },
  );

  test('gives back what was put in', () => {
    const file = readWorkbook(writeWorkbook([makeSheet('首', []), sheet], { active: '首' }));
    expect(file.active).toBe('首');
    const [first, second] = file.sheets;
    expect(first).toEqual(makeSheet('首', []));
    expect(second?.cells.map((row) => row && Array.from(row, (found) => found ?? null))).toEqual([
      sheet.cells[0],
      sheet.cells[1],
      undefined,
      sheet.cells[3],
    ]);
    expect({ ...second, cells: [] }).toEqual({ ...sheet, cells: [] });
  });

  test('is the same every time', () => {
    expect(writeWorkbook([sheet])).toEqual(writeWorkbook([sheet]));
  });

  test.each(['宽', '框'])('layout: %s', (kind) => {
    const bytes = writeWorkbook([sheet], {
      layout: () => (kind === '宽' ? { columnWidths: [20], wrap: true } : { borders: true, headerRows: 1 }),
    });
    expect(readWorkbook(bytes).sheets[0]?.cells[1]?.[1]?.numberFormat).toBe('0%');
  });
});
