import type { Field, Indicator, IndicatorField, IndicatorTable } from '../indicator';
import type { CellRef } from '../sheet';

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

/** Every text of a table, each cell once: head first, then the rows in order. */
export function* textsOf(table: IndicatorTable): Generator<TableText> {
  const met = new Cells();
  const fresh = (found: Field<unknown> | null): found is Field<unknown> =>
    found !== null && found.raw !== '' && met.meet(found.cell);
  for (const field of HEAD_TEXTS) {
    const found = table[field];
    if (fresh(found)) yield { field, cell: found.cell, text: found.raw };
  }
  for (const indicator of table.indicators) {
    for (const field of ROW_TEXTS) {
      const found = indicator[field];
      if (fresh(found)) yield { field, cell: found.cell, text: found.raw, indicator };
    }
  }
}

/** Blanks, breaks and punctuation out, full-width forms made half-width: for comparing names. */
export function plainName(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '');
}
