import { INDICATOR_FIELDS, type Field, type Indicator, type IndicatorField, type IndicatorTable } from '../indicator';
import type { RuleField } from '../rules/rule';
import type { Cell, SheetSnapshot } from '../sheet';
import { same } from '../sheet/same';

/** How a table differs from what it was when it was last checked. */
export interface Changes {
  /** Places in the table, ascending, of the rows of which something changed: what was read, or what the cells hold. */
  readonly rows: readonly number[];
  /** The fields that changed, in whatever row or block. */
  readonly touched: ReadonlySet<RuleField>;
}

/** The parts of a table that a rule declares, by the field's name. A change of any other part is another table. */
const PARTS = {
  title: ['title'],
  year: ['year'],
  department: ['department', 'departmentLabel', 'coverDepartment'],
  budget: ['budget'],
  execution: ['execution'],
  goal: ['goal', 'goalActual'],
  foot: ['foot', 'total', 'grade'],
} as const satisfies Partial<Record<RuleField, readonly (keyof IndicatorTable)[]>>;

const PART_KEYS: ReadonlySet<string> = new Set<string>(['indicators', ...Object.values(PARTS).flat()]);

/** Every part that stands outside the rows. */
const BLOCKS: readonly RuleField[] = [...(Object.keys(PARTS) as (keyof typeof PARTS)[]), 'columns'];

/** Rows compared between two pauses. */
const SLICE = 250;

/** The rows of which some cell differs; null where more than cells does, and nothing can be taken over. */
export function* changedRows(before: SheetSnapshot, now: SheetSnapshot): Generator<undefined, Set<number> | null> {
  if (
    before.protected !== now.protected ||
    !same(before.merges, now.merges) ||
    !sameSet(before.hiddenColumns, now.hiddenColumns)
  ) {
    return null;
  }
  const changed = new Set<number>();
  const rows = Math.max(before.cells.length, now.cells.length);
  for (let row = 0; row < rows; row++) {
    if (row % SLICE === 0) yield;
    if (columnsChanged(before, now, row).length > 0) changed.add(row);
  }
  return changed;
}

function columnsChanged(before: SheetSnapshot, now: SheetSnapshot, row: number): number[] {
  if (before.cells[row] === now.cells[row]) return [];
  const [old = [], fresh = []] = [before.cells[row], now.cells[row]];
  const found: number[] = [];
  for (let column = 0; column < Math.max(old.length, fresh.length); column++) {
    if (!sameCell(old[column], fresh[column])) found.push(column);
  }
  return found;
}

function sameCell(a: Cell | null | undefined, b: Cell | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  return (
    a === b ||
    (a.text === b.text && a.formula === b.formula && a.numberFormat === b.numberFormat && same(a.value, b.value))
  );
}

/**
 * Compares a table with what it was, and gives it again with all that is the same taken over, object by object: what
 * was derived from a row is then still known. Null where it is another table.
 */
export function* compareTables(
  before: { readonly table: IndicatorTable; readonly sheet: SheetSnapshot },
  now: { readonly table: IndicatorTable; readonly sheet: SheetSnapshot },
  rows: ReadonlySet<number>,
): Generator<undefined, { readonly table: IndicatorTable; readonly changes: Changes } | null> {
  const [old, fresh] = [before.table, now.table];
  if (old.indicators.length !== fresh.indicators.length || !sameFrame(old, fresh)) return null;
  const touched = new Set<RuleField>(rows.size > 0 ? ['cells'] : []);
  for (const [field, parts] of Object.entries(PARTS) as [keyof typeof PARTS, readonly (keyof IndicatorTable)[]][]) {
    if (parts.some((part) => !same(old[part], fresh[part]))) touched.add(field);
  }

  const changed: number[] = [];
  const indicators: Indicator[] = [];
  const own = new Set<number>();
  for (let index = 0; index < fresh.indicators.length; index++) {
    if (index % SLICE === 0) yield;
    const [was, is] = [old.indicators[index] as Indicator, fresh.indicators[index] as Indicator];
    // Rows came or went; or a row was shown or hidden, which every finding of it tells.
    if (was.row !== is.row || was.hidden !== is.hidden) return null;
    own.add(is.row);
    const unread = same(was, is);
    indicators.push(unread ? was : is);
    if (unread && !standsOn(is, rows)) continue;
    changed.push(index);
    for (const field of fieldsTouched(was, is)) touched.add(field);
    if (!rows.has(is.row)) continue;
    for (const column of columnsChanged(before.sheet, now.sheet, is.row)) {
      for (const field of fieldsAt(was, is, fresh, column)) touched.add(field);
    }
  }
  // What stands around the rows is read from several cells at once: one of them is all of them.
  if ([...rows].some((row) => !own.has(row))) for (const field of BLOCKS) touched.add(field);
  const untouched = touched.size === 0 && changed.length === 0;
  return { table: untouched ? old : { ...fresh, indicators }, changes: { rows: changed, touched } };
}

/** All but the rows and the parts that rules declare. What is known of a row may rest on the year. */
function sameFrame(old: IndicatorTable, fresh: IndicatorTable): boolean {
  if (old.year?.value !== fresh.year?.value) return false;
  return (Object.keys(fresh) as (keyof IndicatorTable)[]).every(
    (key) => PART_KEYS.has(key) || same(old[key], fresh[key]),
  );
}

function fieldsTouched(was: Indicator, is: Indicator): RuleField[] {
  const found: RuleField[] = INDICATOR_FIELDS.filter((field) => !same(was[field], is[field]));
  if (!same(was.reading, is.reading)) found.push('target');
  return found;
}

/** The fields whose cell stands, or would stand, in a column of the row. */
function fieldsAt(was: Indicator, is: Indicator, { columns }: IndicatorTable, column: number): IndicatorField[] {
  return INDICATOR_FIELDS.filter(
    (field) =>
      columns.some((found) => found.field === field && found.column === column) ||
      [was[field], is[field]].some((found) => found?.cell.row === is.row && found.cell.column === column),
  );
}

/** Whether some cell of an indicator stands on one of the rows. */
function standsOn(indicator: Indicator, rows: ReadonlySet<number>): boolean {
  if (rows.size === 0) return false;
  if (rows.has(indicator.row)) return true;
  for (const field of INDICATOR_FIELDS) {
    const found: Field<unknown> | null = indicator[field];
    if (found && found.cell.row !== indicator.row && rows.has(found.cell.row)) return true;
  }
  return false;
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
