import type { Cell, Range } from '../../core/sheet';
import { cleanText, TableBuilder, type Table } from '../document';

/** How a cell goes on from its neighbour: the first of a merged area, or a later one. */
type Merge = 'none' | 'start' | 'more';

interface WordCell {
  readonly lines: string[];
  span: number;
  down: Merge;
  right: Merge;
}

interface WordRow {
  before: number;
  readonly cells: { readonly cell: Cell | null; readonly span: number; readonly down: Merge }[];
}

/** A table of a Word document while it is read. Its cells say of themselves whether they go on from the one above. */
export class WordTable {
  private readonly rows: WordRow[] = [];
  private cell: WordCell | null = null;

  startRow(): void {
    this.rows.push({ before: 0, cells: [] });
  }

  skip(columns: number): void {
    const row = this.rows[this.rows.length - 1];
    if (row && columns > 0) row.before = Math.floor(columns);
  }

  startCell(): void {
    if (this.rows.length === 0) this.startRow();
    this.cell = { lines: [], span: 1, down: 'none', right: 'none' };
  }

  span(columns: number): void {
    if (this.cell && columns > 1) this.cell.span = Math.floor(columns);
  }

  merge(direction: 'down' | 'right', first: boolean): void {
    if (this.cell) this.cell[direction] = first ? 'start' : 'more';
  }

  paragraph(text: string): void {
    this.cell?.lines.push(text);
  }

  endCell(cellOf: (text: string) => Cell | null): void {
    const { cell } = this;
    const row = this.rows[this.rows.length - 1];
    this.cell = null;
    if (!cell || !row) return;
    const last = row.cells[row.cells.length - 1];
    if (cell.right === 'more' && last) {
      row.cells[row.cells.length - 1] = { ...last, span: last.span + cell.span };
      return;
    }
    const text = cell.lines.join('\n');
    row.cells.push({ cell: cell.down === 'more' ? null : cellOf(text), span: cell.span, down: cell.down });
  }

  /** As text inside the cell of another table: one line a row. */
  lines(): string[] {
    const texts = this.rows.map(({ cells }) => cells.flatMap(({ cell }) => (cell ? [cell.text] : [])).join(' '));
    return texts.map(cleanText).filter((line) => line !== '');
  }

  finish(): Table {
    const table = new TableBuilder();
    const merges: Range[] = [];
    /** The merged area that each column is in, from the row above. */
    let above = new Map<number, { top: number; right: number }>();
    const close = (left: number, { top, right }: { top: number; right: number }, bottom: number) => {
      if (bottom > top || right > left) merges.push({ top, left, bottom, right });
    };
    this.rows.forEach(({ before, cells }, row) => {
      table.startRow();
      if (before > 0) table.skip(before);
      let left = before;
      const now = new Map<number, { top: number; right: number }>();
      for (const { cell, span, down } of cells) {
        const right = left + span - 1;
        const upper = above.get(left);
        table.add(cell);
        if (span > 1) table.skip(span - 1);
        if (down === 'more' && upper?.right === right) {
          now.set(left, upper);
          above.delete(left);
        } else if (down === 'none') close(left, { top: row, right }, row);
        else now.set(left, { top: row, right });
        left = right + 1;
      }
      for (const [column, area] of above) close(column, area, row - 1);
      above = now;
    });
    for (const [column, area] of above) close(column, area, this.rows.length - 1);
    return { ...table.finish(), merges };
  }
}
