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

/** Columns of a sheet: makes one number of row and column. */
const COLUMNS = 16_384;

/** Every text of a table, each cell once: head first, then the rows in order. */
export function* textsOf(table: IndicatorTable): Generator<TableText> {
  const seen = new Set<number>();
  const fresh = (found: Field<unknown> | null): found is Field<unknown> => {
    if (!found || found.raw === '') return false;
    const place = found.cell.row * COLUMNS + found.cell.column;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  };
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
