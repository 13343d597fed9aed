import { formatCell, quoteSheet, type Cell, type Range } from '../../core/sheet';
import { PackageEditor, XML_HEAD, appendChild } from './package-editor';
import { readWorkbook } from './workbook';
import { encodeText, escapeXml } from './xml';

/** A series of a chart: its name in the heading of a column, its numbers under it. */
export interface ChartSeries {
  readonly column: number;
  /** RGB: `c4314b`. */
  readonly color: string;
}

/** A chart beside a table whose first row names the columns. */
export interface Chart {
  readonly sheet: string;
  readonly title: string;
  /** Bars from left to right, one series after the other on a line; or columns side by side. */
  readonly kind: 'bars' | 'columns';
  /** So many rows under the heading are drawn. */
  readonly rows: number;
  /** The column that names the rows. */
  readonly labels: number;
  readonly series: readonly ChartSeries[];
  /** The cells that it covers. */
  readonly place: Range;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SIZE = 1000;

/** A workbook of ours with charts, at most one on each sheet. What they show is kept in them too, for those that do not compute. */
export function withCharts(bytes: Uint8Array, charts: readonly Chart[]): Uint8Array {
  const { zip, index, sheets } = readWorkbook(bytes);
  const editor = new PackageEditor(zip);
  charts.forEach((chart, at) => {
    const part = index.sheets.find(({ name }) => name === chart.sheet)?.part;
    const cells = sheets.find(({ name }) => name === chart.sheet)?.cells;
    if (part === undefined || !cells) return;
    const drawing = `xl/drawings/drawing${at + 1}.xml`;
    const file = `xl/charts/chart${at + 1}.xml`;
    editor.set(file, chartXml(chart, cells));
    editor.declareType(file, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
    const id = editor.relate(drawing, 'chart', file);
    editor.set(drawing, drawingXml(chart, id));
    editor.declareType(drawing, 'application/vnd.openxmlformats-officedocument.drawing+xml');
    const item = `<drawing r:id="${editor.relate(part, 'drawing', drawing)}" xmlns:r="${RELATIONSHIPS}"/>`;
    editor.set(part, appendChild(editor.text(part), part, 'worksheet', item));
  });
  return editor.finish().save();
}

function drawingXml({ title, place: { top, left, bottom, right } }: Chart, id: string): string {
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>` +
    corner('from', left, top) +
    corner('to', right + 1, bottom + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${textOf(title)}" descr="${textOf(title)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONSHIPS}" r:id="${id}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
  );
}

type Cells = readonly (readonly (Cell | null | undefined)[] | undefined)[];

function chartXml(chart: Chart, cells: Cells): string {
  const { kind, title, series } = chart;
  const bars = kind === 'bars';
  const drawn = series.map((one, index) => seriesXml(chart, one, index, cells)).join('');
  const axis = (id: number, other: number, position: string, more: string): string =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="${bars && id === 1 ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${position}"/>${more}<c:crossAx val="${other}"/>`;
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${1.2 * SIZE}" b="1"/></a:pPr><a:r><a:rPr sz="${1.2 * SIZE}" b="1"/>` +
    `<a:t>${textOf(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="${bars ? 'bar' : 'col'}"/><c:grouping val="${bars ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${drawn}` +
    `<c:gapWidth val="${bars ? 40 : 20}"/>${bars ? '<c:overlap val="100"/>' : ''}<c:axId val="1"/><c:axId val="2"/></c:barChart>` +
    `<c:catAx>${axis(1, 2, bars ? 'l' : 'b', '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>')}<c:crosses val="autoZero"/><c:tickLblSkip val="1"/></c:catAx>` +
    `<c:valAx>${axis(
      2,
      1,
      bars ? 'b' : 'l',
      '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E4E4E4"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
        '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    )}<c:crosses val="${bars ? 'max' : 'autoZero'}"/></c:valAx></c:plotArea>` +
    `${series.length > 1 ? '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' : ''}<c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
  );
}

function seriesXml(chart: Chart, { column, color }: ChartSeries, index: number, cells: Cells): string {
  const corner = (row: number, at: number): string => formatCell({ row, column: at }).replace(/\d+/u, '$$$&');
  const reference = (top: number, bottom: number, at: number): string =>
    `<c:f>${textOf(`${quoteSheet(chart.sheet)}!$${corner(top, at)}${bottom > top ? `:$${corner(bottom, at)}` : ''}`)}</c:f>`;
  const points = (at: number, from: number, to: number): string => {
    const list = Array.from({ length: to - from + 1 }, (_, row) => cells[from + row]?.[at]?.value ?? '');
    const written = list.map((value, row) => `<c:pt idx="${row}"><c:v>${textOf(String(value))}</c:v></c:pt>`);
    return `<c:ptCount val="${list.length}"/>${written.join('')}`;
  };
  const { rows, labels } = chart;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef>${reference(0, 0, column)}<c:strCache>${points(column, 0, 0)}</c:strCache></c:strRef></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:cat><c:strRef>${reference(1, rows, labels)}<c:strCache>${points(labels, 1, rows)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef>${reference(1, rows, column)}<c:numCache><c:formatCode>General</c:formatCode>${points(column, 1, rows)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

const textOf = (text: string): string => escapeXml(encodeText(text));
