import type { Indicator, IndicatorField, IndicatorTable } from '../indicator';
import type { CellRef } from '../sheet';
import { remembered } from './remembered';
import { ROWS_BETWEEN } from './rule';

/** A text of the table, with the row that it belongs to. */
export interface TableText {
  readonly field: string;
  readonly cell: CellRef;
  /** As written, breaks included. */
  readonly text: string;
  readonly indicator?: Indicator;
}

const ROW_TEXTS: readonly IndicatorField[] = [
  'level1',
  'level2',
  'name',
  'target',
  'unit',
  'explanation',
  'standard',
  'deviation',
  'remark',
];

const HEAD_TEXTS = [
  'title',
  'coverDepartment',
  'department',
  'project',
  'duties',
  'goal',
  'goalActual',
] as const satisfies readonly (keyof IndicatorTable)[];

/** Cells that were met. Tables are narrow: for each row, a bit for each of the first columns; a set for the others. */
class Cells {
  private readonly near: number[] = [];
  private readonly far = new Set<string>();

  /** False where the cell was met before. */
  meet({ row, column }: CellRef): boolean {
    if (column > 30) {
      const size = this.far.size;
      return this.far.add(`${row},${column}`).size > size;
    }
    const bits = this.near[row] ?? 0;
    const bit = 1 << column;
    this.near[row] = bits | bit;
    return (bits & bit) === 0;
  }
}

/** Finds the texts of a table of which a quick look says that they may be meant: each cell once, head first, then the rows. */
export type TextSearch = (table: IndicatorTable) => Generator<TableText | null>;

const NONE: readonly never[] = [];

/**
 * `may` looks at a text alone; what it says of a row is remembered with the row. Fields that share a cell share its text,
 * so that the first of them is found, whatever was passed over. Null is a pause, as a rule of tables takes it.
 */
export function textSearch(may: (text: string) => boolean): TextSearch {
  const inRow = remembered((indicator): readonly TableText[] => {
    const found: TableText[] = [];
    for (const field of ROW_TEXTS) {
      const held = indicator[field];
      if (held && held.raw !== '' && may(held.raw)) found.push({ field, cell: held.cell, text: held.raw, indicator });
    }
    return found.length === 0 ? NONE : found;
  });
  return function* (table) {
    const met = new Cells();
    for (const field of HEAD_TEXTS) {
      const held = table[field];
      if (held && held.raw !== '' && may(held.raw) && met.meet(held.cell))
        yield { field, cell: held.cell, text: held.raw };
    }
    let rows = 0;
    for (const indicator of table.indicators) {
      if (++rows % ROWS_BETWEEN === 0) yield null;
      for (const text of inRow(indicator)) if (met.meet(text.cell)) yield text;
    }
  };
}

/** Blanks, breaks and punctuation out, full-width forms made half-width: for comparing names. */
export function plainName(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '');
}
