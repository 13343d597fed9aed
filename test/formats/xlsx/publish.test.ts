import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCell, type SheetSnapshot } from '../../../src/core/sheet';
import { FormatError, readWorkbook } from '../../../src/formats/xlsx';
import { Parts } from '../../../src/formats/xlsx/parts';
import { publishWorkbook } from '../../../src/formats/xlsx/publish';
import { perfCalls } from '../../../src/functions/calls';
import { MAIN, partsOf, RELATIONSHIPS as REL, zipOf } from '../../support/xlsx';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const THREADS = 'http://schemas.microsoft.com/office/2017/10/relationships';

const relations = (...list: readonly (readonly [id: string, type: string, target: string, base?: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target, base = REL]) => `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const types = (...parts: readonly string[]): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parts
    .map((part) => `<Override PartName="/${part}" ContentType="application/x"/>`)
    .join('')}</Types>`;

const note = (row: number): string =>
  `<v:shape id="_x0000_s${1025 + row}"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;
const BUTTON = '<v:shape id="_x0000_s1099"><x:ClientData ObjectType="Button"></x:ClientData></v:shape>';
const VML_HEAD = '<xml xmlns:v="v" xmlns:x="x"><v:shapetype id="_x0000_t202"></v:shapetype>';

/** A workbook that holds, beside one sheet to be shown, a secret in every place where one may be. */
function secretive(more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': types(
      'docProps/core.xml',
      'docProps/app.xml',
      'docProps/custom.xml',
      'xl/comments1.xml',
      'xl/persons/person.xml',
      'xl/calcChain.xml',
      'xl/worksheets/sheet2.xml',
    ),
    '_rels/.rels': relations(
      ['r1', 'officeDocument', 'xl/workbook.xml'],
      ['r2', 'metadata/core-properties', 'docProps/core.xml', `${PACKAGE}/relationships`],
      ['r3', 'extended-properties', 'docProps/app.xml'],
      ['r4', 'custom-properties', 'docProps/custom.xml'],
    ),
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>秘密作者</dc:creator></cp:coreProperties>',
    'docProps/app.xml': '<Properties><Company>秘密单位</Company></Properties>',
    'docProps/custom.xml': '<Properties><property name="秘密"/></Properties>',
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}" xmlns:mc="m" xmlns:x15ac="a"><fileSharing userName="秘密用户"/><workbookPr/>` +
      '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\秘密文件夹\\"/></mc:Choice></mc:AlternateContent>' +
      '<bookViews><workbookView activeTab="2" firstSheet="1"/></bookViews><sheets>' +
      '<sheet name="底稿" sheetId="1" state="hidden" r:id="s1"/><sheet name="绩效审核记录" sheetId="2" r:id="s2"/>' +
      '<sheet name="公开表" sheetId="3" r:id="s3"/><sheet name="附表" sheetId="4" r:id="s4"/></sheets>' +
      '<externalReferences><externalReference r:id="e1"/></externalReferences>' +
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">公开表!$A$1:$C$9</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="0">底稿!$A$1</definedName>' +
      '<definedName name="秘密名称">\'底稿\'!$A$1</definedName><definedName name="秘密之和">SUM(秘密名称)</definedName>' +
      '<definedName name="税率">0.06</definedName></definedNames></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      ['s1', 'worksheet', 'worksheets/sheet1.xml'],
      ['s2', 'worksheet', 'worksheets/sheet2.xml'],
      ['s3', 'worksheet', 'worksheets/sheet3.xml'],
      ['s4', 'worksheet', 'worksheets/sheet4.xml'],
      ['e1', 'externalLink', 'externalLinks/externalLink1.xml'],
      ['p1', 'person', 'persons/person.xml', THREADS],
      ['c1', 'calcChain', 'calcChain.xml'],
      ['t1', 'sharedStrings', 'sharedStrings.xml'],
      ['h1', 'theme', 'theme/theme1.xml'],
      ['x1', 'customXml', '../customXml/item1.xml'],
    ),
    'xl/theme/theme1.xml': '<a:theme xmlns:a="a"><!-- as it was --></a:theme>',
    'customXml/item1.xml': '<秘密/>',
    'xl/externalLinks/externalLink1.xml': '<externalLink>秘密数据</externalLink>',
    'xl/persons/person.xml': '<personList><person displayName="秘密评论人"/></personList>',
    'xl/calcChain.xml': '<calcChain><c r="A1" i="1"/></calcChain>',
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>标题</t></si><si><r><t>秘密底稿</t></r></si><si><t>结尾</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>秘密记录</t></is></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet3.xml':
      `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData>` +
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>SUM(B2:B3)*税率</f><v>6</v></c></row>' +
      '<row r="2"><c r="B2" s="1"><f>_xldudf_PERF_SCORE(A2,5,&quot;秘密标准&quot;)</f><v>8.5</v></c><c r="C2" t="str"><f>PERF.GRADE(B2)</f><v>优</v></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" ref="B3:B4" si="0">PERF.RATE(A3,5)</f><v>0.9</v></c><c r="C3"><f>底稿!A1*2</f><v>4</v></c></row>' +
      '<row r="4"><c r="B4"><f t="shared" si="0"/><v>0.8</v></c><c r="C4"><f>[1]Sheet1!A1</f><v>5</v></c></row>' +
      '<row r="5"><c r="B5" cm="1"><f t="array" ref="B5">PERF.PARSE(A5)</f></c><c r="C5" t="e"><f>PERF.SCORE(A5)</f><v>#NAME?</v></c></row>' +
      '<row r="6"><c r="B6"><f>秘密之和+1</f><v>7</v></c><c r="C6"><f t="shared" ref="C6:C7" si="1">B6+1</f><v>8</v></c></row>' +
      '<row r="7"><c r="C7"><f t="shared" si="1"/><v>1</v></c></row></sheetData>' +
      '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>N("PERF.MARK error")=0</formula></cfRule></conditionalFormatting>' +
      '<conditionalFormatting sqref="B1:B4"><cfRule type="expression" dxfId="0" priority="2"><formula>B1&gt;1</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="2"><dataValidation type="list" sqref="A2"><formula1>底稿!$A$1:$A$3</formula1></dataValidation>' +
      '<dataValidation type="list" sqref="A3"><formula1>"优,良"</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="A1" location="\'底稿\'!A1"/></hyperlinks>' +
      '<pageSetup paperSize="9" r:id="p1"/><legacyDrawing r:id="v1"/></worksheet>',
    'xl/worksheets/_rels/sheet3.xml.rels': relations(
      ['n1', 'comments', '../comments1.xml'],
      ['v1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['t1', 'threadedComment', '../threadedComments/threadedComment1.xml', THREADS],
      ['p1', 'printerSettings', '../printerSettings/printerSettings1.bin'],
    ),
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>秘密</author></authors><commentList><comment ref="A1" authorId="0"><text><t>秘密批注</t></text></comment><comment ref="A2" authorId="0"><text><t>又一条</t></text></comment></commentList></comments>`,
    'xl/threadedComments/threadedComment1.xml':
      '<ThreadedComments><threadedComment ref="A1"><text>秘密评论</text></threadedComment></ThreadedComments>',
    'xl/printerSettings/printerSettings1.bin': '秘密打印机',
    'xl/drawings/vmlDrawing1.vml': `${VML_HEAD}${note(0)}${note(1)}</xml>`,
    'xl/worksheets/sheet4.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>2</v></c></row></sheetData></worksheet>`,
    'xl/orphan.xml': '<秘密/>',
    ...more,
  });
}

const publish = (bytes: Uint8Array) =>
  publishWorkbook(readWorkbook(bytes), {
    drop: ['绩效审核记录'],
    valueOnly: (formula) => perfCalls(formula).length > 0,
  });

describe('a public copy', () => {
  const published = publish(secretive());
  const parts = partsOf(published.file.zip.save());
  const sheet = parts.get('xl/worksheets/sheet3.xml') ?? '';

  test('holds no secret in any part, nor in the name of one', () => {
    for (const [name, text] of parts) expect(`${name} ${text}`).not.toMatch(/秘密|底稿|PERF|审核记录/u);
  });

  test('says what was taken out', () => {
    const { removed, embedded } = published;
    expect(removed).toEqual({
      sheets: ['底稿', '绩效审核记录'],
      notes: 2,
      marks: 1,
      formulas: 9,
      properties: true,
      // Links to another file, a chain of calculation, a printer, data beside the sheets, what nothing leads to.
      parts: 5,
    });
    expect(embedded).toEqual([]);
  });

  test('values stay where formulas went; formulas that are nobody’s secret stay', () => {
    expect(published.file.sheets.map(({ name }) => name)).toEqual(['公开表', '附表']);
    const cells = published.file.sheets[0]?.cells ?? [];
    const at = (row: number, column: number) => {
      const cell = cells[row]?.[column];
      return [cell?.value, cell?.formula];
    };
    expect(at(0, 0)).toEqual(['标题', undefined]);
    expect(at(0, 1)).toEqual([6, '=SUM(B2:B3)*税率']);
    expect([at(1, 1), at(1, 2), at(2, 1), at(3, 1)]).toEqual([
      [8.5, undefined],
      ['优', undefined],
      [0.9, undefined],
      [0.8, undefined],
    ]);
    expect([at(2, 2), at(3, 2), at(5, 1)]).toEqual([
      [4, undefined],
      [5, undefined],
      [7, undefined],
    ]);
    expect([at(5, 2)[1], at(6, 2)[1]]).toEqual(['=B6+1', '=B7+1']);
    expect(published.file.sheets[1]?.cells[0]?.[0]?.value).toBe('结尾');
  });

  test('formulas that had no value are told', () => {
    expect(published.valueless.map(({ sheet: name, cell }) => `${name}!${formatCell(cell)}`)).toEqual([
      '公开表!B5',
      '公开表!C5',
    ]);
    expect(sheet).not.toContain('cm=');
  });

  test('rules, lists and names that speak of nothing private stay', () => {
    expect(sheet).toContain('<formula>B1&gt;1</formula>');
    expect(sheet).toContain('<dataValidations count="1">');
    expect(sheet).toContain('<formula1>"优,良"</formula1>');
    expect(sheet).toContain('<pageSetup paperSize="9"/>');
    const workbook = parts.get('xl/workbook.xml') ?? '';
    expect(workbook).toContain('<definedName name="税率">0.06</definedName>');
    expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">公开表!$A$1:$C$9</definedName>');
    expect(workbook).toContain('<workbookView activeTab="0" firstSheet="0"/>');
  });

  test('other parts are what they were, to the byte; nothing leads nowhere', () => {
    const before = partsOf(secretive());
    for (const name of ['xl/theme/theme1.xml', 'xl/worksheets/sheet4.xml']) {
      expect(parts.get(name)).toBe(before.get(name));
    }
    for (const [, target] of (parts.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/gu)) {
      expect([...parts.keys()]).toContain(target);
    }
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/theme/theme1.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet3.xml.rels',
      'xl/worksheets/sheet3.xml',
      'xl/worksheets/sheet4.xml',
    ]);
  });

  test('once more changes nothing', () => {
    const again = publish(published.file.zip.save());
    expect(again.removed).toEqual({ sheets: [], notes: 0, marks: 0, formulas: 0, properties: false, parts: 0 });
    expect(partsOf(again.file.zip.save())).toEqual(parts);
  });
});

test('a drawing that shows a button too keeps it, without the notes', () => {
  const { file } = publish(secretive({ 'xl/drawings/vmlDrawing1.vml': `${VML_HEAD}${note(0)}${BUTTON}</xml>` }));
  const parts = partsOf(file.zip.save());
  expect(parts.get('xl/drawings/vmlDrawing1.vml')).toBe(`${VML_HEAD}${BUTTON}</xml>`);
  expect(parts.get('xl/worksheets/sheet3.xml')).toContain('<legacyDrawing r:id="v1"/>');
});

test('a workbook of which nothing would be left is refused', () => {
  const file = readWorkbook(secretive());
  const options = { drop: ['绩效审核记录', '公开表', '附表'], valueOnly: () => false };
  expect(() => publishWorkbook(file, options)).toThrow(FormatError);
});

const CORPUS = join(__dirname, '../../../../shared/corpus/workbooks');
const present = existsSync(CORPUS);
if (!present) console.warn('../shared/corpus is missing: public copies of workbooks of the wild are not tested');

(present ? describe : describe.skip)('workbooks of the wild', () => {
  const names = present ? readdirSync(CORPUS).filter((name) => /\.xls[xm]$/u.test(name)) : [];

  test.each(names)('%s: shows what it showed, and nothing leads nowhere', (name) => {
    let file;
    try {
      file = readWorkbook(new Uint8Array(readFileSync(join(CORPUS, name))));
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      return;
    }
    const shown = file.sheets.filter(({ visible }) => visible);
    const { file: copy } = publishWorkbook(file, { drop: [], valueOnly: () => true });
    const again = readWorkbook(copy.zip.save());
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(shown.map((sheet) => sheet.name));
    expect(
      again.sheets.flatMap((sheet) => sheet.cells.flatMap((row) => row?.filter((cell) => cell?.formula) ?? [])),
    ).toEqual([]);
    const texts = (sheets: readonly SheetSnapshot[]) =>
      sheets.map(({ cells }) =>
        cells
          .map((row) =>
            row
              ?.map((cell) => cell?.text ?? '')
              .join('\t')
              .trimEnd(),
          )
          .join('\n')
          .trimEnd(),
      );
    expect(texts(again.sheets)).toEqual(texts(shown));
    const parts = new Set(copy.zip.names().map((part) => part.toLowerCase()));
    const reader = new Parts(copy.zip);
    const before = new Parts(file.zip);
    for (const part of ['', ...copy.zip.names().filter((one) => !/_rels\//u.test(one))]) {
      for (const { target, external } of reader.relationships(part)) {
        // A link that was broken already is not ours to mend.
        if (!external && before.zip.has(target)) expect([...parts]).toContain(target.toLowerCase());
      }
    }
  });
});
