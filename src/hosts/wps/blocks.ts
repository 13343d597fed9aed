import { columnIndex, contentOf, formatRange, parseRange } from '../../core/sheet';
import type { CellContent, CellRef, Range } from '../../core/sheet';
import { cellOf } from '../excel/content';
import { HostError } from '../host';
import { errorValue } from './error-values';
import type { EtRange, EtWorksheet } from './et';

export function rangeIn(sheet: EtWorksheet, range: Range): EtRange {
  return sheet.Range(formatRange(range));
}

const [MAX_ROWS, MAX_COLUMNS] = [1_048_576, 16_384];

/** `A1:B2`, and `A:B` or `3:4` for whole columns and rows; null for several areas. */
export function rangeOfAddress(address: string): Range | null {
  const [, top, bottom] = /^(\d+):(\d+)$/.exec(address) ?? [];
  if (top && bottom) return { top: Number(top) - 1, bottom: Number(bottom) - 1, left: 0, right: MAX_COLUMNS - 1 };
  const [, left, right] = /^([A-Z]+):([A-Z]+)$/.exec(address) ?? [];
  if (left && right) return { top: 0, bottom: MAX_ROWS - 1, left: columnIndex(left), right: columnIndex(right) };
  return parseRange(address);
}

/** The areas of a range; an address is cut off at 255 characters, and then they are asked for one by one. */
export function areasOf(range: EtRange): Range[] {
  const address = range.Address(false, false);
  const parts = address.length < 250 ? address.split(',') : addressesOf(range);
  return parts.map(rangeOfAddress).filter((area): area is Range => area !== null);
}

function addressesOf({ Areas: areas }: EtRange): string[] {
  return Array.from({ length: areas.Count }, (_, index) => areas.Item(index + 1).Address(false, false));
}

export function boundsOf(cells: readonly CellRef[]): Range {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, column } of cells) {
    [top, left] = [Math.min(top, row), Math.min(left, column)];
    [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  }
  return { top, left, bottom, right };
}

/** Rows of cells, whatever form they come in: a scalar for one cell, an array for one row or column on some builds. */
export function rowsOf(value: unknown, { top, left, bottom, right }: Range): unknown[][] {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  if (!Array.isArray(value)) {
    if (rows * columns > 1) throw new HostError('too-large', `${rows} × ${columns}`);
    return [[value]];
  }
  const nested = value.filter(Array.isArray) as unknown[][];
  if (nested.length === rows && nested.every((row) => row.length === columns)) return nested;
  const flat = value.flat() as unknown[];
  if (flat.length !== rows * columns) throw new HostError('host', `${flat.length} cells for ${rows} × ${columns}`);
  return Array.from({ length: rows }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
}

/** What a cell holds, before its number format is known. */
export interface Raw {
  readonly value: unknown;
  readonly formula: unknown;
  readonly type: 'Error' | '';
}

/**
 * The cells of a range in two calls, three where there are formulas. An error value comes as a number: that it is one
 * shows in `Formula`, which repeats a number and not an error.
 */
export function readBlock(sheet: EtWorksheet, range: Range): Raw[][] {
  const cells = rangeIn(sheet, range);
  const values = rowsOf(cells.Value2, range);
  const hasFormulas = cells.HasFormula !== false;
  const doubtful = hasFormulas || values.some((row) => row.some((value) => errorValue(value) !== null));
  const formulas = doubtful ? rowsOf(cells.Formula, range) : null;
  return values.map((row, r) => row.map((value, c) => rawOf(value, formulas?.[r]?.[c])));
}

function rawOf(value: unknown, formula: unknown): Raw {
  const error = errorValue(value);
  const isError = error !== null && String(formula) !== String(value);
  return { value: isError ? error : (value ?? ''), formula, type: isError ? 'Error' : '' };
}

export function rawContent(raw: Raw): CellContent {
  return contentOf(cellOf({ ...raw, numberFormat: 'General' }));
}
