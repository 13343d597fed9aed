import type { CellRef } from '../sheet';
import { squash } from '../text';
import { contentText, type Grid } from './grid';
import { headingOf, isAnchor, LAST_LEVEL, mayAnchor, type Heading } from './headers';
import { columnsOf } from './memory';

/** Where a table's headings stand: one row, or more with merged headings above or below. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  /** The row that names the levels. */
  readonly main: number;
  readonly left: number;
  /** The last column that belongs to the table; for the last one on a row, the sheet's last. */
  readonly right: number;
}

export interface Located {
  readonly headers: readonly Header[];
  /** The first heading of an indicator table, whether or not a table was made of it. */
  readonly nearest: CellRef | null;
}

interface Placed {
  readonly column: number;
  readonly heading: Heading;
}

/** Rows looked at between two pauses. */
const SLICE = 250;

/** Finds every row of headings from the top, tables side by side included. */
export function* locateHeaders(grid: Grid): Generator<undefined, Located> {
  const headers: Header[] = [];
  let nearest: CellRef | null = null;
  for (let row = 0; row < grid.rows; row++) {
    if (row % SLICE === 0) yield;
    if (!(grid.memory(row).mayHoldAnchor ??= mayHoldAnchor(grid, row))) continue;
    const placed = headingsOf(grid, row);
    const anchor = placed.find((found) => isAnchor(found.heading));
    if (!anchor) continue;
    nearest ??= { row, column: anchor.column };
    if (!isHeaderRow(placed)) continue;
    const parts = split(placed);
    const bottom = isSubRow(grid, row + 1) ? row + 1 : row;
    const top = isUpperRow(grid, row - 1) ? row - 1 : row;
    parts.forEach((part, index) => {
      const next = parts[index + 1];
      const left = index === 0 ? firstOf(grid, top, bottom, part) : (part[0] as Placed).column;
      const right = next ? (next[0] as Placed).column - 1 : Math.max(grid.columns - 1, left);
      headers.push({ top, bottom, main: row, left, right });
    });
    row = bottom;
  }
  return { headers, nearest };
}

function mayHoldAnchor(grid: Grid, row: number): boolean {
  const cells = grid.sheet.cells[row] ?? [];
  for (const column of columnsOf(cells)) {
    const value = cells[column]?.value;
    if (typeof value === 'string' && mayAnchor(value)) return true;
  }
  return false;
}

function headingsOf(grid: Grid, row: number): Placed[] {
  const placed: Placed[] = [];
  const last = new Set<number>();
  const cells = grid.sheet.cells[row];
  if (!cells) return placed;
  for (const column of columnsOf(cells)) {
    const cell = cells[column];
    if (!cell || typeof cell.value !== 'string') continue;
    const heading = headingOf(cell.value);
    if (!heading) continue;
    if (LAST_LEVEL.test(squash(cell.value))) last.add(column);
    placed.push({ column, heading });
  }
  // 三级指标 beside 四级指标 is a group, and names no indicator.
  return last.size === 0 ? placed : placed.filter(({ heading, column }) => heading !== 'name' || last.has(column));
}

/** A row of headings names the indicator (or the levels above it) and something besides. */
function isHeaderRow(placed: readonly Placed[]): boolean {
  const fields = new Set(placed.map((found) => found.heading).filter((heading) => heading !== 'side'));
  if (fields.has('name'))
    return fields.size >= 3 || (fields.size === 2 && (fields.has('target') || fields.has('level2')));
  if (!fields.has('level2') || fields.size < 3) return false;
  // Where level 1 stands in rows of its own, and 指标内容 is what names the indicators.
  return fields.has('level1') || (fields.has('target') && fields.has('explanation'));
}

/** A level named again begins another table; so does the label or number column just before it. */
function split(placed: readonly Placed[]): Placed[][] {
  const parts: Placed[][] = [];
  let part: Placed[] = [];
  for (const found of placed) {
    if (isAnchor(found.heading) && part.some((earlier) => earlier.heading === found.heading)) {
      const carried: Placed[] = [];
      const last = part[part.length - 1];
      if (last?.heading === 'side' && last.column === found.column - 1) carried.push(part.pop() as Placed);
      parts.push(part);
      part = carried;
    }
    part.push(found);
  }
  parts.push(part);
  return parts;
}

function firstOf(grid: Grid, top: number, bottom: number, part: readonly Placed[]): number {
  let left = (part[0] as Placed).column;
  for (let row = top; row <= bottom; row++) left = Math.min(left, grid.filled(row)[0] ?? left);
  return left;
}

/** Below the main row: headings again, most of them, and none that names all over again. */
function isSubRow(grid: Grid, row: number): boolean {
  const filled = grid.filled(row);
  if (filled.length === 0) return false;
  const placed = headingsOf(grid, row);
  return placed.length * 2 > filled.length && !isHeaderRow(placed);
}

/** Above the main row: headings that the main row lacks, or a merged one over several of its columns. */
function isUpperRow(grid: Grid, row: number): boolean {
  if (row < 0) return false;
  const filled = grid.filled(row);
  if (filled.length === 0) return false;
  const placed = headingsOf(grid, row).filter((found) => found.heading !== 'side');
  return placed.length >= 1 && placed.length * 2 > filled.length - 1 && !isHeaderRow(placed);
}

/** The heading words over a column, from the top row down, a merged heading for each column under it. */
export function headingCells(
  grid: Grid,
  header: Header,
  column: number,
): { row: number; column: number; text: string }[] {
  const found: { row: number; column: number; text: string }[] = [];
  for (let row = header.top; row <= header.bottom; row++) {
    const merge = grid.mergeAt(row, column);
    const at = merge ? { row: merge.top, column: merge.left } : { row, column };
    const cell = grid.at(at.row, at.column);
    if (!cell || at.row < header.top) continue;
    if (found.some((earlier) => earlier.row === at.row && earlier.column === at.column)) continue;
    found.push({ ...at, text: contentText(cell) });
  }
  return found;
}
