import type { Field } from '../indicator';
import type { Cell, CellRef } from '../sheet';
import { squash } from '../text';
import { contentText, type Grid } from './grid';
import { prose } from './values';

/** The cells of a table outside its rows. All four sides are included. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A cell with its words, as they stand and for comparing. */
export interface Word {
  readonly at: CellRef;
  readonly cell: Cell;
  /** Blanks and breaks inside kept. */
  readonly text: string;
  /** Without blanks, breaks, in half-width. Cut short: labels are what is looked for. */
  readonly bare: string;
}

/** What is longer is no label. */
const LABEL_LENGTH = 60;

export function wordsOf(grid: Grid, region: Region, row: number): Word[] {
  const words: Word[] = [];
  for (const column of grid.filled(row)) {
    if (column < region.left || column > region.right) continue;
    const cell = grid.at(row, column) as Cell;
    const text = contentText(cell);
    words.push({
      at: { row, column },
      cell,
      text,
      bare: squash(text.length > LABEL_LENGTH ? text.slice(0, LABEL_LENGTH) : text),
    });
  }
  // A merged cell that begins left of the region and reaches into it (a title over two tables) is seen as well.
  const merge = grid.mergeAt(row, region.left);
  if (merge && merge.left < region.left && merge.top === row) {
    const cell = grid.at(row, merge.left);
    if (cell) {
      const text = contentText(cell);
      words.unshift({ at: { row, column: merge.left }, cell, text, bare: squash(text.slice(0, LABEL_LENGTH)) });
    }
  }
  return words;
}

export function cellField(word: Word): Field<string> {
  return { value: prose(word.text), raw: word.cell.text, cell: word.at };
}

/** Part of a cell as a field of its own. */
export function partField(word: Word, text: string): Field<string> {
  return { value: prose(text), raw: word.cell.text, cell: word.at, assumed: 'split' };
}
