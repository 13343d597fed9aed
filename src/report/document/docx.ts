import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { DocumentTable, Inline, ReportDocument, TableCellContent } from './model';

/** Fonts of official documents (党政机关公文格式, GB/T 9704): a machine that lacks one takes its nearest. */
const TITLE_FONT = '方正小标宋简体';
const BODY_FONT = '仿宋';
const HEAD_FONTS = { 1: '黑体', 2: '楷体' } as const;

/** Half points: 二号, 三号, 小四, 五号. */
const SIZES = { title: 44, body: 32, table: 21 } as const;
const LINE = 560;

const MARGIN = {
  top: convertMillimetersToTwip(37),
  bottom: convertMillimetersToTwip(35),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
};
const TABLE_WIDTH = { portrait: convertMillimetersToTwip(156), landscape: convertMillimetersToTwip(225) };

function font(name: string): NonNullable<IRunOptions['font']> {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, cs: 'Times New Roman' };
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}

/** Quotation marks and dashes are Latin signs to Word unless it is told that they stand among Chinese ones. */
function among(text: string, options: IRunOptions): IRunOptions {
  const { font: fonts } = options;
  if (
    count(text, /\p{Script=Han}/gu) <= count(text, /\p{Script=Latin}/gu) ||
    typeof fonts !== 'object' ||
    !('eastAsia' in fonts)
  )
    return options;
  return { ...options, font: { ...fonts, hint: 'eastAsia' } };
}

function runs(content: Inline, options: IRunOptions): TextRun[] {
  return content.flatMap((part) => {
    if (typeof part !== 'string') {
      return [
        // Blanks that do not break: others vanish at the end of a line.
        new TextRun({ ...options, text: '\u00a0'.repeat(part.blank * 2), underline: { type: UnderlineType.SINGLE } }),
      ];
    }
    return part
      .split(/\r\n|\n|\r/u)
      .map((text, index) => new TextRun({ ...among(part, options), text, ...(index > 0 ? { break: 1 } : {}) }));
  });
}

function body(content: Inline, flush = false): Paragraph {
  return new Paragraph({
    children: runs(content, { font: font(BODY_FONT), size: SIZES.body }),
    ...(flush ? {} : { indent: { firstLine: SIZES.body * 20 } }),
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
  });
}

function heading(level: 1 | 2, text: string): Paragraph {
  return new Paragraph({
    children: runs([text], { font: font(HEAD_FONTS[level]), size: SIZES.body }),
    indent: { firstLine: SIZES.body * 20 },
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    keepNext: true,
    outlineLevel: level - 1,
  });
}

function cell(
  content: Inline,
  width: number,
  options: { bold?: boolean } & Omit<TableCellContent, 'content'>,
): TableCell {
  const { align = 'left', bold = false, rows = 1 } = options;
  const alignment =
    align === 'center' ? AlignmentType.CENTER : align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    children: [new Paragraph({ alignment, children: runs(content, { font: font('宋体'), size: SIZES.table, bold }) })],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(rows > 1 ? { rowSpan: rows } : {}),
  });
}

function table({ widths, head, rows }: DocumentTable, full: number): Table {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => Math.round((width / sum) * full));
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  // A cell that runs down takes its column in the rows below: those cells move on to the next free one.
  const open = columns.map(() => 0);
  return new Table({
    width: { size: full, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, index) => cell([text], columns[index] ?? 0, { bold: true, align: 'center' })),
      }),
      ...rows.map((cells) => {
        const places = open.map((left, index) => (left === 0 ? index : -1)).filter((index) => index >= 0);
        const children = cells.map(({ content, ...options }, index) => {
          const place = places[index] ?? 0;
          open[place] = options.rows ?? 1;
          return cell(content, columns[place] ?? 0, options);
        });
        open.forEach((left, index) => (open[index] = Math.max(0, left - 1)));
        return new TableRow({ cantSplit: true, children });
      }),
    ],
  });
}

/** Writes a document as .docx. `date` stands in the file's properties. */
export async function toDocx(report: ReportDocument): Promise<Uint8Array> {
  const width = report.landscape ? TABLE_WIDTH.landscape : TABLE_WIDTH.portrait;
  const title = (text: string, size: number, name: string): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: runs([text], { font: font(name), size }),
    });
  const document = new Document({
    title: report.title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: { default: { document: { run: { font: font(BODY_FONT), size: SIZES.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(210),
              height: convertMillimetersToTwip(297),
              orientation: report.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: MARGIN,
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ font: font('宋体'), size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
              }),
            ],
          }),
        },
        children: [
          title(report.title, SIZES.title, TITLE_FONT),
          ...(report.subtitle === null ? [] : [title(report.subtitle, SIZES.body, '楷体')]),
          ...report.blocks.flatMap((block) => {
            switch (block.kind) {
              case 'heading':
                return [heading(block.level, block.text)];
              case 'paragraph':
                return [body(block.content, block.flush)];
              case 'table':
                return [table(block, width), new Paragraph({ children: [], spacing: { after: 120 } })];
            }
          }),
          ...report.closing.map(
            (content) =>
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                spacing: { line: LINE, lineRule: LineRuleType.EXACT },
                children: runs(content, { font: font(BODY_FONT), size: SIZES.body }),
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
