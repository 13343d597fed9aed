/** Addresses of cells and ranges. Rows and columns are counted from 0 inside core; people see A1 notation. */

export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A cell of a named sheet. */
export interface Address extends CellRef {
  readonly sheet: string;
}

/** A rectangle; all four sides are included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const CELL = /^\$?([a-z]{1,3})\$?([1-9]\d{0,6})$/i;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 0, AA → 26. The letters must be checked by the caller. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `{row: 11, column: 3}` → `D12`. */
export function formatCell(cell: CellRef): string {
  return columnName(cell.column) + String(cell.row + 1);
}

/** `D12` or `$D$12` → `{row: 11, column: 3}`; null for anything else. */
export function parseCell(text: string): CellRef | null {
  const match = CELL.exec(text.trim());
  if (!match) return null;
  return { row: Number(match[2]) - 1, column: columnIndex(match[1] as string) };
}

export function formatRange(range: Range): string {
  const start = formatCell({ row: range.top, column: range.left });
  const end = formatCell({ row: range.bottom, column: range.right });
  return start === end ? start : `${start}:${end}`;
}

/** `B2:D5` or a single cell; corners in any order. Null for anything else. */
export function parseRange(text: string): Range | null {
  const [first, second = first, ...rest] = text.split(':');
  if (rest.length > 0) return null;
  const a = parseCell(first ?? '');
  const b = parseCell(second ?? '');
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** Names that look like a cell, in either way of writing one. */
const LIKE_CELL = /^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*)$/i;

/**
 * Sheet names with anything but letters, digits, Han characters and `_` are quoted, as spreadsheets do, and so are those
 * that look like a cell (`FY25`).
 */
export function quoteSheet(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !LIKE_CELL.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** `Sheet1!D12`: the form used in JSON, messages and the pane. */
export function formatAddress(address: Address): string {
  return `${quoteSheet(address.sheet)}!${formatCell(address)}`;
}

export function formatSheetRange(sheet: string, range: Range): string {
  return `${quoteSheet(sheet)}!${formatRange(range)}`;
}

export function contains(range: Range, cell: CellRef): boolean {
  return cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right;
}

export function intersects(a: Range, b: Range): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function rangeOf(cell: CellRef): Range {
  return { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
}
