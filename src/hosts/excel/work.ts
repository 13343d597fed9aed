import type { CellRef, Range } from '../../core/sheet';
import type { Plan, Write } from '../plan';
import { cellsOf, rangeIn } from './blocks';
import { formatFor, inputOf } from './content';
import type { HeldContent } from './content';
import type { DigitWidth } from './drawing';
import type { KeptDrawing } from './drawing-before';
import type { Facts } from './facts';
import type { MarkWork, NoteMode } from './marks';

/** Cells of one write; the request of a block of Chinese text stays well under the 5 MB of Excel on the web. */
export const CELLS_AT_ONCE = 20_000;

/** The cells of one sheet that get new contents. */
export interface SheetWrites {
  readonly name: string;
  readonly writes: ReadonlyMap<string, Write>;
  readonly blocks: readonly Range[];
}

/** What was carried out so far of what cannot be seen from the sheets themselves. */
export interface Progress {
  readonly deletedRows: Plan['deleteRows'][number][];
  readonly insertedRows: Plan['insertRows'][number][];
  /** Sheets that are protected no more. */
  readonly unprotected: string[];
  /** Requests that were carried out whole. */
  requests: number;
}

/** Everything that writing, undoing and restoring share. */
export interface Work {
  readonly plan: Plan;
  readonly facts: Facts;
  readonly writes: readonly SheetWrites[];
  /** Known once rows are deleted. */
  marks: readonly MarkWork[];
  /** How the sheets were drawn on which the plan draws; known once rows are deleted. */
  drawings: readonly KeptDrawing[];
  readonly digit: DigitWidth;
  readonly notes: NoteMode;
  readonly progress: Progress;
}

export function entireRows(sheet: Excel.Worksheet, before: number, count: number): Excel.Range {
  return rangeIn(sheet, { top: before, bottom: before + count - 1, left: 0, right: 0 }).getEntireRow();
}

/** Number formats first: a cell of text format would take a number as text. */
export function queueBlock(
  target: Excel.Range,
  range: Range,
  at: (cell: CellRef) => { readonly write: Pick<Write, 'to' | 'numberFormat'>; readonly held: HeldContent },
): void {
  const formats: (string | null)[][] = [];
  const inputs: (string | number | boolean)[][] = [];
  for (const cell of cellsOf(range)) {
    const [r, c] = [cell.row - range.top, cell.column - range.left];
    const { write: edit, held } = at(cell);
    const format = formatFor(edit.to, held.numberFormat, edit.numberFormat);
    (formats[r] ??= [])[c] = format;
    (inputs[r] ??= [])[c] = inputOf(edit.to, format ?? held.numberFormat);
  }
  if (formats.some((row) => row.some((format) => format !== null))) target.numberFormat = formats;
  target.formulas = inputs;
}
