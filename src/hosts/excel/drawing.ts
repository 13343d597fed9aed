/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   Asks are queued here and read after one sync for all of them. */
import type { CellFormat, FormatEdit, PageSetupEdit, Range, ValidationEdit } from '../../core/sheet';
import type { DrawEdit } from '../plan';
import { blocksOf, cellCount, cellsOf, rangeIn, slicesOf } from './blocks';
import { CELLS_AT_ONCE } from './work';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;
const OUTER = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const POINTS_PER_CENTIMETRE = 72 / 2.54;
const POINTS_PER_PIXEL = 0.75;
/** Pixels of a column beside its characters. */
const PADDING = 5;
/** Pixels of a digit: those of the usual fonts, where Excel tells nothing sensible of its own. */
const DIGIT = { usual: 7, least: 4, most: 40 };
/** Longest title and text of a hint. */
const PROMPT = { title: 32, text: 255 };

/** What stands at the foot of each page. */
export const PAGE_NUMBERS = '第 &P 页，共 &N 页';

/** Points of a digit of the workbook's own font: a width in characters is so many of them and a margin. */
export type DigitWidth = number;

/** Asks how wide a digit is, by a column that nobody has touched; to be called after the next sync. */
export function askDigit(context: Excel.RequestContext): () => DigitWidth {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('standardWidth');
  const { format } = sheet.getRangeByIndexes(0, 16_383, 1, 1);
  format.load('columnWidth');
  return () => {
    const pixels = Math.round((format.columnWidth / POINTS_PER_PIXEL - PADDING) / sheet.standardWidth);
    const sensible = pixels >= DIGIT.least && pixels <= DIGIT.most;
    return (sensible ? pixels : DIGIT.usual) * POINTS_PER_PIXEL;
  };
}

/** Queues drawing on one sheet. `footer` is what stood at its foot. */
export function queueDrawing(
  sheet: Excel.Worksheet,
  edits: readonly DrawEdit[],
  digit: DigitWidth,
  footer: string,
): void {
  for (const edit of edits) {
    if (edit.kind === 'columnWidths') {
      for (const [first, count, size] of runsOfSizes(edit.first, edit.sizes)) {
        const { format } = sheet.getRangeByIndexes(0, first, 1, count);
        format.columnWidth = size * digit + PADDING * POINTS_PER_PIXEL;
      }
    } else if (edit.kind === 'rowHeights') {
      for (const [first, count, size] of runsOfSizes(edit.first, edit.sizes)) {
        sheet.getRangeByIndexes(first, 0, count, 1).format.rowHeight = size;
      }
    }
  }
  for (const { ranges, format } of grouped(edits.filter((edit) => edit.kind === 'format'))) {
    for (const range of ranges) queueFormat(sheet, range, format);
  }
  for (const edit of edits) if (edit.kind === 'validation') queueValidation(rangeIn(sheet, edit.range), edit);
  for (const edit of edits) if (edit.kind === 'pageSetup') queuePageSetup(sheet, edit, footer);
}

/** First, count and size of lines of equal size that follow each other. */
function runsOfSizes(first: number, sizes: readonly number[]): [number, number, number][] {
  const runs: [number, number, number][] = [];
  for (const [index, size] of sizes.entries()) {
    const last = runs.at(-1);
    if (last && last[2] === size) last[1] += 1;
    else runs.push([first + index, 1, size]);
  }
  return runs;
}

/** Equal looks that follow each other, on as few rectangles as hold their cells. */
function grouped(edits: readonly FormatEdit[]): { ranges: Range[]; format: CellFormat }[] {
  const groups: { key: string; ranges: Range[]; format: CellFormat }[] = [];
  for (const { range, format } of edits) {
    const key = JSON.stringify(format);
    const last = groups.at(-1);
    if (last?.key === key) last.ranges.push(range);
    else groups.push({ key, ranges: [range], format });
  }
  return groups.map(({ ranges, format }) => {
    const few = ranges.length === 1 || ranges.reduce((sum, range) => sum + cellCount(range), 0) > CELLS_AT_ONCE;
    return { format, ranges: few ? ranges : blocksOf(ranges.flatMap((range) => [...cellsOf(range)])) };
  });
}

function queueFormat(sheet: Excel.Worksheet, area: Range, look: CellFormat): void {
  const range = rangeIn(sheet, area);
  const { format } = range;
  const { font } = format;
  if (look.font !== undefined) font.name = look.font;
  if (look.size !== undefined) font.size = look.size;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.color !== undefined) font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[look.horizontal];
  if (look.vertical !== undefined) format.verticalAlignment = VERTICAL[look.vertical];
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.locked !== undefined) format.protection.locked = look.locked;
  if (look.borders !== undefined) queueBorders(format, area, look.borders);
  if (look.numberFormat === undefined) return;
  const columns = area.right - area.left + 1;
  for (const slice of slicesOf(area, Math.max(1, Math.floor(CELLS_AT_ONCE / columns)))) {
    const row = Array<string>(columns).fill(look.numberFormat);
    rangeIn(sheet, slice).numberFormat = Array.from({ length: slice.bottom - slice.top + 1 }, () => row);
  }
}

function queueBorders(format: Excel.RangeFormat, { top, bottom, left, right }: Range, lines: boolean): void {
  const sides = [
    ...OUTER,
    ...(bottom > top ? (['InsideHorizontal'] as const) : []),
    ...(right > left ? (['InsideVertical'] as const) : []),
  ];
  for (const side of sides) {
    const border = format.borders.getItem(side);
    border.style = lines ? 'Continuous' : 'None';
    if (lines) border.weight = 'Thin';
  }
}

function queueValidation(range: Excel.Range, { source, prompt, strict }: ValidationEdit): void {
  const { dataValidation } = range;
  dataValidation.clear();
  if (source) {
    const text = 'list' in source ? source.list.join(',') : source.formula;
    dataValidation.rule = { list: { inCellDropDown: true, source: text } };
    dataValidation.errorAlert = { showAlert: strict, style: 'Stop', title: '', message: '' };
  }
  if (prompt) {
    const [title, message] = [prompt.title.slice(0, PROMPT.title), prompt.text.slice(0, PROMPT.text)];
    dataValidation.prompt = { showPrompt: true, title, message };
  }
}

function queuePageSetup(sheet: Excel.Worksheet, edit: PageSetupEdit, footer: string): void {
  const { pageLayout } = sheet;
  const { top, right, bottom, left } = edit.margins;
  pageLayout.orientation = edit.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = edit.paper;
  pageLayout.topMargin = top * POINTS_PER_CENTIMETRE;
  pageLayout.rightMargin = right * POINTS_PER_CENTIMETRE;
  pageLayout.bottomMargin = bottom * POINTS_PER_CENTIMETRE;
  pageLayout.leftMargin = left * POINTS_PER_CENTIMETRE;
  pageLayout.centerHorizontally = true;
  // 0 pages high: as many as it takes.
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  if (edit.printArea) pageLayout.setPrintArea(rangeIn(sheet, edit.printArea));
  if (edit.titleRows) pageLayout.setPrintTitleRows(`$${edit.titleRows.top + 1}:$${edit.titleRows.bottom + 1}`);
  const { defaultForAllPages } = pageLayout.headersFooters;
  if (edit.pageNumbers) defaultForAllPages.centerFooter = PAGE_NUMBERS;
  else if (footer === PAGE_NUMBERS) defaultForAllPages.centerFooter = '';
}

/** Without a password; rows and columns can still be made higher and wider. */
export function queueProtection(sheet: Excel.Worksheet): void {
  sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}
