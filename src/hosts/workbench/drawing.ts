import {
  BooleanNumber,
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  generateRandomId,
} from '@univerjs/core';
import type { ICellData, ISheetDataValidationRule, IStyleData, Nullable } from '@univerjs/core';
import { SetColWidthCommand, SetRangeValuesCommand, SetRowHeightCommand } from '@univerjs/preset-sheets-core';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import {
  AddDataValidationMutation,
  ClearRangeDataValidationCommand,
  RemoveDataValidationMutation,
  RemoveSheetAllDataValidationCommand,
} from '@univerjs/preset-sheets-data-validation';
import type { CellFormat, Range, ValidationEdit } from '../../core/sheet';
import type { Border } from '../../formats/looks';
import { drawingOf, sheetKey, type DrawEdit, type Plan } from '../plan';
import { gridStyle } from './loading';
import { gridRange } from './reading';

/** Pixels of a digit of the usual font, and those of a column beside its characters. */
const DIGIT = 7;
const PADDING = 5;
const PIXELS_PER_POINT = 4 / 3;
const LINE: Border = { line: 'thin', color: '#000000' };
const NO_BORDERS = { t: null, r: null, b: null, l: null };

/** Gives commands to the grid. */
export interface Commands {
  run(id: string, params: object): Promise<void>;
  /** A mutation, with the one that takes it back, as part of the step of the grid's undo list that is being made. */
  mutate(redo: Mutation, undo: Mutation): Promise<void>;
}

interface Mutation {
  readonly id: string;
  readonly params: object;
}

/** How a sheet was drawn where a plan draws on it, in the grid's own words. */
export interface GridDrawing {
  readonly styles: ReadonlyMap<number, ReadonlyMap<number, IStyleData | null>>;
  /** In pixels. */
  readonly widths: readonly (readonly [column: number, pixels: number])[];
  readonly heights: readonly (readonly [row: number, pixels: number])[];
  readonly rules: readonly ISheetDataValidationRule[];
}

type Cells = Map<number, Map<number, CellFormat>>;

/** What is said of each cell together, later ranges last. */
function formatsOf(edits: readonly DrawEdit[]): Cells {
  const cells: Cells = new Map();
  for (const edit of edits) {
    if (edit.kind !== 'format') continue;
    const { top, bottom, left, right } = edit.range;
    for (let row = top; row <= bottom; row += 1) {
      const columns = cells.get(row) ?? new Map<number, CellFormat>();
      cells.set(row, columns);
      for (let column = left; column <= right; column += 1) {
        columns.set(column, { ...columns.get(column), ...edit.format });
      }
    }
  }
  return cells;
}

function styleOf({ bold, wrap, borders, numberFormat, locked: _, ...looks }: CellFormat): IStyleData {
  const lines = borders ? { top: LINE, right: LINE, bottom: LINE, left: LINE } : {};
  const pattern = numberFormat === undefined || numberFormat === 'General' ? null : { pattern: numberFormat };
  return {
    ...gridStyle({ ...looks, ...lines, bold, wrap } as Parameters<typeof gridStyle>[0]),
    ...(bold === false && { bl: BooleanNumber.FALSE }),
    ...(wrap === false && { tb: null }),
    ...(borders === false && { bd: NO_BORDERS }),
    ...(numberFormat !== undefined && { n: pattern }),
  } as IStyleData;
}

function sizesOf(edits: readonly DrawEdit[], kind: 'columnWidths' | 'rowHeights'): [number, number][] {
  const sizes = edits.flatMap((edit) =>
    edit.kind === kind ? edit.sizes.map((size, index) => [edit.first + index, size] as const) : [],
  );
  return [...new Map(sizes)];
}

function editsOn(plan: Plan, name: string): DrawEdit[] {
  return drawingOf(plan).filter(({ sheet }) => sheetKey(sheet) === sheetKey(name));
}

/** How a sheet is drawn now where `plan` will draw; `kept` are the places of an earlier drawing to be put back. */
export function gridDrawing(
  workbook: FWorkbook,
  sheet: FWorksheet,
  plan: Plan,
  kept: readonly GridDrawing[],
): GridDrawing {
  const edits = editsOn(plan, sheet.getSheetName());
  const styles = new Map<number, Map<number, IStyleData | null>>();
  const table = workbook.getWorkbook().getStyles();
  for (const rows of [formatsOf(edits), ...kept.map((drawing) => drawing.styles)]) {
    for (const [row, columns] of rows) {
      const own = styles.get(row) ?? new Map<number, IStyleData | null>();
      styles.set(row, own);
      for (const column of columns.keys()) {
        const cell = sheet.getSheet().getCellRaw(row, column);
        const style = cell?.s ? table.getStyleByCell(cell) : null;
        own.set(column, style ? structuredClone(style) : null);
      }
    }
  }
  const lines = (kind: 'columnWidths' | 'rowHeights', key: 'widths' | 'heights') => [
    ...new Set([...sizesOf(edits, kind), ...kept.flatMap((drawing) => drawing[key])].map(([line]) => line)),
  ];
  const worksheet = sheet.getSheet();
  return {
    styles,
    widths: lines('columnWidths', 'widths').map((column) => [column, worksheet.getColumnWidth(column)] as const),
    heights: lines('rowHeights', 'heights').map((row) => [row, worksheet.getRowHeight(row)] as const),
    rules: sheet.getDataValidations().map(({ rule }) => structuredClone(rule) as ISheetDataValidationRule),
  };
}

/** A style to be written. The grid drops a formula that is not calculated yet unless it is written along. */
function withFormula(sheet: FWorksheet, row: number, column: number, s: IStyleData | null): ICellData {
  const { f, si } = sheet.getSheet().getCellRaw(row, column) ?? {};
  return { s, ...(f && { f }), ...(si && { si }) };
}

/** Draws what a plan says of one sheet; each kind of thing in as few commands as the grid allows. */
export async function drawOn(sheet: FWorksheet, plan: Plan, commands: Commands): Promise<void> {
  const edits = editsOn(plan, sheet.getSheetName());
  const subUnitId = sheet.getSheetId();
  const value: Record<number, Record<number, ICellData>> = {};
  for (const [row, columns] of formatsOf(edits)) {
    for (const [column, format] of columns)
      (value[row] ??= {})[column] = withFormula(sheet, row, column, styleOf(format));
  }
  if (Object.keys(value).length > 0) await commands.run(SetRangeValuesCommand.id, { subUnitId, value });
  const widths = sizesOf(edits, 'columnWidths').map(([column, size]) => [column, size * DIGIT + PADDING] as const);
  const heights = sizesOf(edits, 'rowHeights').map(([row, size]) => [row, size * PIXELS_PER_POINT] as const);
  await resize(sheet, widths, heights, commands);
  for (const edit of edits) {
    if (edit.kind !== 'validation') continue;
    await commands.run(ClearRangeDataValidationCommand.id, { subUnitId, ranges: [gridRange(edit.range)] });
    const rule = ruleOf(edit);
    if (rule) await addRule(sheet, rule, commands);
  }
}

/** Lines of equal size in one command. */
async function resize(
  sheet: FWorksheet,
  widths: GridDrawing['widths'],
  heights: GridDrawing['heights'],
  commands: Commands,
): Promise<void> {
  const subUnitId = sheet.getSheetId();
  const lastRow = sheet.getSheet().getRowCount() - 1;
  const lastColumn = sheet.getSheet().getColumnCount() - 1;
  const grouped = (lines: GridDrawing['widths'], rangeOf: (line: number) => Range) => {
    const groups = new Map<number, Range[]>();
    for (const [line, pixels] of lines) {
      const size = Math.round(pixels);
      groups.set(size, [...(groups.get(size) ?? []), rangeOf(line)]);
    }
    return [...groups].map(([size, ranges]) => ({ subUnitId, value: size, ranges: ranges.map(gridRange) }));
  };
  for (const params of grouped(widths, (column) => ({ top: 0, bottom: lastRow, left: column, right: column }))) {
    await commands.run(SetColWidthCommand.id, params);
  }
  for (const params of grouped(heights, (row) => ({ top: row, bottom: row, left: 0, right: lastColumn }))) {
    await commands.run(SetRowHeightCommand.id, params);
  }
}

/** Not by the grid's own command: that writes empty texts into the cells, over formulas not calculated yet. */
async function addRule(sheet: FWorksheet, rule: ISheetDataValidationRule, commands: Commands): Promise<void> {
  const place = { unitId: sheet.getWorkbook().getUnitId(), subUnitId: sheet.getSheetId(), source: 'command' };
  await commands.mutate(
    { id: AddDataValidationMutation.id, params: { ...place, rule } },
    { id: RemoveDataValidationMutation.id, params: { ...place, ruleId: rule.uid } },
  );
}

function ruleOf({ range, source, prompt, strict }: ValidationEdit): ISheetDataValidationRule | null {
  if (!source && !prompt) return null;
  return {
    uid: generateRandomId(8),
    ranges: [gridRange(range)],
    type: source ? DataValidationType.LIST : DataValidationType.ANY,
    // An arrow, as spreadsheets have it: the grid's own chips put the text out of its place.
    ...(source && { renderMode: DataValidationRenderMode.ARROW }),
    ...(source && { formula1: 'list' in source ? source.list.join(',') : source.formula }),
    allowBlank: true,
    showErrorMessage: strict && source !== null,
    errorStyle: DataValidationErrorStyle.STOP,
    ...(prompt && { showInputMessage: true, promptTitle: prompt.title, prompt: prompt.text }),
  };
}

/** Puts back how a sheet was drawn. */
export async function redrawOn(sheet: FWorksheet, kept: GridDrawing, commands: Commands): Promise<void> {
  const subUnitId = sheet.getSheetId();
  const matrix = (style: (was: Nullable<IStyleData>) => IStyleData | null | undefined) => {
    const value: Record<number, Record<number, ICellData>> = {};
    for (const [row, columns] of kept.styles) {
      for (const [column, was] of columns) {
        const wanted = style(was);
        if (wanted !== undefined) (value[row] ??= {})[column] = withFormula(sheet, row, column, wanted);
      }
    }
    return value;
  };
  // A style is laid over the one that is there: that one goes first.
  for (const value of [matrix(() => null), matrix((was) => was ?? undefined)]) {
    if (Object.keys(value).length > 0) await commands.run(SetRangeValuesCommand.id, { subUnitId, value });
  }
  await resize(sheet, kept.widths, kept.heights, commands);
  const same = JSON.stringify(sheet.getDataValidations().map(({ rule }) => rule)) === JSON.stringify(kept.rules);
  if (same) return;
  if (sheet.getDataValidations().length > 0) await commands.run(RemoveSheetAllDataValidationCommand.id, { subUnitId });
  for (const rule of kept.rules) await addRule(sheet, rule, commands);
}
