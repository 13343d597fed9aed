import type { CellRef, Range } from '../../core/sheet';
import type { Plan, Rows, Write } from '../plan';
import { cellsOf } from './blocks';
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

export type Move = 'insert' | 'delete';

export interface Moving {
  readonly rows: Rows;
  readonly move: Move;
  /** The last row of the sheet that holds something, from 0, before and after. */
  readonly from: number;
  readonly to: number;
}

/** What was carried out so far of what cannot be seen from the sheets themselves. */
export interface Progress {
  readonly deletedRows: Rows[];
  readonly insertedRows: Rows[];
  /** Rows that were asked for, with no answer yet. */
  moving: Moving | null;
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
  /** Those that the plan removes and that are there. */
  readonly charts: ReadonlySet<string>;
  readonly digit: DigitWidth;
  readonly notes: NoteMode;
  readonly progress: Progress;
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
