import fc from 'fast-check';
import { formatRange, makeCell, makeSheet } from '../../../src/core/sheet';
import { patchWorkbook, readWorkbook, writeWorkbook } from '../../../src/formats/xlsx';
import { type RowShift, shiftReferences } from '../../../src/formats/xlsx/rows/references';
import { runs } from '../../support/runs';
import { partsOf, rawWorkbook, type RawWorkbook, withParts } from '../../support/xlsx';

const SHEET = 'xl/worksheets/sheet1.xml';
const body = (text = ''): string =>
  text.slice(text.indexOf('>', text.indexOf('<worksheet')) + 1, text.lastIndexOf('</worksheet>'));
const raw = (inner: string, more: Partial<RawWorkbook> = {}) => rawWorkbook({ sheets: { 表: inner }, ...more });
/** Rows opened above row `number`, as people count rows. */
const open = (number: number, count = 2) => ({ insertRows: [{ sheet: '表', before: number - 1, count }] });
const opened = (bytes: Uint8Array, number = 3, count = 2): Map<string, string> =>
  partsOf(patchWorkbook(readWorkbook(bytes), open(number, count)).zip.save());

describe('references follow', () => {
  const shift = (count: number): RowShift => ({
    sheet: '甲 表',
    before: 4,
    count,
    order: ['首', '甲 表', '乙', '末'],
  });

  test.each<[string, string, string]>([
    ['cells above and below', 'A4+A5+$A$5+A$4', 'A4+A7+$A$7+A$4'],
    ['areas above, across, below, at the edge', 'A1:B4,A4:B5,A5:B5,A1:A4', 'A1:B4,A4:B7,A7:B7,A1:A4'],
    ['areas written upside down', 'A9:A2', 'A11:A2'],
    ['whole rows and columns', '4:4+5:6+$1:$9+A:C+A1:C1048576', '4:4+7:8+$1:$11+A:C+A1:C1048576'],
    ['areas to the last row', 'A9:A1048576', 'A11:A1048576'],
    ['what is pushed off', 'A1048575+A1048574', '#REF!+A1048576'],
    ['its own name', "'甲 表'!A5+'甲 表'!A5:A9+'甲 表'!5:5", "'甲 表'!A7+'甲 表'!A7:A11+'甲 表'!7:7"],
    ['other sheets', "乙!A5+'乙'!A5:A9+[1]乙!A5+'[1]甲 表'!A5", "乙!A5+'乙'!A5:A9+[1]乙!A5+'[1]甲 表'!A5"],
    ['each after its own sheet', "'甲 表'!A5:'甲 表'!A9+乙!A5+A5", "'甲 表'!A7:'甲 表'!A11+乙!A5+A7"],
    ['several sheets beside it', '乙:末!A5+A5', '乙:末!A5+A7'],
    ['texts', '"A5""A5"&A5', '"A5""A5"&A7'],
    [
      'names and functions',
      'LOG10(A5)+A5B+_A5+表A5+A5.x+ZZZ5+TAX1048577',
      'LOG10(A7)+A5B+_A5+表A5+A5.x+ZZZ5+TAX1048577',
    ],
    ['tables', "Tbl[A5]+Tbl[[#This Row],[A5]]+Tbl[a'[A5']]+A5", "Tbl[A5]+Tbl[[#This Row],[A5]]+Tbl[a'[A5']]+A7"],
    ['errors', '#REF!A5+#DIV/0!+#N/A+A5', '#REF!A5+#DIV/0!+#N/A+A7'],
    ['numbers', '1E5+5+A5*5', '1E5+5+A7*5'],
    ['spilled ranges', '_xlfn.ANCHORARRAY(A5)+SUM(A5#)', '_xlfn.ANCHORARRAY(A7)+SUM(A7#)'],
    ['open quotes', '"A5', '"A5'],
  ])('%s', (_, formula, after) => {
    expect(shiftReferences(formula, shift(2), { own: true })).toBe(after);
  });

  test.each<[string, string, string]>([
    ['closed cells', 'A4+A5+A6+A7', 'A4+#REF!+#REF!+A5'],
    ['areas that lose rows', 'A4:A5,A5:A6,A6:A7,A1:A9', 'A4:A4,#REF!,A5:A5,A1:A7'],
  ])('%s', (_, formula, after) => {
    expect(shiftReferences(formula, shift(-2), { own: true })).toBe(after);
  });

  test('from other sheets, by name only', () => {
    expect(shiftReferences("A5+'甲 表'!A5+'甲 表'!A5", shift(1), { own: false })).toBe("A5+'甲 表'!A6+'甲 表'!A6");
  });

  test('distances in names stay', () => {
    const read = { own: false, fixedOnly: true };
    expect(shiftReferences("'甲 表'!A5+'甲 表'!$A$5+'甲 表'!A$1:A$9+'甲 表'!A5:A$9", shift(1), read)).toBe(
      "'甲 表'!A5+'甲 表'!$A$6+'甲 表'!A$1:A$10+'甲 表'!A5:A$10",
    );
  });

  test('a reference through the sheet is refused', () => {
    const run = () => shiftReferences('SUM(首:末!A5)', shift(1), { own: true });
    expect(run).toThrow(expect.objectContaining({ code: 'unsupported', data: { what: 'span', part: '首:末' } }));
  });

  test('opening and closing the same rows gives back every formula', () => {
    const piece = fc.oneof(
      fc
        .tuple(fc.constantFrom('A', '$B', 'XFD'), fc.constantFrom('', '$'), fc.integer({ min: 1, max: 40 }))
        .map((t) => t.join('')),
      fc.constantFrom(
        '"A5"',
        '甲!A5',
        "'甲 表'!$C$9",
        'SUM(A1:B30)',
        '3:17',
        'A:B',
        'LOG10(A5)',
        'T[A5]',
        '#REF!',
        '1.5E3',
      ),
    );
    const formula = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('+'));
    fc.assert(
      fc.property(formula, fc.nat(40), fc.integer({ min: 1, max: 9 }), (text, before, count) => {
        const rows = { ...shift(count), before };
        const there = shiftReferences(text, rows, { own: true });
        return shiftReferences(there, { ...rows, count: -count }, { own: true }) === text;
      }),
      runs(300, 20264),
    );
  });
});

describe('a sheet', () => {
  const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
  test.each<[string, string, string]>([
    [
      'rows and cells',
      data('<row r="2" ht="20"><c r="A2"/></row><row r="3" spans="1:2"><c r="A3"><v>1</v></c><c r="B3" s="1"/></row>'),
      data(
        '<row r="3" ht="20"></row><row r="4" ht="20"></row><row r="5" spans="1:2"><c r="A5"><v>1</v></c><c r="B5" s="1"/></row>',
      ).replace('<row r="3"', '<row r="2" ht="20"><c r="A2"/></row><row r="3"'),
    ],
    [
      'new rows look like the one above',
      data(
        '<row r="2" s="4" customFormat="1" hidden="1"><c r="A2" s="3" t="s"><v>0</v></c><c r="B2"/><c r="C2" s="5"/></row>',
      ),
      data(
        '<row r="2" s="4" customFormat="1" hidden="1"><c r="A2" s="3" t="s"><v>0</v></c><c r="B2"/><c r="C2" s="5"/></row>' +
          '<row r="3" s="4" customFormat="1"><c r="A3" s="3"/><c r="C3" s="5"/></row>' +
          '<row r="4" s="4" customFormat="1"><c r="A4" s="3"/><c r="C4" s="5"/></row>',
      ),
    ],
    [
      'rows without numbers',
      data('<row><c><v>1</v></c></row><row/><row><c><v>3</v></c></row><row><c r="A4"/></row>'),
      data('<row><c><v>1</v></c></row><row/><row r="5"><c><v>3</v></c></row><row r="6"><c r="A6"/></row>'),
    ],
    [
      'the size, merged areas',
      '<dimension ref="A1:B9"/><sheetData/><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="A2:A3"/></mergeCells>',
      '<dimension ref="A1:B11"/><sheetData/><mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="A2:A5"/></mergeCells>',
    ],
    [
      'views and frozen rows',
      '<sheetViews><sheetView><pane ySplit="4" topLeftCell="A5" state="frozen"/><selection activeCell="C9" sqref="C9 A1:B3"/></sheetView></sheetViews><sheetData/>',
      '<sheetViews><sheetView><pane ySplit="6" topLeftCell="A7" state="frozen"/><selection activeCell="C11" sqref="C11 A1:B5"/></sheetView></sheetViews><sheetData/>',
    ],
    [
      'conditional formats and their formulas',
      '<sheetData/><conditionalFormatting sqref="A1:A9 C5"><cfRule type="expression" priority="1"><formula>$B5&gt;"&lt;A5"</formula></cfRule><cfRule type="dataBar"><dataBar><cfvo type="formula" val="$A$5"/><cfvo type="num" val="5"/></dataBar></cfRule></conditionalFormatting>',
      '<sheetData/><conditionalFormatting sqref="A1:A11 C7"><cfRule type="expression" priority="1"><formula>$B7&gt;&quot;&lt;A5&quot;</formula></cfRule><cfRule type="dataBar"><dataBar><cfvo type="formula" val="$A$7"/><cfvo type="num" val="5"/></dataBar></cfRule></conditionalFormatting>',
    ],
    [
      'validations, links, filters, page breaks',
      '<sheetData/><autoFilter ref="A2:C9"><sortState ref="A3:C9"/></autoFilter><dataValidations count="1"><dataValidation type="list" sqref="B3:B9"><formula1>$F$1:$F$4</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A4" location="表!A9"/><hyperlink ref="A2" r:id="x"/></hyperlinks><rowBreaks count="2"><brk id="2"/><brk id="1"/></rowBreaks>',
      '<sheetData/><autoFilter ref="A2:C11"><sortState ref="A5:C11"/></autoFilter><dataValidations count="1"><dataValidation type="list" sqref="B5:B11"><formula1>$F$1:$F$6</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A6" location="表!A11"/><hyperlink ref="A2" r:id="x"/></hyperlinks><rowBreaks count="2"><brk id="4"/><brk id="1"/></rowBreaks>',
    ],
    [
      'extensions',
      '<sheetData/><extLst><ext><x14:conditionalFormatting><x14:cfRule><xm:f>表!$A$5</xm:f></x14:cfRule><xm:sqref>A3:A4</xm:sqref></x14:conditionalFormatting><x14:sparkline><xm:f>表!A3:C3</xm:f><xm:sqref>D3</xm:sqref></x14:sparkline></ext></extLst>',
      '<sheetData/><extLst><ext><x14:conditionalFormatting><x14:cfRule><xm:f>表!$A$7</xm:f></x14:cfRule><xm:sqref>A5:A6</xm:sqref></x14:conditionalFormatting><x14:sparkline><xm:f>表!A5:C5</xm:f><xm:sqref>D5</xm:sqref></x14:sparkline></ext></extLst>',
    ],
    [
      'array formulas below and what-if tables',
      data(
        '<row r="4"><c r="A4"><f t="array" ref="A4:A5">B4:B5*2</f><v>1</v></c><c r="C4"><f t="dataTable" ref="C4:C5" r1="B1" r2="B9"/><v>1</v></c></row>',
      ),
      data(
        '<row r="6"><c r="A6"><f t="array" ref="A6:A7">B6:B7*2</f><v>1</v></c><c r="C6"><f t="dataTable" ref="C6:C7" r1="B1" r2="B11"/><v>1</v></c></row>',
      ),
    ],
    [
      'with a prefix',
      '<x:sheetData><x:row r="2"><x:c r="A2" s="1"/></x:row><x:row r="3"><x:c r="A3"><x:f>A3</x:f></x:c></x:row></x:sheetData>',
      '<x:sheetData><x:row r="2"><x:c r="A2" s="1"/></x:row><x:row r="3"><x:c r="A3" s="1"/></x:row><x:row r="4"><x:c r="A4" s="1"/></x:row><x:row r="5"><x:c r="A5"><x:f>A5</x:f></x:c></x:row></x:sheetData>',
    ],
  ])('%s', (_, before, after) => {
    const parts = opened(raw(before));
    expect(body(parts.get(SHEET))).toBe(after);
    // Closing the rows again gives back the part, but for the looks of empty rows and escapes that need not be.
    const back = patchWorkbook(patchWorkbook(readWorkbook(raw(before)), open(3)), {
      deleteRows: [{ sheet: '表', before: 2, count: 2 }],
    });
    const plain = (text: string) =>
      text
        .replaceAll('&quot;', '"')
        .replace(/<row r="\d+"\/?>|<row>/g, '<row>')
        .replaceAll(/<c r="[A-Z]\d+"/g, '<c');
    expect(plain(body(partsOf(back.zip.save()).get(SHEET)))).toBe(plain(before));
  });

  const shared = (master: string) =>
    data(
      [1, 2, 3, 4]
        .map(
          (row) =>
            `<row r="${row}"><c r="A${row}">${row === 1 ? `<f t="shared" ref="A1:A4" si="0">${master}</f>` : '<f t="shared" si="0"/>'}<v>1</v></c></row>`,
        )
        .join(''),
    );
  test.each<[string, string, boolean, string[]]>([
    ['along their rows', 'B1*$C$9', true, ['=B1*$C$11', '=B2*$C$11', '=B5*$C$11', '=B6*$C$11']],
    ['from row to row', 'B2', false, ['=B2', '=B5', '=B6', '=B7']],
    ['running totals', 'SUM(B$1:B1)', true, ['=SUM(B$1:B1)', '=SUM(B$1:B2)', '=SUM(B$1:B5)', '=SUM(B$1:B6)']],
  ])('formulas that share a text: %s', (_, master, kept, formulas) => {
    const bytes = patchWorkbook(readWorkbook(raw(shared(master))), open(3)).zip.save();
    const [sheet] = readWorkbook(bytes).sheets;
    expect([0, 1, 4, 5].map((row) => sheet?.cells[row]?.[0]?.formula)).toEqual(formulas);
    expect(partsOf(bytes).get(SHEET)?.includes('t="shared"')).toBe(kept);
    if (kept) expect(partsOf(bytes).get(SHEET)).toContain('ref="A1:A6"');
  });

  test('rows that are pushed off must be empty', () => {
    const last = (inner: string) => raw(data(`<row r="1048576"><c r="A1048576" s="1">${inner}</c></row>`));
    expect(() => opened(last('<v>1</v>'))).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(body(opened(last('')).get(SHEET))).toBe('<sheetData></sheetData>');
  });
});

describe('other sheets', () => {
  const book = (other: string, more: Partial<RawWorkbook> = {}) =>
    rawWorkbook({ sheets: { 表: '<sheetData/>', 乙: other }, ...more });
  const second = 'xl/worksheets/sheet2.xml';

  test('follow what they refer to, and nothing else of them moves', () => {
    const other =
      '<sheetData><row r="9"><c r="A9"><f>表!A9+A9</f><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>' +
      '<conditionalFormatting sqref="A9"><cfRule><formula>表!$A$9&gt;A9</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation sqref="A9"><formula1>表!$A$3:$A$9</formula1></dataValidation></dataValidations>';
    expect(body(opened(book(other)).get(second))).toBe(
      other.replace('<f>表!A9', '<f>表!A11').replace('表!$A$9', '表!$A$11').replace('$A$3:$A$9', '$A$5:$A$11'),
    );
  });

  test('that do not refer to it keep their bytes', () => {
    const bytes = book('<sheetData><row r="9"><c r="A9"><f>A9</f><v>1</v></c></row></sheetData>');
    expect(opened(bytes).get(second)).toBe(partsOf(bytes).get(second));
  });

  test('formulas that share a text part where they must', () => {
    const other =
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">表!B1</f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c></row></sheetData>';
    const file = patchWorkbook(readWorkbook(book(other)), open(3));
    expect([0, 1, 2].map((row) => file.sheets[1]?.cells[row]?.[0]?.formula)).toEqual(['=表!B1', '=表!B2', '=表!B5']);
  });

  test('names, print areas and titles', () => {
    const names = (area: string, fixed: string) =>
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$C$${area}</definedName><definedName name="甲">表!$A$${fixed}</definedName><definedName name="乙">乙!$A$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">表!$1:$2</definedName></definedNames>`;
    const bytes = withParts(book('<sheetData/>'), {
      'xl/workbook.xml': (partsOf(book('<sheetData/>')).get('xl/workbook.xml') ?? '').replace(
        '</sheets>',
        `</sheets>${names('9', '3')}`,
      ),
    });
    expect(opened(bytes).get('xl/workbook.xml')).toContain(names('11', '5'));
  });
});

describe('parts of a sheet', () => {
  const part = (type: string, name: string, text: string, inner = '<sheetData/>') =>
    raw(inner, {
      sheetRelationships: { 表: `<Relationship Id="p" Type="http://x/${type}" Target="/${name}"/>` },
      more: { [name]: text },
    });
  const anchor = (editAs: string, from: string, to: string) =>
    `<xdr:twoCellAnchor${editAs}><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp textlink="表!$A$9"/></xdr:twoCellAnchor>`;
  const shape = (row: number) =>
    `<v:shape id="s"><br><x:ClientData ObjectType="Note"><x:Anchor>1, 15, ${row}, 2, 4, 15, ${row + 4}, 4</x:Anchor><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;

  test.each<[string, string, string, string]>([
    [
      'table',
      'xl/tables/table1.xml',
      '<table ref="A2:C9"><autoFilter ref="A2:C9"/><tableColumns><tableColumn><calculatedColumnFormula>A3+表!A9</calculatedColumnFormula></tableColumn></tableColumns></table>',
      '<table ref="A2:C11"><autoFilter ref="A2:C11"/><tableColumns><tableColumn><calculatedColumnFormula>A5+表!A11</calculatedColumnFormula></tableColumn></tableColumns></table>',
    ],
    [
      'comments',
      'xl/comments1.xml',
      '<comments><commentList><comment ref="A2"/><comment ref="B3"><text/></comment></commentList></comments>',
      '<comments><commentList><comment ref="A2"/><comment ref="B5"><text/></comment></commentList></comments>',
    ],
    [
      'threadedComment',
      'xl/threadedComments/threadedComment1.xml',
      '<ThreadedComments><threadedComment ref="C3" id="{1}"/></ThreadedComments>',
      '<ThreadedComments><threadedComment ref="C5" id="{1}"/></ThreadedComments>',
    ],
    [
      'vmlDrawing',
      'xl/drawings/vmlDrawing1.vml',
      `<xml><v:shapetype id="t"/>${shape(1)}${shape(2)}</xml>`,
      `<xml><v:shapetype id="t"/>${shape(1)}${shape(4)}</xml>`,
    ],
    [
      'drawing',
      'xl/drawings/drawing1.xml',
      `<xdr:wsDr>${anchor('', '0', '1')}${anchor('', '0', '2')}${anchor('', '1', '5')}${anchor(' editAs="oneCell"', '1', '5')}${anchor(' editAs="oneCell"', '2', '5')}${anchor(' editAs="absolute"', '2', '5')}</xdr:wsDr>`,
      `<xdr:wsDr>${anchor('', '0', '1')}${anchor('', '0', '2')}${anchor('', '1', '7')}${anchor(' editAs="oneCell"', '1', '5')}${anchor(' editAs="oneCell"', '4', '7')}${anchor(' editAs="absolute"', '2', '5')}</xdr:wsDr>`.replaceAll(
        '$A$9',
        '$A$11',
      ),
    ],
    [
      'pivotTable',
      'xl/pivotTables/pivotTable1.xml',
      '<pivotTableDefinition><location ref="A3:C9" firstDataRow="1"/></pivotTableDefinition>',
      '<pivotTableDefinition><location ref="A5:C11" firstDataRow="1"/></pivotTableDefinition>',
    ],
  ])('%s', (type, name, before, after) => {
    expect(opened(part(type, name, before)).get(name)).toBe(after);
  });

  test('charts, and where pivot tables take their data from', () => {
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = raw('<sheetData/>', {
      sheetRelationships: { 表: `<Relationship Id="d" Type="${rel}/drawing" Target="../drawings/drawing1.xml"/>` },
      more: {
        'xl/drawings/drawing1.xml': '<xdr:wsDr/>',
        'xl/drawings/_rels/drawing1.xml.rels': `<Relationships><Relationship Id="c" Type="${rel}/chart" Target="../charts/chart1.xml"/></Relationships>`,
        'xl/charts/chart1.xml':
          '<c:chartSpace><c:f>表!$A$3:$A$9</c:f><c:f>(表!$A$1,表!$A$3)</c:f><c:v>A3</c:v></c:chartSpace>',
        'xl/pivotCache/pivotCacheDefinition1.xml':
          '<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A1:C9" sheet="表"/></cacheSource></pivotCacheDefinition>',
      },
    });
    const rels = (partsOf(bytes).get('xl/_rels/workbook.xml.rels') ?? '').replace(
      '</Relationships>',
      `<Relationship Id="pc" Type="${rel}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>`,
    );
    const parts = opened(withParts(bytes, { 'xl/_rels/workbook.xml.rels': rels }));
    expect(parts.get('xl/charts/chart1.xml')).toBe(
      '<c:chartSpace><c:f>表!$A$5:$A$11</c:f><c:f>(表!$A$1,表!$A$5)</c:f><c:v>A3</c:v></c:chartSpace>',
    );
    expect(parts.get('xl/pivotCache/pivotCacheDefinition1.xml')).toContain('ref="A1:C11"');
  });

  test.each<[string, () => Uint8Array, object]>([
    [
      'a pivot table in the way',
      () => part('pivotTable', 'xl/p.xml', '<pivotTableDefinition><location ref="A2:C9"/></pivotTableDefinition>'),
      { code: 'cell-locked', data: { range: 'A2:C9', reason: 'pivot' } },
    ],
    [
      'its page fields',
      () =>
        part(
          'pivotTable',
          'xl/p.xml',
          '<pivotTableDefinition><location ref="A4:C9" rowPageCount="1"/></pivotTableDefinition>',
        ),
      { code: 'cell-locked', data: { range: 'A2:C9', reason: 'pivot' } },
    ],
    [
      'an array formula',
      () => raw('<sheetData><row r="2"><c r="A2"><f t="array" ref="A2:A3">B2:B3</f></c></row></sheetData>'),
      { code: 'cell-locked', data: { range: 'A2:A3', reason: 'array' } },
    ],
    [
      'form controls',
      () => part('ctrlProp', 'xl/ctrlProps/ctrlProp1.xml', '<formControlPr/>'),
      { code: 'unsupported', data: { what: 'insertRows', part: 'xl/ctrlProps/ctrlProp1.xml' } },
    ],
    [
      'shapes of old controls',
      () =>
        part(
          'vmlDrawing',
          'xl/drawings/vmlDrawing1.vml',
          '<xml><v:shape id="b"><x:ClientData ObjectType="Button"/></v:shape></xml>',
        ),
      { code: 'unsupported', data: { what: 'insertRows', part: 'xl/drawings/vmlDrawing1.vml' } },
    ],
    [
      'parts that are not known',
      () => part('novelty', 'xl/new.xml', '<a/>'),
      { code: 'unsupported', data: { what: 'insertRows', part: 'xl/new.xml' } },
    ],
  ])('refused, naming what is in the way: %s', (_, make, error) => {
    expect(() => opened(make())).toThrow(expect.objectContaining(error));
  });
});

test('a written workbook with rows opened is the same but for empty rows', () => {
  const area = fc
    .tuple(fc.nat(9), fc.nat(5), fc.nat(3), fc.integer({ min: 1, max: 3 }))
    .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
  const rows = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 99 })), { maxLength: 6 }), { maxLength: 14 });
  fc.assert(
    fc.property(rows, fc.option(area), fc.nat(14), fc.integer({ min: 1, max: 4 }), (cells, merge, before, count) => {
      const merges = merge ? [merge] : [];
      const sheet = makeSheet(
        '表',
        cells.map((row) => row.map((value) => (value === null ? null : makeCell(value)))),
        { merges },
      );
      const file = patchWorkbook(readWorkbook(writeWorkbook([sheet])), {
        insertRows: [{ sheet: '表', before, count }],
      });
      const [after] = readWorkbook(file.zip.save()).sheets;
      const at = (row: number) => (row < before ? row : row + count);
      const same = cells.every((row, r) =>
        row.every((value, c) => (after?.cells[at(r)]?.[c]?.value ?? null) === value),
      );
      const empty = (after?.cells.slice(before, before + count) ?? []).every((row) => !row?.some((cell) => cell));
      const expected = merge && formatRange({ ...merge, top: at(merge.top), bottom: at(merge.bottom) });
      return same && empty && (after?.merges[0] ? formatRange(after.merges[0]) : null) === (expected ?? null);
    }),
    runs(150, 20265),
  );
});
