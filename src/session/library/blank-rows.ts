import type { Field, Indicator, IndicatorTable } from '../../core/indicator';
import { cellAt, mergeAt, type SheetSnapshot } from '../../core/sheet';

/** Rows of a form that say level 1 and level 2 and nothing else: there to be filled in. */
export function blankRowsOf(sheet: SheetSnapshot, table: IndicatorTable): Indicator[] {
  const columnOf = (field: string): number | null => table.columns.find((own) => own.field === field)?.column ?? null;
  const level2 = columnOf('level2');
  const name = columnOf('name');
  if (level2 === null || name === null) return [];
  const taken = new Set(table.indicators.map(({ row }) => row));
  const fieldAt = (row: number, column: number | null): Field<string> | null => {
    if (column === null) return null;
    const merge = mergeAt(sheet, { row, column });
    const cell = merge ? { row: merge.top, column: merge.left } : { row, column };
    const raw = cellAt(sheet, cell)?.text ?? '';
    return raw.trim() === '' ? null : { value: raw.trim(), raw, cell };
  };
  const others = table.columns.filter(({ field }) => field !== 'level1' && field !== 'level2');
  const found: Indicator[] = [];
  for (let row = Math.max(...table.headerRows, table.range.top) + 1; row <= table.range.bottom; row++) {
    if (taken.has(row)) continue;
    const label = fieldAt(row, level2);
    const across = mergeAt(sheet, { row, column: level2 });
    // A cell that runs on into the name's column is a block below the table.
    if (!label || (across && across.right >= name)) continue;
    if (others.some(({ column }) => isSaid(sheet, row, column))) continue;
    found.push({ ...NOTHING, row, level1: fieldAt(row, columnOf('level1')), level2: label });
  }
  return found;
}

/** A formula that shows nothing yet waits for the row to be filled in. */
function isSaid(sheet: SheetSnapshot, row: number, column: number): boolean {
  const cell = cellAt(sheet, { row, column });
  return cell !== null && cell.text.trim() !== '';
}

const NOTHING: Omit<Indicator, 'row'> = {
  level1: null,
  level2: null,
  name: null,
  operator: null,
  target: null,
  unit: null,
  explanation: null,
  standard: null,
  weight: null,
  actual: null,
  score: null,
  deviation: null,
  remark: null,
  reading: { kind: 'unknown', operator: null, value: null, unit: null },
  others: {},
  hidden: false,
  shift: 0,
};
