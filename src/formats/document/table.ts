import type { Cell, Range } from '../../core/sheet';
import { FormatError } from '../error';
import { MAX_COLUMNS, MAX_ROWS } from '../xlsx/sheet';

/** Cells with contents, and merged areas, in one document: beyond it, it is no table that people fill in. */
const MAX_CELLS = 2_000_000;

/** A table of a document: cells in rows, merged areas. Rows may be short. */
export interface Table {
  readonly cells: readonly (readonly (Cell | null | undefined)[])[];
  readonly merges: readonly Range[];
  readonly width: number;
}

/** Lays cells with spans out on a grid, as browsers and word processors do. Throws FormatError too-large. */
export class TableBuilder {
  private readonly cells: (Cell | null)[][] = [];
  private readonly merges: { top: number; left: number; bottom: number; right: number }[] = [];
  /** For each column, the row up to which (and not with) a cell from above reaches down. */
  private taken: number[] = [];
  /** Merged areas whose group has ended. */
  private settled = 0;
  private row = -1;
  private column = 0;
  private width = 0;
  private count = 0;

  startRow(): void {
    this.row++;
    this.column = 0;
    if (this.row >= MAX_ROWS) throw new FormatError('too-large', { limit: 'rows' });
    this.cells.push([]);
  }

  /** Leaves columns free: rows that begin further to the right. */
  skip(columns: number): void {
    this.place(columns);
  }

  /** The next cell of the row; a rowspan of 0 reaches down to the end of the group. */
  add(cell: Cell | null, colspan = 1, rowspan = 1): void {
    if (this.row < 0) this.startRow();
    while ((this.taken[this.column] ?? 0) > this.row) this.column++;
    const left = this.column;
    let span = 1;
    while (span < colspan && !((this.taken[left + span] ?? 0) > this.row)) span++;
    this.place(span);
    if (cell) (this.cells[this.row] as (Cell | null)[])[left] = cell;
    const bottom = rowspan === 0 ? Infinity : this.row + rowspan - 1;
    if (bottom > this.row) for (let column = left; column < this.column; column++) this.taken[column] = bottom + 1;
    if (span > 1 || bottom > this.row) {
      this.merges.push({ top: this.row, left, bottom, right: this.column - 1 });
    }
  }

  /** Spans do not reach beyond the group of rows (thead, tbody) that they began in. */
  endGroup(): void {
    for (; this.settled < this.merges.length; this.settled++) {
      const merge = this.merges[this.settled] as { bottom: number };
      merge.bottom = Math.min(merge.bottom, this.row);
    }
    this.taken = [];
  }

  get rows(): number {
    return this.row + 1;
  }

  finish(): Table {
    this.endGroup();
    const merges = this.merges.filter(({ top, left, bottom, right }) => bottom > top || right > left);
    return { cells: this.cells, merges, width: this.width };
  }

  private place(columns: number): void {
    this.column += columns;
    if (this.column > MAX_COLUMNS) throw new FormatError('too-large', { limit: 'columns' });
    if (++this.count > MAX_CELLS) throw new FormatError('too-large', { limit: 'cells', part: '' });
    if (this.column > this.width) this.width = this.column;
  }
}

/** A table from rows of cells, none merged. */
export function plainTable(rows: readonly (readonly (Cell | null)[])[]): Table {
  const table = new TableBuilder();
  for (const row of rows) {
    table.startRow();
    for (const cell of row) table.add(cell);
  }
  return table.finish();
}
