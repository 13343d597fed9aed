import { isError } from '../../sheet';
import { defineRule, ROWS_BETWEEN } from '../rule';
import type { Indicator } from '../../indicator';
import type { Cell, SheetSnapshot } from '../../sheet';

type Row = NonNullable<SheetSnapshot['cells'][number]>;

/** Errors that came along as text, out of a copied or exported table. */
const AS_TEXT = /^#(?:REF!|NAME\?|DIV\/0!|N\/A|VALUE!|NUM!|NULL!|SPILL!|CALC!)$/u;

function errorOf(cell: Cell): string | null {
  if (isError(cell.value)) {
    // Our own functions answer #N/A where something has still to be filled in: that is said elsewhere.
    if (cell.value.error === '#N/A' && cell.formula?.toUpperCase().includes('PERF.')) return null;
    return cell.value.error;
  }
  return typeof cell.value === 'string' && AS_TEXT.test(cell.value.trim()) ? cell.value.trim() : null;
}

const known = new WeakMap<Row, boolean>();

/** Looked for once in each row of cells: the same object holds the same. */
function hasError(cells: Row): boolean {
  let found = known.get(cells);
  if (found === undefined) known.set(cells, (found = cells.some((cell) => cell && errorOf(cell) !== null)));
  return found;
}

export const rule = defineRule({
  code: 'PT108',
  name: 'error-cell',
  scope: 'table',
  severity: 'error',
  dimension: 'completeness',
  fields: ['cells'],
  *check({ range, indicators }, { sheet }) {
    let rows: Map<number, Indicator> | null = null;
    for (let row = range.top; row <= range.bottom; row++) {
      if (row % ROWS_BETWEEN === ROWS_BETWEEN - 1) yield null;
      const cells = sheet.cells[row];
      if (!cells || !hasError(cells)) continue;
      for (let column = range.left; column <= range.right; column++) {
        const cell = cells[column];
        const error = cell ? errorOf(cell) : null;
        if (!cell || error === null) continue;
        rows ??= new Map(indicators.map((one) => [one.row, one]));
        const indicator = rows.get(row);
        yield {
          message: cell.formula === undefined ? 'value' : 'formula',
          cell: { row, column },
          field: 'cells',
          ...(indicator ? { indicator } : {}),
          data: { error, ...(cell.formula === undefined ? {} : { formula: cell.formula }) },
        };
      }
    }
  },
});
