import type { CellContent, CellFormat, CellRef, Range, ValidationEdit } from '../sheet';
import { heightOf, linesOf } from './looks';

export interface DrawnCell {
  readonly cell: CellRef;
  readonly content: CellContent;
}

export type DrawnValidation = Pick<ValidationEdit, 'range' | 'source' | 'prompt' | 'strict'>;

/** Where a form is being drawn: rows are counted from its first one, addresses are those of the sheet. */
export class Canvas {
  readonly cells: DrawnCell[] = [];
  readonly merges: Range[] = [];
  readonly formats: { readonly range: Range; readonly format: CellFormat }[] = [];
  readonly validations: DrawnValidation[] = [];
  /** In points. */
  readonly heights: number[] = [];

  constructor(
    readonly origin: CellRef,
    /** Of all columns, in characters. */
    readonly widths: readonly number[],
  ) {}

  range(top: number, left: number, bottom: number, right: number): Range {
    const { row, column } = this.origin;
    return { top: row + top, left: column + left, bottom: row + bottom, right: column + right };
  }

  at(row: number, column: number): CellRef {
    return { row: this.origin.row + row, column: this.origin.column + column };
  }

  put(row: number, column: number, content: CellContent | null): void {
    if (content) this.cells.push({ cell: this.at(row, column), content });
  }

  merge(range: Range): void {
    if (range.top !== range.bottom || range.left !== range.right) this.merges.push(range);
  }

  format(range: Range, format: CellFormat): void {
    this.formats.push({ range, format });
  }

  /** Makes a row at least so high (in points). */
  raise(row: number, height: number): void {
    while (this.heights.length <= row) this.heights.push(0);
    this.heights[row] = Math.max(this.heights[row] as number, height);
  }

  /** Makes a row high enough for a text over the columns `left` to `right`. */
  fit(row: number, left: number, right: number, text: string, size: number): void {
    const width = this.widths.slice(left, right + 1).reduce((sum, own) => sum + own, 0);
    this.raise(row, heightOf(linesOf(text, width, size), size));
  }
}
