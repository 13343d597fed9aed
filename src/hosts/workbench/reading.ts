import type { IRange, Workbook, Worksheet } from '@univerjs/core';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import { markLevelOf, type Cell, type CellRef, type MarkLevel, type Range, type SheetSnapshot } from '../../core/sheet';
import type { MemorySheet } from '../memory/state';
import { kept, withAreas } from './areas';
import { readCell, type CellLookup } from './cells';

/** Set on sheets that came in protected: the grid has no protection of its own without a server. */
export const PROTECTED = 'protected';

export function rangeOfGrid(range: IRange): Range {
  return { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
}

export function gridRange({ top, left, bottom, right }: Range): IRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

export function isProtected(sheet: FWorksheet): boolean {
  return sheet.getCustomMetadata()?.[PROTECTED] === true;
}

function lookupFor(workbook: Workbook, sheet: FWorksheet): CellLookup {
  const styles = workbook.getStyles();
  return {
    styleOf: (cell) => (cell.s ? (styles.getStyleByCell(cell) ?? null) : null),
    sharedFormula: (row, column) => sheet.getRange(row, column).getFormula() || null,
  };
}

/** The number format of a cell, empty or not; undefined for General. */
export function formatNow(workbook: FWorkbook, sheet: FWorksheet, { row, column }: CellRef): string | undefined {
  const data = sheet.getSheet().getCellRaw(row, column);
  const pattern = data && lookupFor(workbook.getWorkbook(), sheet).styleOf(data)?.n?.pattern;
  return pattern && pattern !== 'General' ? pattern : undefined;
}

/** Cells read between two pauses: a few milliseconds. */
const SLICE = 1_000;

/** Everything on a sheet, by its raw cells: reading through ranges would copy it several times over. */
export function readSnapshot(workbook: FWorkbook, sheet: FWorksheet): SheetSnapshot {
  const steps = readingSnapshot(workbook, sheet, null);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same with pauses, in which the sheet may change: then what was read may be of before or after. Rows that hold what
 * they held in `before` are the same objects.
 */
export function* readingSnapshot(
  workbook: FWorkbook,
  sheet: FWorksheet,
  before: SheetSnapshot | null,
): Generator<undefined, SheetSnapshot> {
  const worksheet = sheet.getSheet();
  const lookup = lookupFor(workbook.getWorkbook(), sheet);
  const cells: NonNullable<SheetSnapshot['cells'][number]>[] = [];
  const matrix = worksheet.getCellMatrix().getMatrix();
  let read = 0;
  for (const rowKey in matrix) {
    const row = Number(rowKey);
    const columns = matrix[row];
    const line: Cell[] = [];
    for (const columnKey in columns) {
      const column = Number(columnKey);
      const cell = readCell(columns[column] ?? null, row, column, lookup);
      if (cell) line[column] = cell;
      read += 1;
    }
    if (line.length > 0) cells[row] = kept(line, before?.cells[row]);
    if (read < SLICE) continue;
    read = 0;
    yield;
  }
  return { ...frameOf(sheet), cells };
}

/** What a sheet is beside its cells. */
function frameOf(sheet: FWorksheet): Omit<SheetSnapshot, 'cells'> {
  const worksheet = sheet.getSheet();
  return {
    name: sheet.getSheetName(),
    merges: worksheet.getMergeData().map(rangeOfGrid),
    hiddenRows: hidden(worksheet.getRowCount(), (row) => worksheet.getRowVisible(row)),
    hiddenColumns: hidden(worksheet.getColumnCount(), (column) => worksheet.getColVisible(column)),
    protected: isProtected(sheet),
    visible: !sheet.isSheetHidden(),
  };
}

/** A snapshot with the cells of some areas as they are now, and all else too where `frame` says so. */
export function readAgain(
  workbook: FWorkbook,
  sheet: FWorksheet,
  known: { readonly snapshot: SheetSnapshot; readonly areas: readonly Range[]; readonly frame: boolean },
): SheetSnapshot {
  const worksheet = sheet.getSheet();
  const lookup = lookupFor(workbook.getWorkbook(), sheet);
  const { snapshot, areas, frame } = known;
  const now = frame ? { ...snapshot, ...frameOf(sheet) } : snapshot;
  return withAreas(now, areas, (row, column) =>
    readCell(worksheet.getCellRaw(row, column) ?? null, row, column, lookup),
  );
}

function hidden(count: number, visible: (index: number) => boolean): Set<number> {
  const found = new Set<number>();
  for (let index = 0; index < count; index += 1) if (!visible(index)) found.add(index);
  return found;
}

/** One of our rules on a sheet. */
export interface MarkRule {
  readonly id: string;
  readonly level: MarkLevel;
  readonly ranges: readonly Range[];
}

/** Our own conditional-format rules, wherever a person has copied them to. */
export function markRules(sheet: FWorksheet): MarkRule[] {
  const rules: MarkRule[] = [];
  for (const { cfId, ranges, rule } of sheet.getConditionalFormattingRules()) {
    const formula = rule.type === 'highlightCell' && rule.subType === 'formula' ? rule.value : '';
    const level = markLevelOf(formula);
    if (level) rules.push({ id: cfId, level, ranges: ranges.map(rangeOfGrid) });
  }
  return rules;
}

function bounded({ top, left, bottom, right }: Range, worksheet: Worksheet): Range {
  return {
    top: Math.max(top || 0, 0),
    left: Math.max(left || 0, 0),
    bottom: Math.min(bottom, worksheet.getRowCount() - 1),
    right: Math.min(right, worksheet.getColumnCount() - 1),
  };
}

export function readMarks(sheet: FWorksheet): MemorySheet['marks'] {
  const marks = new Map<string, MemorySheet['marks'][number]>();
  for (const { level, ranges } of markRules(sheet)) {
    for (const range of ranges) {
      const { top, left, bottom, right } = bounded(range, sheet.getSheet());
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          marks.set(`${row},${column}`, { cell: { row, column }, level });
        }
      }
    }
  }
  return [...marks.values()];
}

export function readNotes(sheet: FWorksheet): MemorySheet['notes'] {
  return sheet.getNotes().map(({ row, col, note }) => ({ cell: { row, column: col }, text: note }));
}
