import type { FormMark, Indicator } from '../indicator';
import type { Cell } from '../sheet';
import type { RowCell } from './align';
import type { RowKind } from './body';
import type { OwnFields } from './own-fields';

/** What a row of a table is, as far as its own cells tell. */
export interface RowPart {
  readonly left: number;
  readonly right: number;
  readonly cells: readonly RowCell[];
  readonly kind: RowKind;
  own?: { readonly under: string; readonly row: number; readonly fields: OwnFields };
  /** The indicator last made of it, with the levels that came from above or from merged cells. */
  made?: {
    readonly fields: OwnFields;
    readonly hidden: boolean;
    readonly indicator: Indicator;
  };
}

/** What was read of one row of cells. */
export interface RowMemory {
  /** Of a long row: the columns that hold something. */
  columns?: readonly number[];
  marks?: readonly (FormMark & { readonly column: number })[];
  mayHoldAnchor?: boolean;
  /** By where the table's columns begin and end; tables may stand side by side. */
  parts?: RowPart[];
}

/** Of tables side by side, and of one whose columns change. */
const MOST_PARTS = 4;

/**
 * A sheet is read again after every change, and nearly all of its rows are then the same objects as before: what their
 * cells alone tell is kept with them. Goes with the row; never changes what is read.
 */
const known = new WeakMap<readonly (Cell | null | undefined)[], RowMemory>();

export function memoryOf(row: readonly (Cell | null | undefined)[]): RowMemory {
  let memory = known.get(row);
  if (!memory) known.set(row, (memory = {}));
  return memory;
}

/** A cell far to the right makes a row of up to 16,384 that holds next to nothing: longer ones are looked through once. */
const LONG = 256;
const UP_TO: (readonly number[])[] = [];

/** The columns of a row that may hold something, from the left. */
export function columnsOf(row: readonly (Cell | null | undefined)[]): readonly number[] {
  const { length } = row;
  if (length <= LONG) return (UP_TO[length] ??= Array.from({ length }, (_, column) => column));
  return (memoryOf(row).columns ??= Object.keys(row)
    .map(Number)
    .filter((column) => row[column]));
}

export function partOf(memory: RowMemory, left: number, right: number, read: () => Omit<RowPart, 'left' | 'right'>) {
  const parts = (memory.parts ??= []);
  let part = parts.find((one) => one.left === left && one.right === right);
  if (!part) {
    part = { left, right, ...read() };
    parts.push(part);
    if (parts.length > MOST_PARTS) parts.shift();
  }
  return part;
}
