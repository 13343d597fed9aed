import fc from 'fast-check';
import {
  makeCell,
  makeSheet,
  parseCell,
  parseRange,
  type CellContent,
  type CellRef,
  type MarkLevel,
  type Range,
} from '../../../src/core/sheet';
import {
  FormatError,
  marksOf,
  notesOf,
  patchWorkbook,
  readWorkbook,
  writeWorkbook,
  type WorkbookPatch,
} from '../../../src/formats/xlsx';
import {
  addUserNote,
  MAIN,
  partsOf,
  rawWorkbook,
  RELATIONSHIPS,
  withParts,
  type RawWorkbook,
} from '../../support/xlsx';
import { runs } from '../../support/runs';

const at = (ref: string): CellRef => parseCell(ref) as CellRef;
const area = (ref: string): Range => parseRange(ref) as Range;
const put = (ref: string, to: CellContent) => ({ sheet: '表', cell: at(ref), to });
const mark = (ref: string, level: MarkLevel = 'error', note = '指标值不一致') => ({
  sheet: '表',
  cell: at(ref),
  level,
  note,
});

/** The parts of a workbook after a patch, and those that differ. */
function patched(
  bytes: Uint8Array,
  patch: WorkbookPatch,
): { parts: Map<string, string>; changed: string[]; bytes: Uint8Array } {
  const after = patchWorkbook(readWorkbook(bytes), patch).zip.save();
  const before = partsOf(bytes);
  const parts = partsOf(after);
  const names = new Set([...before.keys(), ...parts.keys()]);
  return { parts, changed: [...names].filter((name) => before.get(name) !== parts.get(name)).sort(), bytes: after };
}

const SHEET = 'xl/worksheets/sheet1.xml';
const body = (text = ''): string =>
  text.slice(text.indexOf('>', text.indexOf('<worksheet')) + 1, text.lastIndexOf('</worksheet>'));
const raw = (inner: string, more: Partial<RawWorkbook> = {}) => rawWorkbook({ sheets: { 表: inner }, ...more });

describe('cells are written where they stand', () => {
  const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
  test.each<[string, string, [string, CellContent][], string]>([
    [
      'over a number',
      data('<row r="1" spans="1:2"><c r="A1" s="3"><v>1</v></c><c r="B1"/></row>'),
      [['A1', { number: 2.5 }]],
      data('<row r="1" spans="1:2"><c r="A1" s="3"><v>2.5</v></c><c r="B1"/></row>'),
    ],
    [
      'a text',
      data('<row r="1"><c r="A1" t="s" s="3"><v>0</v></c></row>'),
      [['A1', { text: '≥1 <&>' }]],
      data('<row r="1"><c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">≥1 &lt;&amp;&gt;</t></is></c></row>'),
    ],
    [
      'a blank keeps its looks',
      data('<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
      [
        ['A1', { blank: true }],
        ['B1', { blank: true }],
      ],
      data('<row r="1"><c r="A1" s="3"/></row>'),
    ],
    [
      'truth and errors',
      data('<row r="1"><c r="A1"/></row>'),
      [
        ['A1', { boolean: true }],
        ['B1', { error: '#N/A' }],
      ],
      data('<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>'),
    ],
    [
      'between cells',
      data('<row r="1"><c r="A1"/><c r="D1"/></row>'),
      [
        ['C1', { number: 3 }],
        ['B1', { number: 2 }],
      ],
      data('<row r="1"><c r="A1"/><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"/></row>'),
    ],
    [
      'into an empty row',
      data('<row r="1" ht="20" />'),
      [['B1', { number: 2 }]],
      data('<row r="1" ht="20" ><c r="B1"><v>2</v></c></row>'),
    ],
    [
      'between rows',
      data('<row r="1"/><row r="5"/>'),
      [
        ['A3', { number: 3 }],
        ['A2', { number: 2 }],
      ],
      data('<row r="1"/><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="5"/>'),
    ],
    [
      'after all rows',
      data('<row r="1"/>'),
      [['B9', { number: 2 }]],
      data('<row r="1"/><row r="9"><c r="B9"><v>2</v></c></row>'),
    ],
    ['into an empty sheet', '<sheetData/>', [['B2', { number: 2 }]], data('<row r="2"><c r="B2"><v>2</v></c></row>')],
    ['a blank where nothing is', '<sheetData/>', [['B2', { blank: true }]], '<sheetData/>'],
    [
      'without references',
      data('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
      [
        ['B1', { number: 9 }],
        ['A2', { number: 8 }],
      ],
      data('<row><c><v>1</v></c><c r="B1"><v>9</v></c></row><row><c r="A2"><v>8</v></c></row>'),
    ],
    [
      'the size that is stated',
      '<dimension ref="B2:C3"/><sheetData/>',
      [['D1', { number: 1 }]],
      '<dimension ref="B1:D3"/>' + data('<row r="1"><c r="D1"><v>1</v></c></row>'),
    ],
    [
      'control characters',
      '<sheetData/>',
      [['A1', { text: 'a\u000b_x0041_\r\n\0b' }]],
      data(
        '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">a_x000B__x005F_x0041_\nb</t></is></c></row>',
      ),
    ],
  ])('%s', (_, before, writes, after) => {
    const { parts, changed } = patched(raw(before), { sets: writes.map(([ref, to]) => put(ref, to)) });
    expect(body(parts.get(SHEET))).toBe(after);
    expect(changed.filter((name) => name !== SHEET)).toEqual([]);
  });

  test('with the prefix of the part', () => {
    const text = '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></x:worksheet>';
    const { parts } = patched(withParts(raw(''), { [SHEET]: text }), { sets: [put('A1', { text: '甲' })] });
    expect(parts.get(SHEET)).toContain(
      '<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c>',
    );
  });

  test('any contents are read again as they were written', () => {
    const content = fc.oneof(
      fc.record({ text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) }),
      fc.record({ number: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
      fc.record({ boolean: fc.boolean() }),
      fc.constant({ blank: true as const }),
    );
    const writes = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(12), content), {
      selector: ([row, column]) => row * 100 + column,
      maxLength: 25,
    });
    const start = writeWorkbook([
      makeSheet(
        '表',
        Array.from({ length: 20 }, (_, r) => (r % 3 ? [makeCell(r), null, makeCell('甲')] : [])),
      ),
    ]);
    fc.assert(
      fc.property(writes, (list) => {
        const file = patchWorkbook(readWorkbook(start), {
          sets: list.map(([row, column, to]) => ({ sheet: '表', cell: { row, column }, to })),
        });
        const [sheet] = readWorkbook(file.zip.save()).sheets;
        return list.every(([row, column, to]) => {
          const value = sheet?.cells[row]?.[column]?.value;
          if ('blank' in to) return value === undefined;
          if ('text' in to)
            return (
              value === to.text.replaceAll('\0', '').replace(/\r\n?/g, '\n') || to.text.replaceAll('\0', '') === ''
            );
          return 'number' in to ? Object.is(value, to.number) || value === to.number : value === to.boolean;
        });
      }),
      runs(150, 20263),
    );
  });
});

describe('formulas', () => {
  const chain = {
    'xl/calcChain.xml': '<calcChain/>',
    '[Content_Types].xml': '<Types><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>',
  };
  const withChain = (inner: string) => {
    const bytes = raw(inner, { workbook: '<workbookPr/>' });
    const rels = (partsOf(bytes).get('xl/_rels/workbook.xml.rels') ?? '').replace(
      '</Relationships>',
      `<Relationship Id="cc" Type="${RELATIONSHIPS}/calcChain" Target="calcChain.xml"/></Relationships>`,
    );
    return withParts(bytes, { ...chain, 'xl/_rels/workbook.xml.rels': rels });
  };
  const cells = '<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>';

  test.each<[string, WorkbookPatch, boolean, boolean]>([
    ['a mark', { marks: [mark('B1')] }, true, false],
    ['a number beside a formula', { sets: [put('B1', { number: 2 })] }, true, true],
    ['over a formula', { sets: [put('A1', { number: 2 })] }, false, true],
    ['a new formula', { sets: [put('C1', { formula: '=A1' })] }, false, true],
  ])('%s', (_, patch, keepsChain, recalculates) => {
    const { parts } = patched(withChain(cells), patch);
    expect(parts.has('xl/calcChain.xml')).toBe(keepsChain);
    expect(parts.get('[Content_Types].xml')?.includes('calcChain')).toBe(keepsChain);
    expect(parts.get('xl/workbook.xml')?.includes('fullCalcOnLoad="1"')).toBe(recalculates);
  });

  test('a file without formulas is not calculated anew', () => {
    expect(patched(raw('<sheetData/>'), { sets: [put('A1', { number: 1 })] }).changed).toEqual([SHEET]);
  });

  test('calculation settings keep what they say', () => {
    const bytes = withParts(raw(cells), {
      'xl/workbook.xml': (partsOf(raw(cells)).get('xl/workbook.xml') ?? '').replace(
        '</workbook>',
        '<calcPr calcId="1" fullCalcOnLoad="0"/><extLst/></workbook>',
      ),
    });
    expect(patched(bytes, { sets: [put('A1', { number: 1 })] }).parts.get('xl/workbook.xml')).toContain(
      '<calcPr calcId="1" fullCalcOnLoad="1"/><extLst/>',
    );
  });

  test('a shared formula outlives its first cell', () => {
    const shared =
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c><c r="D3"><f t="shared" ref="D3:D4" si="1">E3</f><v>0</v></c></row></sheetData>';
    const [sheet] = readWorkbook(
      patched(raw(shared), { sets: [put('A1', { number: 9 }), put('A3', { text: '甲' })] }).bytes,
    ).sheets;
    expect([
      sheet?.cells[0]?.[0]?.value,
      sheet?.cells[1]?.[0]?.formula,
      sheet?.cells[2]?.[0]?.value,
      sheet?.cells[2]?.[3]?.formula,
    ]).toEqual([9, '=B2*$C$1', '甲', '=E3']);
  });

  test.each<[string, string, WorkbookPatch, boolean]>([
    [
      'inside an array formula',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
      { sets: [put('A2', { number: 1 })] },
      true,
    ],
    [
      'at its first cell',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row>',
      { sets: [put('A1', { number: 1 })] },
      true,
    ],
    [
      'one of a single cell',
      '<row r="1"><c r="A1"><f t="array" ref="A1">B1:B3</f></c></row>',
      { sets: [put('A1', { number: 1 })] },
      false,
    ],
    [
      'beside it',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row>',
      { sets: [put('B2', { number: 1 })] },
      false,
    ],
  ])('array formulas: %s', (_, rows, patch, refused) => {
    const run = () => patched(raw(`<sheetData>${rows}</sheetData>`), patch);
    if (refused)
      expect(run).toThrow(expect.objectContaining({ code: 'cell-locked', data: { range: 'A1:A3', reason: 'array' } }));
    else expect(run).not.toThrow();
  });

  test('metadata go with the formula that they were of, and stay with others', () => {
    const cells =
      '<sheetData><row r="1"><c r="A1" cm="1"><f t="array" ref="A1">UNIQUE(B1)</f><v>1</v></c><c r="B1" t="e" vm="1"><v>#VALUE!</v></c><c r="C1"><v>3</v></c></row></sheetData>';
    const { parts } = patched(raw(cells), { sets: [put('A1', { number: 2 }), put('C1', { number: 4 })] });
    expect(body(parts.get(SHEET))).toBe(
      '<sheetData><row r="1"><c r="A1"><v>2</v></c><c r="B1" t="e" vm="1"><v>#VALUE!</v></c><c r="C1"><v>4</v></c></row></sheetData>',
    );
  });

  test.each([
    ['in what it spills over', 'A3'],
    ['at its first cell', 'A1'],
  ])('a formula that spills is not torn: %s', (_, ref) => {
    const cells =
      '<sheetData><row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xlfn.UNIQUE(B1:B9)</f><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row></sheetData>';
    expect(() => patched(raw(cells), { sets: [put(ref, { number: 2 })] })).toThrow(
      expect.objectContaining({ code: 'cell-locked', data: { range: 'A1:A3', reason: 'array' } }),
    );
  });

  test("the add-in's own functions are stored as spreadsheets store them", () => {
    const formula = '=PERF.SCORE(A2,B2,"PERF.SCORE(")+1';
    const { parts, bytes } = patched(raw('<sheetData/>'), { sets: [put('A1', { formula })] });
    expect(body(parts.get(SHEET))).toContain('<f>_xldudf_PERF_SCORE(A2,B2,&quot;PERF.SCORE(&quot;)+1</f>');
    expect(readWorkbook(bytes).sheets[0]?.cells[0]?.[0]?.formula).toBe(formula);
  });

  test('young functions get their prefix', () => {
    const { parts } = patched(raw('<sheetData/>'), { sets: [put('A1', { formula: '=IFS(A2>1,"IFS(",TRUE,SUM(1))' })] });
    expect(body(parts.get(SHEET))).toContain('<f>_xlfn.IFS(A2&gt;1,&quot;IFS(&quot;,TRUE,SUM(1))</f>');
  });
});

describe('number formats', () => {
  const styles =
    '<fonts count="1"><font/></fonts><cellXfs count="2"><xf numFmtId="0" fontId="5"/><xf numFmtId="49" fontId="6" quotePrefix="1"><alignment wrapText="1"/></xf></cellXfs>';
  const cells = '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>';

  test('a new one is added to the looks of the cell', () => {
    const { parts } = patched(raw(cells, { styles }), {
      sets: [put('A1', { number: 0.5, numberFormat: '0.0%' }), put('B1', { number: 1, numberFormat: '0.0%' })],
    });
    expect(parts.get('xl/styles.xml')).toBe(
      `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="1"><font/></fonts><cellXfs count="4"><xf numFmtId="0" fontId="5"/><xf numFmtId="49" fontId="6" quotePrefix="1"><alignment wrapText="1"/></xf><xf numFmtId="164" fontId="6" applyNumberFormat="1"><alignment wrapText="1"/></xf><xf numFmtId="164" fontId="5" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    );
  });

  test('a number in a text cell becomes a number', () => {
    const [sheet] = readWorkbook(patched(raw(cells, { styles }), { sets: [put('A1', { number: 5 })] }).bytes).sheets;
    expect(sheet?.cells[0]?.[0]).toEqual({ value: 5, text: '5' });
  });

  test('a file without styles gets some', () => {
    const [sheet] = readWorkbook(
      patched(raw('<sheetData/>'), { sets: [put('A1', { number: 0.5, numberFormat: '0%' })] }).bytes,
    ).sheets;
    expect(sheet?.cells[0]?.[0]).toEqual({ value: 0.5, text: '50%', numberFormat: '0%' });
  });

  test('dates in files that count from 1904', () => {
    const file = raw('<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>', {
      workbook: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    });
    const { parts, bytes } = patched(file, {
      sets: [
        put('A1', { number: 46006 }),
        put('B1', { number: 46006, numberFormat: 'yyyy/m/d' }),
        put('C1', { number: 46006 }),
      ],
    });
    expect(body(parts.get(SHEET)).match(/<v>\d+<\/v>/g)).toEqual(['<v>44544</v>', '<v>44544</v>', '<v>46006</v>']);
    expect(readWorkbook(bytes).sheets[0]?.cells[0]?.map((cell) => cell?.value)).toEqual([46006, 46006, 46006]);
  });
});

describe('merged areas', () => {
  test.each<[string, string, WorkbookPatch, string]>([
    [
      'the first',
      '<sheetData/><pageMargins left="1"/>',
      { merges: [{ sheet: '表', range: area('A1:B2') }] },
      '<sheetData/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><pageMargins left="1"/>',
    ],
    [
      'one more',
      '<sheetData/><mergeCells count="1"><mergeCell ref="D1:E1"/></mergeCells>',
      { merges: [{ sheet: '表', range: area('A1:B2') }] },
      '<sheetData/><mergeCells count="2"><mergeCell ref="D1:E1"/><mergeCell ref="A1:B2"/></mergeCells>',
    ],
    [
      'the last goes',
      '<sheetData/><mergeCells count="1"><mergeCell ref="D1:E1"/></mergeCells><hyperlinks/>',
      { unmerges: [{ sheet: '表', range: area('D1') }] },
      '<sheetData/><hyperlinks/>',
    ],
    [
      'one of two goes',
      '<sheetData/><mergeCells><mergeCell ref="D1:E1"/><mergeCell ref="A1:B1"/></mergeCells>',
      { unmerges: [{ sheet: '表', range: area('D1:E1') }] },
      '<sheetData/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    ],
    [
      'one for another',
      '<sheetData/><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      { merges: [{ sheet: '表', range: area('A1:A2') }] },
      '<sheetData/><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>',
    ],
  ])('%s', (_, before, patch, after) => {
    expect(body(patched(raw(before), patch).parts.get(SHEET))).toBe(after);
  });
});

describe('marks', () => {
  const EVERYTHING =
    '<sheetPr/><dimension ref="A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><autoFilter ref="A1:B2"/>' +
    '<conditionalFormatting sqref="A1:B2"><cfRule type="expression" dxfId="0" priority="7"><formula>N("mine")=0</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation sqref="A1"/></dataValidations><pageMargins left="1"/><drawing r:id="d1"/><tableParts count="0"/>' +
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="x"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="m"><x14:cfRule type="dataBar" id="{1}"/><xm:sqref>C1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
  const styles = '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="0"/>';
  const full = () => raw(EVERYTHING, { styles });

  test('stand behind the rules of the user, in their place', () => {
    const { parts, changed } = patched(full(), {
      marks: [mark('A1', 'error', ''), mark('C3', 'info', ''), mark('D4', 'error', '')],
    });
    expect(changed).toEqual(['xl/styles.xml', SHEET]);
    const text = body(parts.get(SHEET));
    expect(text).toContain(
      '</conditionalFormatting><conditionalFormatting sqref="A1 D4"><cfRule type="expression" dxfId="1" priority="8"><formula>N(&quot;PERF.MARK error&quot;)=0</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="C3"><cfRule type="expression" dxfId="2" priority="9"><formula>N(&quot;PERF.MARK info&quot;)=0</formula></cfRule></conditionalFormatting><dataValidations',
    );
    expect(parts.get('xl/styles.xml')).toContain(
      '<dxfs count="3"><dxf><font><b/></font></dxf><dxf><fill><patternFill><bgColor rgb="FFF8B4B4"/>',
    );
  });

  test.each<[string, () => Uint8Array]>([
    ['everything', full],
    ['nothing', () => raw('<sheetData/>')],
    ['no differential styles', () => raw('<sheetData/>', { styles: '<cellXfs/><tableStyles/>' })],
    ['none, counted', () => raw('<sheetData/>', { styles: '<dxfs count="0"/>' })],
    ['none, counted with a blank', () => raw('<sheetData/>', { styles: '<dxfs count="0" />' })],
    ['a note of a person', () => addUserNote(readWorkbook(full()), '表', at('C3'), '请核对').zip.save()],
    [
      'relationships of its own',
      () =>
        raw(EVERYTHING, {
          styles,
          sheetRelationships: { 表: '<Relationship Id="d1" Type="t/drawing" Target="../drawings/drawing1.xml"/>' },
        }),
    ],
    [
      'a self-closed sheet',
      () => withParts(raw('<sheetData/>'), { [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` }),
    ],
    ['a written workbook', () => writeWorkbook([makeSheet('表', [[makeCell(1)]]), makeSheet('乙', [])])],
  ])('marking and clearing gives back the parts: %s', (_, make) => {
    const bytes = make();
    const marked = patchWorkbook(readWorkbook(bytes), {
      marks: [mark('A1', 'warning'), mark('C3'), mark('E5', 'info', ''), mark('F9', 'error', '甲\n乙')],
    });
    const again = patchWorkbook(readWorkbook(marked.zip.save()), { marks: [mark('C3', 'info', '改')], clearMarks: [] });
    const cleared = patchWorkbook(readWorkbook(again.zip.save()), { clearMarks: ['表'] });
    expect(partsOf(cleared.zip.save())).toEqual(partsOf(bytes));
    expect([...partsOf(cleared.zip.save()).keys()]).toEqual([...partsOf(bytes).keys()]);
  });

  test('one mark a cell; clearing one leaves the others', () => {
    const first = patched(full(), { marks: [mark('A1'), mark('B1'), mark('C3', 'info')] }).bytes;
    const second = patched(first, { marks: [mark('A1', 'warning', '新')], unmarks: [{ sheet: '表', ...at('B1') }] });
    const file = readWorkbook(second.bytes);
    expect(marksOf(file, '表')).toEqual({ error: [], warning: [area('A1')], info: [area('C3')] });
    expect(notesOf(file, '表').map(({ text }) => text)).toEqual(['【绩效表助手】\n指标值不一致', '【绩效表助手】\n新']);
  });

  test('a mark copied over a range loses one cell of it', () => {
    const copied = (partsOf(patched(full(), { marks: [mark('B2', 'error', '')] }).bytes).get(SHEET) ?? '').replace(
      'sqref="B2"',
      'sqref="A1:C3 E5"',
    );
    const { bytes } = patched(
      withParts(patched(full(), { marks: [mark('B2', 'error', '')] }).bytes, { [SHEET]: copied }),
      { unmarks: [{ sheet: '表', ...at('B2') }] },
    );
    expect(marksOf(readWorkbook(bytes), '表').error).toEqual(['A1:C1', 'A3:C3', 'A2', 'C2', 'E5'].map(area));
  });

  test('are found in the extension list and among rules of the user', () => {
    const inner =
      '<sheetData/><conditionalFormatting sqref="A1:A9"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule><cfRule type="expression" priority="2"><formula>N( "PERF.MARK warning" )=0</formula></cfRule></conditionalFormatting>' +
      '<extLst><ext uri="{1}"><x14:conditionalFormattings xmlns:x14="x"><x14:conditionalFormatting><x14:cfRule type="expression"><xm:f>N(&quot;PERF.MARK info&quot;)=0</xm:f><x14:dxf/></x14:cfRule><xm:sqref>B2:B3 C1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{2}"><keep/></ext></extLst>';
    expect(marksOf(readWorkbook(raw(inner)), '表')).toEqual({
      error: [],
      warning: [area('A1:A9')],
      info: [area('B2:B3'), area('C1')],
    });
    expect(body(patched(raw(inner), { clearMarks: ['表'] }).parts.get(SHEET))).toBe(
      '<sheetData/><conditionalFormatting sqref="A1:A9"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting><extLst><ext uri="{2}"><keep/></ext></extLst>',
    );
  });

  test("a cell with a person's note gets the mark alone, and keeps the note", () => {
    const noted = addUserNote(readWorkbook(full()), '表', at('C3'), '请核对');
    const file = readWorkbook(patchWorkbook(noted, { marks: [mark('C3'), mark('D4')] }).zip.save());
    expect(marksOf(file, '表').error).toEqual([area('C3'), area('D4')]);
    expect(notesOf(file, '表').map(({ text }) => text)).toEqual(['请核对', '【绩效表助手】\n指标值不一致']);
  });

  test('a cell with a conversation gets the mark alone', () => {
    const threaded = raw('<sheetData/>', {
      sheetRelationships: {
        表: '<Relationship Id="t" Type="x/threadedComment" Target="../threadedComments/threadedComment1.xml"/>',
      },
      more: {
        'xl/threadedComments/threadedComment1.xml':
          '<ThreadedComments><threadedComment ref="C3" id="{1}"><text>请核对</text></threadedComment></ThreadedComments>',
      },
    });
    const { changed, bytes } = patched(threaded, { marks: [mark('C3')] });
    expect(changed.filter((name) => /comments|vml|sheet1.xml.rels/i.test(name))).toEqual([]);
    expect(marksOf(readWorkbook(bytes), '表').error).toEqual([area('C3')]);
  });

  test('shapes are numbered on from those of the user', () => {
    const vml =
      '<xml><v:shape id="_x0000_s1030" type="#t"><x:ClientData ObjectType="Note"><x:Row>9</x:Row><x:Column>9</x:Column></x:ClientData></v:shape><v:shape id="b"><br></v:shape></xml>';
    const drawn = raw('<sheetData/><legacyDrawing r:id="v"/>', {
      sheetRelationships: { 表: '<Relationship Id="v" Type="x/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>' },
      more: { 'xl/drawings/vmlDrawing1.vml': vml },
    });
    const { parts, bytes } = patched(drawn, { marks: [mark('C3'), mark('D4')] });
    expect(parts.get('xl/drawings/vmlDrawing1.vml')?.match(/<v:shape id="[^"]*"/g)).toEqual([
      '<v:shape id="_x0000_s1030"',
      '<v:shape id="b"',
      '<v:shape id="_x0000_s1031"',
      '<v:shape id="_x0000_s1032"',
    ]);
    expect(partsOf(patched(bytes, { clearMarks: ['表'] }).bytes)).toEqual(partsOf(drawn));
  });

  test('notes come with the drawing that shows them', () => {
    const { parts } = patched(full(), { marks: [mark('C3', 'error', '甲 <乙>')] });
    expect(parts.get('xl/comments1.xml')).toContain('<comment ref="C3" authorId="0"><text><r>');
    expect(parts.get('xl/comments1.xml')).toContain('【绩效表助手】\n甲 &lt;乙&gt;</t>');
    expect(parts.get('xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>2</x:Row><x:Column>2</x:Column>');
    expect(body(parts.get(SHEET))).toContain(
      `<drawing r:id="d1"/><legacyDrawing xmlns:r="${RELATIONSHIPS}" r:id="rIdPerf2"/><tableParts`,
    );
    expect(parts.get('[Content_Types].xml')).toContain('PartName="/xl/comments1.xml"');
  });
});

describe('new sheets', () => {
  test('come last, with what they need', () => {
    const { bytes, changed } = patched(raw('<sheetData/>'), {
      addSheets: [{ sheet: '审核 & 记录', visible: false }],
      sets: [{ sheet: '审核 & 记录', cell: at('B2'), to: { text: '甲' } }],
    });
    const { sheets, active } = readWorkbook(bytes);
    expect([active, sheets.map(({ name, visible }) => [name, visible]), sheets[1]?.cells[1]?.[1]?.value]).toEqual([
      '表',
      [
        ['表', true],
        ['审核 & 记录', false],
      ],
      '甲',
    ]);
    expect(changed).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  test('go again, and nothing is left of them', () => {
    const before = raw('<sheetData/>');
    const added = patched(before, { addSheets: [{ sheet: '新', visible: true }] }).bytes;
    expect(partsOf(patched(added, { deleteSheets: ['新'] }).bytes)).toEqual(partsOf(before));
    expect(() => patched(added, { deleteSheets: ['表'] })).toThrow(FormatError);
  });

  test('not into a locked structure', () => {
    const locked = raw('<sheetData/>', { workbook: '<workbookProtection lockStructure="1"/>' });
    expect(() => patched(locked, { addSheets: [{ sheet: '新', visible: true }] })).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    );
  });
});

describe('what is refused', () => {
  const table = '<table ref="A1:C5"><autoFilter ref="A1:C5"/></table>';
  const withTable = () =>
    raw('<sheetData/><tableParts count="1"/>', {
      sheetRelationships: { 表: '<Relationship Id="t" Type="x/table" Target="../tables/table1.xml"/>' },
      more: { 'xl/tables/table1.xml': table },
    });
  test.each<[string, WorkbookPatch, boolean]>([
    ["a table's header", { sets: [put('B1', { text: '改' })] }, true],
    ["a table's body", { sets: [put('B2', { text: '改' })] }, false],
    ['a merged area in a table', { merges: [{ sheet: '表', range: area('C5:D6') }] }, true],
    ['a mark on its header', { marks: [mark('B1')] }, false],
  ])('%s', (_, patch, refused) => {
    const run = () => patched(withTable(), patch);
    if (refused)
      expect(run).toThrow(expect.objectContaining({ code: 'cell-locked', data: { range: 'A1:C5', reason: 'table' } }));
    else expect(run).not.toThrow();
  });

  test.each<[string, WorkbookPatch, boolean]>([
    ['a cell of a pivot table', { sets: [put('B4', { number: 1 })] }, true],
    ['a merged area over it', { merges: [{ sheet: '表', range: area('C6:D8') }] }, true],
    ['a cell beside it', { sets: [put('D4', { number: 1 })] }, false],
    ['a mark on it', { marks: [mark('B4')] }, false],
  ])('%s', (_, patch, refused) => {
    const pivot = raw('<sheetData/>', {
      sheetRelationships: { 表: '<Relationship Id="p" Type="x/pivotTable" Target="../pivotTables/pivotTable1.xml"/>' },
      more: {
        'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition><location ref="A3:C6"/></pivotTableDefinition>',
      },
    });
    const run = () => patched(pivot, patch);
    if (refused)
      expect(run).toThrow(expect.objectContaining({ code: 'cell-locked', data: { range: 'A3:C6', reason: 'pivot' } }));
    else expect(run).not.toThrow();
  });

  test('signed files', () => {
    const signed = raw('<sheetData/>', { more: { '_xmlsignatures/sig1.xml': '<s/>' } });
    expect(() => patched(signed, { marks: [mark('A1')] })).toThrow(expect.objectContaining({ code: 'signed' }));
  });

  test('parts whose text would not come back as it was', () => {
    const broken = new Uint8Array([
      ...new TextEncoder().encode('<worksheet><sheetData/><!-- '),
      0xff,
      ...new TextEncoder().encode(' --></worksheet>'),
    ]);
    expect(() => patched(withParts(raw(''), { [SHEET]: broken }), { sets: [put('A1', { number: 1 })] })).toThrow(
      expect.objectContaining({ code: 'bad-xml', data: { part: SHEET, reason: 'encoding' } }),
    );
  });
});

test('untouched entries keep their packed bytes and their order', () => {
  const bytes = writeWorkbook([makeSheet('表', [[makeCell(1)]]), makeSheet('乙', [[makeCell('很长'.repeat(500))]])]);
  const after = patchWorkbook(readWorkbook(bytes), { sets: [put('A1', { number: 2 })] }).zip;
  expect(after.names()).toEqual(readWorkbook(bytes).zip.names());
  const text = Buffer.from(after.save()).toString('latin1');
  const packed = Buffer.from(bytes).toString('latin1');
  const start = packed.indexOf('xl/worksheets/sheet2.xml');
  expect(text).toContain(packed.slice(start, start + 100));
});

describe('a formula carries what it comes to, for readers that compute nothing', () => {
  test.each([
    [10.44],
    [true],
    [false],
    ['良'],
    ['a<b&"c"'],
    [{ error: '#N/A' as const }],
    [{ error: '#DIV/0!' as const }],
  ])('%j', (result) => {
    const { bytes } = patched(writeWorkbook([makeSheet('表', [[makeCell('1')]])]), {
      sets: [{ ...put('B2', { formula: '=A1' }), result }],
    });
    expect(readWorkbook(bytes).sheets[0]?.cells[1]?.[1]).toMatchObject({ formula: '=A1', value: result });
  });

  test('nothing, where it is not known', () => {
    const { parts } = patched(writeWorkbook([makeSheet('表', [[makeCell('1')]])]), {
      sets: [put('B2', { formula: '=A1' })],
    });
    expect(parts.get(SHEET)).toContain('<f>A1</f></c>');
  });
});
