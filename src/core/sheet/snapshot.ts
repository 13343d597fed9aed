import type { CellRef, Range } from './address';
import { isNumbered } from './names';

/** `#REF!`, `#NAME?`, `#DIV/0!`, `#N/A`, `#VALUE!`, `#NUM!`, `#NULL!`, `#SPILL!` … */
export interface CellError {
  readonly error: string;
}

/** What a cell holds: dates are serial numbers with a date `numberFormat`, as in the spreadsheet itself. */
export type CellValue = string | number | boolean | CellError;

/** A cell that is not empty. */
export interface Cell {
  readonly value: CellValue;
  /** As displayed, where the host tells; else the value in plain form. */
  readonly text: string;
  /** With its leading `=`. */
  readonly formula?: string;
  /** Excel number format code; absent for General. */
  readonly numberFormat?: string;
}

/** A sheet as data, read once and never changed. Nothing outside `cells` is needed to read tables from it. */
export interface SheetSnapshot {
  readonly name: string;
  /** `cells[row]?.[column]`, counted from A1; rows may be absent or short, null is an empty cell. */
  readonly cells: readonly (readonly (Cell | null | undefined)[] | undefined)[];
  /** Merged areas; only the top-left cell of each holds a value. */
  readonly merges: readonly Range[];
  /** Hidden by the user or by a filter. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Whether the sheet refuses edits. */
  readonly protected: boolean;
  /** Whether the sheet itself is shown. */
  readonly visible: boolean;
}

/** The sheet on which the add-in keeps suppressions, corrections and opinions; it is never read as a table. */
export const RECORD_SHEET = '绩效审核记录';

/** The hidden sheet of dropdown lists that inserted forms use; never read as a table. */
export const DICTIONARY_SHEET = '绩效字典';

/** The sheet of findings that goes back to a department; never read as a table. */
export const OPINION_SHEET = '审核意见';

/** The sheet of a chart of scores and its numbers; further ones are numbered. Never read as a table. */
export const CHART_SHEET = '得分图表';

/** Sheets of the add-in's own making, but for numbered ones. */
export const OWN_SHEETS: readonly string[] = [RECORD_SHEET, DICTIONARY_SHEET, OPINION_SHEET, CHART_SHEET];

/** Whether a sheet is of the add-in's own making, and so never read as a table. */
export function isOwnSheet(name: string): boolean {
  return OWN_SHEETS.includes(name) || isChartSheet(name);
}

export function isChartSheet(name: string): boolean {
  return isNumbered(name, CHART_SHEET);
}

export function cellAt(sheet: SheetSnapshot, cell: CellRef): Cell | null {
  return sheet.cells[cell.row]?.[cell.column] ?? null;
}

export function isError(value: CellValue | undefined): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** The merged area that a cell belongs to, or null. Linear in the number of merges: index them where it matters. */
export function mergeAt(sheet: SheetSnapshot, cell: CellRef): Range | null {
  for (const merge of sheet.merges) {
    if (cell.row >= merge.top && cell.row <= merge.bottom && cell.column >= merge.left && cell.column <= merge.right) {
      return merge;
    }
  }
  return null;
}

export interface SheetInit {
  readonly merges?: readonly Range[];
  readonly hiddenRows?: Iterable<number>;
  readonly hiddenColumns?: Iterable<number>;
  readonly protected?: boolean;
  readonly visible?: boolean;
}

/** A snapshot from cells in rows; what is left out is empty, shown and unprotected. */
export function makeSheet(name: string, cells: SheetSnapshot['cells'], init: SheetInit = {}): SheetSnapshot {
  return {
    name,
    cells,
    merges: init.merges ?? [],
    hiddenRows: new Set(init.hiddenRows ?? []),
    hiddenColumns: new Set(init.hiddenColumns ?? []),
    protected: init.protected ?? false,
    visible: init.visible ?? true,
  };
}

/** A plain value as a cell: its text is the value as written. Null and `''` are empty. */
export function makeCell(value: CellValue | null | undefined, more: Partial<Omit<Cell, 'value'>> = {}): Cell | null {
  if (value === null || value === undefined || value === '') {
    return more.formula === undefined ? null : { value: '', text: '', ...more };
  }
  return {
    value,
    text: isError(value) ? value.error : typeof value === 'boolean' ? String(value).toUpperCase() : String(value),
    ...more,
  };
}

/** The smallest range that holds every non-empty cell, or null for an empty sheet. */
export function usedRange(sheet: SheetSnapshot): Range | null {
  let top = -1;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  sheet.cells.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (!cell) return;
      if (top < 0) top = r;
      bottom = r;
      left = Math.min(left, c);
      right = Math.max(right, c);
    });
  });
  return top < 0 ? null : { top, left, bottom, right };
}
