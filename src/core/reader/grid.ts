import { parseFormMark, type FormMark } from '../indicator';
import { isError, type Cell, type CellRef, type Range, type SheetSnapshot } from '../sheet';
import { columnsOf, memoryOf, type RowMemory } from './memory';

/** A sheet with its merges indexed and blank cells (also those of blanks alone) told apart. */
export interface Grid {
  readonly sheet: SheetSnapshot;
  /** Rows and columns that may hold something: every cell lies at a smaller index. */
  readonly rows: number;
  readonly columns: number;
  /** The marks of our forms, from the top; their cells count as blank everywhere else. */
  readonly marks: readonly PlacedMark[];
  /** The cell's own contents; null where it is blank or covered by a merge that begins elsewhere. */
  at(row: number, column: number): Cell | null;
  mergeAt(row: number, column: number): Range | null;
  /** Columns of the row's cells that hold something, from the left. */
  filled(row: number): readonly number[];
  /** What was read of the row before. */
  memory(row: number): RowMemory;
}

export interface PlacedMark extends FormMark {
  readonly at: CellRef;
}

export function makeGrid(sheet: SheetSnapshot): Grid {
  const rows = sheet.cells.length;
  let columns = 0;
  for (let row = 0; row < rows; row++) columns = Math.max(columns, sheet.cells[row]?.length ?? 0);
  const merges = indexMerges(sheet.merges, rows);
  const marks = marksOf(sheet);

  const at = (row: number, column: number): Cell | null => {
    const cell = sheet.cells[row]?.[column];
    if (!cell || isBlank(cell)) return null;
    return marks.some((mark) => mark.at.row === row && mark.at.column === column) ? null : cell;
  };
  return {
    sheet,
    rows,
    columns,
    marks,
    at,
    mergeAt(row, column) {
      for (const merge of merges.get(row) ?? []) if (column >= merge.left && column <= merge.right) return merge;
      return null;
    },
    filled(row) {
      const found: number[] = [];
      const cells = sheet.cells[row];
      if (!cells) return found;
      for (const column of columnsOf(cells)) if (at(row, column)) found.push(column);
      return found;
    },
    memory(row) {
      const cells = sheet.cells[row];
      // Past so many marks it depends on the rows above whether one counts.
      return cells && marks.length < MOST_MARKS ? memoryOf(cells) : {};
    },
  };
}

/** No sheet holds more forms than this. */
const MOST_MARKS = 50;

function marksOf(sheet: SheetSnapshot): PlacedMark[] {
  const found: PlacedMark[] = [];
  for (let row = 0; row < sheet.cells.length; row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    for (const { column, ...mark } of (memoryOf(cells).marks ??= marksIn(cells))) {
      found.push({ ...mark, at: { row, column } });
      if (found.length >= MOST_MARKS) return found;
    }
  }
  return found;
}

const NO_MARKS: readonly never[] = [];

function marksIn(cells: readonly (Cell | null | undefined)[]): NonNullable<RowMemory['marks']> {
  const found: (FormMark & { column: number })[] = [];
  for (const column of columnsOf(cells)) {
    const value = cells[column]?.value;
    const mark = typeof value === 'string' ? parseFormMark(value) : null;
    if (mark) found.push({ ...mark, column });
  }
  return found.length === 0 ? NO_MARKS : found;
}

/** Merges do not overlap in a sound file, so that there are far fewer; a file that is not must not stop the reading. */
const MOST_ENTRIES = 2_000_000;

/** Merges by row, so that a cell's merge is found among those of its row only. */
function indexMerges(merges: readonly Range[], rows: number): Map<number, Range[]> {
  const index = new Map<number, Range[]>();
  let entries = 0;
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, rows - 1);
    entries += Math.max(bottom - merge.top + 1, 0);
    if (entries > MOST_ENTRIES) break;
    for (let row = Math.max(merge.top, 0); row <= bottom; row++) {
      const list = index.get(row);
      if (list) list.push(merge);
      else index.set(row, [merge]);
    }
  }
  return index;
}

function isBlank(cell: Cell): boolean {
  return typeof cell.value === 'string' && cell.value.trim() === '' && cell.text.trim() === '';
}

const DATE_FORMAT = /[yd年月日]|m{3,}/i;

/** A number format without what it shows literally: quoted texts, escaped characters, and what stands in square brackets. */
function codesOf(format: string): string {
  let codes = '';
  let until = '';
  for (let index = 0; index < format.length; index++) {
    const char = format.charAt(index);
    if (until !== '') {
      if (char === until) until = '';
    } else if (char === '"') until = '"';
    else if (char === '[') until = ']';
    else if (char === '\\') index++;
    else codes += char;
  }
  return codes;
}

/** Whether a number format shows dates; what stands in quotes, brackets or after a backslash does not count. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false;
  return DATE_FORMAT.test(codesOf(format));
}

export function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && codesOf(format).includes('%');
}

/** `YYYY-MM-DD` of a serial number of the 1900 date system; null outside the years 1900–9999. */
export function serialDate(serial: number): string | null {
  if (!(serial >= 1 && serial < 2958466)) return null;
  const days = Math.floor(serial) - (serial < 60 ? 25568 : 25569);
  return new Date(days * 86400000).toISOString().slice(0, 10);
}

/** The cell's contents as text to be read: dates as `YYYY-MM-DD`, percentages with their sign, numbers in plain form. */
export function contentText(cell: Cell): string {
  const { value, numberFormat } = cell;
  if (typeof value === 'string') return value.trim() === '' ? cell.text : value;
  if (typeof value === 'boolean') return cell.text;
  if (isError(value)) return value.error;
  if (isDateFormat(numberFormat)) return serialDate(value) ?? String(value);
  if (isPercentFormat(numberFormat)) return `${percentOf(value)}%`;
  return String(value);
}

/** A fraction in percent, without the noise of binary fractions: 0.57 → 57. */
export function percentOf(fraction: number): number {
  return Number((fraction * 100).toPrecision(12));
}

export function refOf(row: number, column: number): CellRef {
  return { row, column };
}
