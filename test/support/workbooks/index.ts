import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAIN, RELATIONSHIPS, withParts, zipOf } from '../xlsx';
import { packed } from './packed';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const OFFICE = 'http://schemas.microsoft.com/office';

/** A picture of one dot. */
const DOT = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
/** The beginning of a compound file, then what no one reads: a macro project is carried along unread. */
const MACROS = Uint8Array.from({ length: 3000 }, (_, i) =>
  i < 8 ? [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][i]! : (i * 73 + (i >> 5)) % 256,
);

type Related = readonly (readonly [id: string, type: string, target: string, external?: boolean])[];

function relations(list: Related, base = RELATIONSHIPS): string {
  const items = list.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${type.includes('://') ? type : `${base}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

const ROWS: readonly (readonly [string, string, number, number])[] = [
  ['产出', '培训次数', 10, 12],
  ['产出', '培训合格率', 0.95, 0.94],
  ['效益', '群众满意度', 0.9, 0.96],
];

function text(ref: string, value: string, style = 0): string {
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** A table with formulas of each kind: plain, sharing a text, an array, and to other sheets and names. */
function tableSheet(): string {
  const head = ['一级指标', '三级指标', '指标值', '完成值', '完成率'].map((name, i) => text(`${'ABCDE'[i]}2`, name, 1));
  const rows = ROWS.map(([level, name, target, actual], i) => {
    const row = i + 3;
    const shared = i === 0 ? `<f t="shared" ref="E3:E5" si="0">D3/C3</f>` : '<f t="shared" si="0"/>';
    return (
      `<row r="${row}">${text(`A${row}`, level)}${text(`B${row}`, name)}<c r="C${row}" s="${target < 1 ? 2 : 0}"><v>${target}</v></c>` +
      `<c r="D${row}" s="${target < 1 ? 2 : 0}"><v>${actual}</v></c><c r="E${row}" s="2">${shared}<v>${actual / target}</v></c></row>`
    );
  });
  const sum = ROWS.reduce((total, [, , target]) => total + target, 0);
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetPr codeName="Sheet1"/><dimension ref="A1:G8"/>` +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B4" sqref="B4"/></sheetView></sheetViews>' +
    '<cols><col min="2" max="2" width="20" customWidth="1"/><col min="7" max="7" width="9" hidden="1"/></cols><sheetData>' +
    `<row r="1" ht="30" customHeight="1">${text('A1', '项目支出绩效目标表', 1)}</row><row r="2">${head.join('')}</row>${rows.join('')}` +
    `<row r="6" hidden="1"><c r="C6"><f t="array" ref="C6:C7">C4:C5*1</f><v>0.95</v></c></row><row r="7"><c r="C7"><v>0.9</v></c></row>` +
    `<row r="8"><c r="C8"><f>SUM(C3:C5)</f><v>${sum}</v></c><c r="D8"><f>完成总数</f><v>13.9</v></c><c r="E8"><f>数据!B2+数据!$B$3</f><v>30</v></c>` +
    `<c r="F8" t="e"><f>C8/0</f><v>#DIV/0!</v></c><c r="G8" t="str"><f>B3&amp;"="</f><v>培训次数=</v></c></row></sheetData>` +
    '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="A3:A4"/></mergeCells>' +
    '<conditionalFormatting sqref="E3:E5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>1</formula></cfRule><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar>' +
    `<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${OFFICE}/spreadsheetml/2009/9/main"><x14:id>{00000000-0000-0000-0000-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>` +
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="A3:A5"><formula1>"产出,效益,满意度"</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="B3" r:id="link"/><hyperlink ref="B5" location="数据!A2"/></hyperlinks>' +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>' +
    '<rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks><drawing r:id="drawing"/><legacyDrawing r:id="vml"/>' +
    `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${OFFICE}/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${OFFICE}/excel/2006/main"><x14:cfRule type="dataBar" id="{00000000-0000-0000-0000-000000000001}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>E3:E5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>`
  );
}

function dataSheet(): string {
  const rows = [
    ['甲', 10],
    ['乙', 20],
  ] as const;
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetData><row r="1">${text('A1', '部门')}${text('B1', '金额')}</row>` +
    rows
      .map(
        ([name, value], i) => `<row r="${i + 2}">${text(`A${i + 2}`, name)}<c r="B${i + 2}"><v>${value}</v></c></row>`,
      )
      .join('') +
    `<row r="5"><c r="D5"><f>项目表!C8+项目表!E3</f><v>13.05</v></c></row></sheetData><tableParts count="1"><tablePart r:id="table"/></tableParts></worksheet>`
  );
}

function pivotSheet(): string {
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="3">${text('A3', '行标签')}${text('B3', '求和项:金额')}</row>` +
    `<row r="4">${text('A4', '甲')}<c r="B4"><v>10</v></c></row><row r="5">${text('A5', '乙')}<c r="B5"><v>20</v></c></row>` +
    `<row r="6">${text('A6', '总计')}<c r="B6"><v>30</v></c></row></sheetData></worksheet>`
  );
}

const CHART =
  `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONSHIPS}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>` +
  '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>项目表!$D$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>完成值</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>项目表!$B$3:$B$5</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>项目表!$D$3:$D$5</c:f></c:numRef></c:val></c:ser>' +
  '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';

function anchored(from: number, to: number, inner: string): string {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor>${corner('from', 8, from)}${corner('to', 14, to)}${inner}<xdr:clientData/></xdr:twoCellAnchor>`;
}

const DRAWINGS =
  `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONSHIPS}">` +
  anchored(
    1,
    12,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="chart"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
  ) +
  anchored(
    13,
    15,
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="图片 1"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="image"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
  ) +
  '</xdr:wsDr>';

const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
  [3, 4]
    .map(
      (row) =>
        `<v:shape id="_x0000_s${1022 + row}" type="#_x0000_t202" style="position:absolute;visibility:hidden"><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>4, 15, ${row - 1}, 2, 6, 15, ${row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>3</x:Column></x:ClientData></v:shape>`,
    )
    .join('') +
  '</xml>';

/** A workbook with a part of nearly every kind, as Excel puts them together. `macros` makes it an .xlsm. */
function everything(macros: boolean): Uint8Array {
  const main = macros
    ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    : `${TYPES}.spreadsheetml.sheet.main+xml`;
  const overrides: Record<string, string> = {
    '/xl/workbook.xml': main,
    ...Object.fromEntries(
      [1, 2, 3].map((n) => [`/xl/worksheets/sheet${n}.xml`, `${TYPES}.spreadsheetml.worksheet+xml`]),
    ),
    '/xl/styles.xml': `${TYPES}.spreadsheetml.styles+xml`,
    '/xl/theme/theme1.xml': `${TYPES}.theme+xml`,
    '/xl/comments1.xml': `${TYPES}.spreadsheetml.comments+xml`,
    '/xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
    '/xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
    '/xl/drawings/drawing1.xml': `${TYPES}.drawing+xml`,
    '/xl/charts/chart1.xml': `${TYPES}.drawingml.chart+xml`,
    '/xl/tables/table1.xml': `${TYPES}.spreadsheetml.table+xml`,
    '/xl/pivotTables/pivotTable1.xml': `${TYPES}.spreadsheetml.pivotTable+xml`,
    '/xl/pivotCache/pivotCacheDefinition1.xml': `${TYPES}.spreadsheetml.pivotCacheDefinition+xml`,
    '/xl/pivotCache/pivotCacheRecords1.xml': `${TYPES}.spreadsheetml.pivotCacheRecords+xml`,
    '/xl/externalLinks/externalLink1.xml': `${TYPES}.spreadsheetml.externalLink+xml`,
    '/xl/calcChain.xml': `${TYPES}.spreadsheetml.calcChain+xml`,
  };
  const endings = {
    rels: `application/vnd.openxmlformats-package.relationships+xml`,
    xml: 'application/xml',
    png: 'image/png',
    vml: `${TYPES}.vmlDrawing`,
    bin: 'application/vnd.ms-office.vbaProject',
  };
  const types =
    Object.entries(endings)
      .map(([name, type]) => `<Default Extension="${name}" ContentType="${type}"/>`)
      .join('') +
    Object.entries(overrides)
      .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
      .join('');
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types">${types}</Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView activeTab="0"/></bookViews><sheets>` +
      ['项目表', '数据', '透视']
        .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
        .join('') +
      '</sheets><externalReferences><externalReference r:id="ext"/></externalReferences><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">项目表!$A$1:$E$8</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">项目表!$1:$2</definedName><definedName name="完成总数">SUM(项目表!$D$3:$D$5)</definedName></definedNames>' +
      '<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="cache"/></pivotCaches></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...[1, 2, 3].map((n) => [`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
      ['st', 'styles', 'styles.xml'],
      ['th', 'theme', 'theme/theme1.xml'],
      ['ext', 'externalLink', 'externalLinks/externalLink1.xml'],
      ['cache', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['cc', 'calcChain', 'calcChain.xml'],
      ['pe', `${OFFICE}/2017/10/relationships/person`, 'persons/person.xml'],
      ...(macros ? [['vba', `${OFFICE}/2006/relationships/vbaProject`, 'vbaProject.bin'] as const] : []),
    ]),
    'xl/worksheets/sheet1.xml': tableSheet(),
    'xl/worksheets/_rels/sheet1.xml.rels': relations([
      ['link', 'hyperlink', 'https://www.mof.gov.cn/', true],
      ['drawing', 'drawing', '../drawings/drawing1.xml'],
      ['vml', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['notes', 'comments', '../comments1.xml'],
      ['talk', `${OFFICE}/2017/10/relationships/threadedComment`, '../threadedComments/threadedComment1.xml'],
    ]),
    'xl/worksheets/sheet2.xml': dataSheet(),
    'xl/worksheets/_rels/sheet2.xml.rels': relations([['table', 'table', '/xl/tables/table1.xml']]),
    'xl/worksheets/sheet3.xml': pivotSheet(),
    'xl/worksheets/_rels/sheet3.xml.rels': relations([['p', 'pivotTable', '../pivotTables/pivotTable1.xml']]),
    'xl/styles.xml':
      `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><color theme="1"/><name val="宋体"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>',
    'xl/theme/theme1.xml': `${HEAD}<a:theme xmlns:a="${DRAWING}/main" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1></a:clrScheme></a:themeElements></a:theme>`,
    'xl/comments1.xml': `${HEAD}<comments xmlns="${MAIN}"><authors><author>张三</author><author>tc={00000000-0000-0000-0000-00000000000A}</author></authors><commentList><comment ref="D4" authorId="0"><text><r><rPr><b/></rPr><t>张三：</t></r><r><t>请核对</t></r></text></comment><comment ref="D5" authorId="1"><text><t>[线程批注]</t></text></comment></commentList></comments>`,
    'xl/threadedComments/threadedComment1.xml': `${HEAD}<ThreadedComments xmlns="${OFFICE}/spreadsheetml/2018/threadedcomments"><threadedComment ref="D5" dT="2026-01-05T08:00:00.00" personId="{00000000-0000-0000-0000-00000000000B}" id="{00000000-0000-0000-0000-00000000000A}"><text>数据来源？</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `${HEAD}<personList xmlns="${OFFICE}/spreadsheetml/2018/threadedcomments"><person displayName="张三" id="{00000000-0000-0000-0000-00000000000B}"/></personList>`,
    'xl/drawings/drawing1.xml': DRAWINGS,
    'xl/drawings/_rels/drawing1.xml.rels': relations([
      ['chart', 'chart', '../charts/chart1.xml'],
      ['image', 'image', '../media/image1.png'],
    ]),
    'xl/drawings/vmlDrawing1.vml': VML,
    'xl/charts/chart1.xml': CHART,
    'xl/media/image1.png': DOT,
    'xl/tables/table1.xml': `${HEAD}<table xmlns="${MAIN}" id="1" name="数据表" displayName="数据表" ref="A1:B3"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="部门"/><tableColumn id="2" name="金额"/></tableColumns></table>`,
    'xl/pivotTables/pivotTable1.xml': `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="透视1" cacheId="1" dataCaption="值"><location ref="A3:B6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="求和项:金额" fld="1"/></dataFields></pivotTableDefinition>`,
    'xl/pivotTables/_rels/pivotTable1.xml.rels': relations([
      ['c', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml'],
    ]),
    'xl/pivotCache/pivotCacheDefinition1.xml': `${HEAD}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}" r:id="rec" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="数据"/></cacheSource><cacheFields count="2"><cacheField name="部门"><sharedItems count="2"><s v="甲"/><s v="乙"/></sharedItems></cacheField><cacheField name="金额"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="10" maxValue="20"/></cacheField></cacheFields></pivotCacheDefinition>`,
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relations([
      ['rec', 'pivotCacheRecords', 'pivotCacheRecords1.xml'],
    ]),
    'xl/pivotCache/pivotCacheRecords1.xml': `${HEAD}<pivotCacheRecords xmlns="${MAIN}" count="2"><r><x v="0"/><n v="10"/></r><r><x v="1"/><n v="20"/></r></pivotCacheRecords>`,
    'xl/externalLinks/externalLink1.xml': `${HEAD}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${RELATIONSHIPS}" r:id="b"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': relations([['b', 'externalLinkPath', '另一本.xlsx', true]]),
    'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${MAIN}">${['E3', 'E4', 'E5', 'C6', 'C8', 'D8', 'E8', 'F8', 'G8'].map((ref) => `<c r="${ref}" i="1"/>`).join('')}<c r="D5" i="2"/></calcChain>`,
    'docProps/app.xml': `${HEAD}<Properties xmlns="${TYPES.replace('application/vnd.openxmlformats-officedocument', 'http://schemas.openxmlformats.org/officeDocument/2006')}/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
    ...(macros ? { 'xl/vbaProject.bin': MACROS } : {}),
  });
}

/** The same in the namespaces of strict files. */
function strict(bytes: Uint8Array, parts: readonly string[], read: (part: string) => string): Uint8Array {
  const changes = parts.map((part) => [
    part,
    read(part)
      .replaceAll(RELATIONSHIPS, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
      .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
  ]);
  return withParts(bytes, Object.fromEntries(changes) as Record<string, string>);
}

export interface Fixture {
  readonly bytes: Uint8Array;
  readonly ending: 'xlsx' | 'xlsm';
  /** LibreOffice 7.4 reads no archive whose directory is of 64 bits. */
  readonly closed?: true;
}

/**
 * Workbooks with what people's files hold: by hand, in other packings, and of LibreOffice's making. The last is the first,
 * saved again by LibreOffice 7.4 (`soffice --convert-to xlsx`).
 */
export function fixtures(partsOf: (bytes: Uint8Array) => Map<string, string>): Readonly<Record<string, Fixture>> {
  const all = everything(false);
  const parts = partsOf(all);
  const xml = [...parts.keys()].filter((name) => /\.(?:xml|rels)$/.test(name) && !name.includes('drawing'));
  const made = (name: string): Fixture => ({
    bytes: new Uint8Array(readFileSync(join(__dirname, name))),
    ending: 'xlsx',
  });
  return {
    'everything that Excel writes': { bytes: all, ending: 'xlsx' },
    'with macros': { bytes: everything(true), ending: 'xlsm' },
    'in strict namespaces': { bytes: strict(all, xml, (part) => parts.get(part) ?? ''), ending: 'xlsx' },
    'packed with sizes after the contents': { bytes: packed(all, { descriptors: true }), ending: 'xlsx' },
    'packed with numbers of 64 bits': { bytes: packed(all, { zip64: true }), ending: 'xlsx', closed: true },
    "of LibreOffice's making": made('libreoffice.xlsx'),
  };
}
