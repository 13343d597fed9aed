/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load, office-addins/load-object-before-read --
   Asks are queued here and read after one sync for all of them. */
import type { Range } from '../../core/sheet';
import { drawingOf, redrawnSheets, sheetKey } from '../plan';
import type { Plan } from '../plan';
import { blocksOf, cellCount, cellsOf, rangeIn } from './blocks';
import { given } from './run';
import { CELLS_AT_ONCE } from './work';

/** Looks that drawing may change, as Excel is asked for them cell by cell. */
const LOOKS: Excel.CellPropertiesLoadOptions = {
  format: {
    font: { name: true, size: true, bold: true, color: true },
    fill: { color: true, pattern: true },
    borders: { style: true, weight: true, color: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    protection: true,
  },
};
const SIDES = ['top', 'bottom', 'left', 'right'] as const;
const MARGINS = ['topMargin', 'rightMargin', 'bottomMargin', 'leftMargin'] as const;
const PAGE = `orientation,paperSize,zoom,centerHorizontally,${MARGINS.join()}`;

interface KeptLooks {
  readonly range: Range;
  readonly cells: Excel.SettableCellProperties[][];
  /** Cells without a fill: white and none look alike to Excel, and only one of them is a fill. */
  readonly unfilled: readonly Range[];
  readonly numberFormats: unknown[][];
}

interface KeptValidation {
  readonly range: Range;
  /** null where anything could be entered, without a hint. */
  readonly was: Pick<Excel.DataValidation, 'rule' | 'errorAlert' | 'prompt' | 'ignoreBlanks'> | null;
}

interface KeptPage {
  readonly orientation: Excel.PageLayout['orientation'];
  readonly paperSize: Excel.PageLayout['paperSize'];
  readonly zoom: Excel.PageLayoutZoomOptions;
  readonly centerHorizontally: boolean;
  readonly margins: readonly number[];
  readonly footer: string;
  /** null where there was none. */
  readonly printArea: string | null;
  readonly titleRows: string | null;
}

/** How a sheet was drawn where a plan draws on it. */
export interface KeptDrawing {
  readonly name: string;
  readonly looks: readonly KeptLooks[];
  /** In points. */
  readonly widths: readonly (readonly [column: number, points: number])[];
  readonly heights: readonly (readonly [row: number, points: number])[];
  readonly validations: readonly KeptValidation[];
  readonly page: KeptPage | null;
}

interface Places {
  readonly looks: readonly Range[];
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly validations: readonly Range[];
  readonly page: boolean;
}

/** Where a plan draws on one sheet. */
function placesOf(plan: Plan, name: string): Places {
  const here = ({ sheet }: { readonly sheet: string }) => sheetKey(sheet) === sheetKey(name);
  const edits = drawingOf(plan).filter(here);
  const kept = plan.redraws.filter(here).map((redraw) => redraw.kept as KeptDrawing);
  const lines = (kind: 'columnWidths' | 'rowHeights', known: readonly (readonly [number, number])[]) => [
    ...new Set([
      ...edits.flatMap((edit) => (edit.kind === kind ? edit.sizes.map((_, index) => edit.first + index) : [])),
      ...known.map(([line]) => line),
    ]),
  ];
  const looks = [
    ...edits.flatMap((edit) => (edit.kind === 'format' ? [edit.range] : [])),
    ...kept.flatMap((drawing) => drawing.looks.map(({ range }) => range)),
  ];
  const few = looks.reduce((sum, range) => sum + cellCount(range), 0) <= CELLS_AT_ONCE * 10;
  return {
    looks: few ? blocksOf(looks.flatMap((range) => [...cellsOf(range)])) : looks,
    columns: lines(
      'columnWidths',
      kept.flatMap(({ widths }) => widths),
    ),
    rows: lines(
      'rowHeights',
      kept.flatMap(({ heights }) => heights),
    ),
    validations: [
      ...edits.flatMap((edit) => (edit.kind === 'validation' ? [edit.range] : [])),
      ...kept.flatMap((drawing) => drawing.validations.map(({ range }) => range)),
    ],
    page: edits.some(({ kind }) => kind === 'pageSetup') || kept.some(({ page }) => page !== null),
  };
}

/**
 * Asks how the sheets are drawn on which a plan draws. The returned function is to be awaited after the first sync;
 * it takes a further one where a range has several validations.
 */
export function askDrawings(
  context: Excel.RequestContext,
  plan: Plan,
  sheetOf: (name: string) => Excel.Worksheet,
): () => Promise<KeptDrawing[]> {
  const asked = redrawnSheets(plan).map((name) => askDrawing(name, sheetOf(name), placesOf(plan, name)));
  return async () => {
    const finish = asked.map((take) => take());
    if (finish.some(({ mixed }) => mixed)) await context.sync();
    return finish.map(({ take }) => take());
  };
}

function askDrawing(
  name: string,
  sheet: Excel.Worksheet,
  places: Places,
): () => { mixed: boolean; take: () => KeptDrawing } {
  const looks = places.looks.map((range) => askLooks(sheet, range));
  const widths = places.columns.map((column) => {
    const { format } = sheet.getRangeByIndexes(0, column, 1, 1);
    format.load('columnWidth');
    return [column, format] as const;
  });
  const heights = places.rows.map((row) => {
    const { format } = sheet.getRangeByIndexes(row, 0, 1, 1);
    format.load('rowHeight');
    return [row, format] as const;
  });
  const validations = places.validations.map((range) => askValidation(sheet, range));
  const page = places.page ? askPage(sheet) : null;
  return () => {
    const parts = validations.map((take) => take());
    const take = (): KeptDrawing => ({
      name,
      looks: looks.map((taken) => taken()),
      widths: widths.map(([column, format]) => [column, format.columnWidth] as const),
      heights: heights.map(([row, format]) => [row, format.rowHeight] as const),
      validations: parts.flatMap((part) => part.take()),
      page: page?.() ?? null,
    });
    return { mixed: parts.some(({ mixed }) => mixed), take };
  };
}

function askLooks(sheet: Excel.Worksheet, range: Range): () => KeptLooks {
  const cells = rangeIn(sheet, range);
  cells.load('numberFormat');
  const properties = cells.getCellProperties(LOOKS);
  return () => {
    const found = given(properties.value);
    const unfilled = [...cellsOf(range)].filter(({ row, column }) => {
      const fill = found[row - range.top]?.[column - range.left]?.format?.fill;
      return !fill?.color || fill.pattern === 'None';
    });
    return {
      range,
      cells: found.map((row) => row.map(({ format }) => ({ format: settable(format) }))),
      unfilled: blocksOf(unfilled),
      numberFormats: given<unknown[][]>(cells.numberFormat),
    };
  };
}

/** What was told of a cell's looks, as it can be set: a side without a line must not be given a weight. */
function settable(format: Excel.CellPropertiesFormat = {}): Excel.CellPropertiesFormat {
  const borders: Excel.CellBorderCollection = {};
  for (const side of SIDES) {
    const border = format.borders?.[side];
    if (border) borders[side] = !border.style || border.style === 'None' ? { style: 'None' } : border;
  }
  const { fill, ...rest } = format;
  return { ...rest, borders, ...(fill?.color && fill.pattern !== 'None' ? { fill } : {}) };
}

type Validation = Excel.DataValidation;

function askRule(sheet: Excel.Worksheet, range: Range): Validation {
  const { dataValidation } = rangeIn(sheet, range);
  dataValidation.load('type,rule,errorAlert,prompt,ignoreBlanks');
  return dataValidation;
}

function askValidation(
  sheet: Excel.Worksheet,
  range: Range,
): () => { mixed: boolean; take: () => readonly KeptValidation[] } {
  const whole = askRule(sheet, range);
  return () => {
    const mixed = whole.type === 'Inconsistent' || whole.type === 'MixedCriteria';
    if (!mixed) return { mixed, take: () => [{ range, was: validationOf(whole) }] };
    const cells = [...cellsOf(range)].map(({ row, column }) => {
      const cell = { top: row, bottom: row, left: column, right: column };
      return { range: cell, rule: askRule(sheet, cell) };
    });
    return { mixed, take: () => cells.map((cell) => ({ range: cell.range, was: validationOf(cell.rule) })) };
  };
}

function validationOf({ type, rule, errorAlert, prompt, ignoreBlanks }: Validation): KeptValidation['was'] {
  const hint = prompt?.showPrompt && (prompt.title !== '' || prompt.message !== '');
  return type === 'None' && !hint ? null : { rule: type === 'None' ? {} : rule, errorAlert, prompt, ignoreBlanks };
}

function askPage(sheet: Excel.Worksheet): () => KeptPage {
  const { pageLayout } = sheet;
  pageLayout.load(PAGE);
  const footer = pageLayout.headersFooters.defaultForAllPages;
  footer.load('centerFooter');
  const area = pageLayout.getPrintAreaOrNullObject();
  area.load('address');
  const rows = pageLayout.getPrintTitleRowsOrNullObject();
  rows.load('address');
  const own = (address: string) => address.slice(address.lastIndexOf('!') + 1);
  return () => {
    const { orientation, paperSize, zoom, centerHorizontally } = pageLayout;
    return {
      orientation,
      paperSize,
      zoom,
      centerHorizontally,
      margins: MARGINS.map((margin) => pageLayout[margin]),
      footer: footer.centerFooter,
      printArea: area.isNullObject ? null : area.address.split(',').map(own).join(','),
      titleRows: rows.isNullObject ? null : own(rows.address),
    };
  };
}

/** Queues what puts a sheet's drawing back. */
export function queueRedraw(sheet: Excel.Worksheet, kept: KeptDrawing): void {
  for (const { range, cells, unfilled, numberFormats } of kept.looks) {
    const target = rangeIn(sheet, range);
    target.setCellProperties(cells);
    target.numberFormat = numberFormats;
    for (const area of unfilled) rangeIn(sheet, area).format.fill.clear();
  }
  for (const [column, points] of kept.widths) {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points;
  }
  for (const [row, points] of kept.heights) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
  for (const { range, was } of kept.validations) {
    const { dataValidation } = rangeIn(sheet, range);
    dataValidation.clear();
    if (!was) continue;
    if (Object.keys(was.rule).length > 0) {
      dataValidation.rule = was.rule;
      dataValidation.errorAlert = was.errorAlert;
      dataValidation.ignoreBlanks = was.ignoreBlanks;
    }
    dataValidation.prompt = was.prompt;
  }
  if (kept.page) queuePage(sheet, kept.page);
}

function queuePage(sheet: Excel.Worksheet, page: KeptPage): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = page.orientation;
  if (page.paperSize) pageLayout.paperSize = page.paperSize;
  pageLayout.zoom = page.zoom;
  pageLayout.centerHorizontally = page.centerHorizontally;
  for (const [index, margin] of MARGINS.entries()) pageLayout[margin] = page.margins[index] as number;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = page.footer;
  // Excel has no word for taking a print area or titles away but an empty address.
  pageLayout.setPrintArea(page.printArea ?? '');
  pageLayout.setPrintTitleRows(page.titleRows ?? '');
}
