import { INDICATOR_FIELDS, type Field, type Indicator, type IndicatorField, type IndicatorTable } from '../indicator';
import type { RuleField } from '../rules/rule';
import { shiftRange, shiftRow, type Cell, type Range, type SheetSnapshot } from '../sheet';
import { same } from '../sheet/same';
import { movedMerges, NO_MOVE, sameMoved, type Move } from './moves';

/** How the rows of a sheet differ from what they were. */
export interface SheetChanges {
  readonly move: Move;
  /** Rows, as they are now, of which some cell differs from what it was before they moved; and those that are new. */
  readonly rows: ReadonlySet<number>;
}

/** How a table differs from what it was when it was last checked. */
export interface Changes {
  readonly move: Move;
  /** By place in the table before: the place now, -1 for a row that is gone. Null where every row has its place still. */
  readonly places: readonly number[] | null;
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

const PART_KEYS: ReadonlySet<string> = new Set<string>([
  'indicators',
  'range',
  'headerRows',
  ...Object.values(PARTS).flat(),
]);

/** Every part that stands outside the rows. */
const BLOCKS: readonly RuleField[] = [...(Object.keys(PARTS) as (keyof typeof PARTS)[]), 'columns'];

/** Rows compared between two pauses. */
const SLICE = 250;

/** How the rows differ; null where more than that does, and nothing can be taken over. */
export function* changedRows(before: SheetSnapshot, now: SheetSnapshot): Generator<undefined, SheetChanges | null> {
  if (before.protected !== now.protected || !sameSet(before.hiddenColumns, now.hiddenColumns)) return null;
  const move = yield* moveBetween(before, now);
  if (!sameMerges(move === NO_MOVE ? before.merges : movedMerges(before.merges, move), now.merges)) return null;
  const rows = new Set<number>();
  const count = Math.max(before.cells.length + move.count, now.cells.length);
  for (let row = 0; row < count; row++) {
    if (row % SLICE === 0) yield;
    const old = rowBefore(row, move);
    if (old === null || columnsChanged(before.cells[old], now.cells[row]).length > 0) rows.add(row);
  }
  return { move, rows };
}

/** Rows that came or went in one place, told by how many there are and where the first of them differs. */
function* moveBetween(before: SheetSnapshot, now: SheetSnapshot): Generator<undefined, Move> {
  const count = now.cells.length - before.cells.length;
  const least = Math.min(now.cells.length, before.cells.length);
  if (count === 0) return NO_MOVE;
  let row = 0;
  for (; row < least && columnsChanged(before.cells[row], now.cells[row]).length === 0; row++) {
    if (row % SLICE === 0) yield;
  }
  // At the end nothing moved.
  return row === least ? NO_MOVE : { before: row, count };
}

/** Where a row stood before; null for a new one. */
function rowBefore(row: number, { before, count }: Move): number | null {
  if (row < before) return row;
  return row < before + count ? null : row - count;
}

function sameMerges(a: readonly Range[], b: readonly Range[]): boolean {
  if (a.length !== b.length) return false;
  if (same(a, b)) return true;
  // Hosts tell them in an order of their own.
  const keyOf = ({ top, left, bottom, right }: Range): string => [top, left, bottom, right].join();
  const keys = new Set(a.map(keyOf));
  return b.every((merge) => keys.has(keyOf(merge)));
}

type Line = SheetSnapshot['cells'][number];

function columnsChanged(old: Line = [], fresh: Line = []): number[] {
  if (old === fresh) return [];
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
  { move, rows }: SheetChanges,
): Generator<undefined, { readonly table: IndicatorTable; readonly changes: Changes } | null> {
  const [old, fresh] = [before.table, now.table];
  const alike: Alike = move === NO_MOVE ? same : (was, is) => sameMoved(was, is, move);
  if (!sameFrame(old, fresh, move, alike)) return null;
  const touched = new Set<RuleField>(rows.size > 0 ? ['cells'] : []);
  for (const [field, parts] of Object.entries(PARTS) as [keyof typeof PARTS, readonly (keyof IndicatorTable)[]][]) {
    if (parts.some((part) => !alike(old[part], fresh[part]))) touched.add(field);
  }

  const changed: number[] = [];
  const indicators: Indicator[] = [];
  const places = new Array<number>(old.indicators.length).fill(-1);
  const own = new Set<number>();
  let next = 0;
  for (let index = 0; index < fresh.indicators.length; index++) {
    if (index % SLICE === 0) yield;
    const is = fresh.indicators[index] as Indicator;
    own.add(is.row);
    const stood = rowBefore(is.row, move);
    while (next < old.indicators.length && (old.indicators[next] as Indicator).row < (stood ?? -1)) next++;
    const was = old.indicators[next];
    if (stood === null || was?.row !== stood) {
      indicators.push(is);
      changed.push(index);
      continue;
    }
    // A row was shown or hidden, which every finding of it tells.
    if (was.hidden !== is.hidden) return null;
    places[next] = index;
    const unread = alike(was, is);
    indicators.push(unread && (alike === same || same(was, is)) ? was : is);
    if (unread && !standsOn(is, rows)) continue;
    changed.push(index);
    for (const field of fieldsTouched(was, is, alike)) touched.add(field);
    if (!rows.has(is.row)) continue;
    for (const column of columnsChanged(before.sheet.cells[was.row], now.sheet.cells[is.row])) {
      for (const field of fieldsAt(was, is, fresh, column)) touched.add(field);
    }
  }
  const isSettled = old.indicators.length === fresh.indicators.length && places.every((place, at) => place === at);
  if (!isSettled) for (const field of INDICATOR_FIELDS) touched.add(field);
  // What stands around the rows is read from several cells at once: one of them is all of them.
  if (around(before, move, rows, own)) for (const field of BLOCKS) touched.add(field);
  const untouched = touched.size === 0 && changed.length === 0 && move === NO_MOVE;
  return {
    table: untouched ? old : { ...fresh, indicators },
    changes: { move, places: isSettled ? null : places, rows: changed, touched },
  };
}

type Alike = (was: unknown, is: unknown) => boolean;

/** Whether a row outside the indicators changed, came or went. */
function around(
  before: { readonly table: IndicatorTable; readonly sheet: SheetSnapshot },
  { before: at, count }: Move,
  rows: ReadonlySet<number>,
  own: ReadonlySet<number>,
): boolean {
  if ([...rows].some((row) => !own.has(row))) return true;
  if (count >= 0) return false;
  const were = new Set(before.table.indicators.map(({ row }) => row));
  for (let row = at; row < at - count; row++) if (!were.has(row)) return true;
  return false;
}

/** All but the rows and the parts that rules declare. What is known of a row may rest on the year. */
function sameFrame(old: IndicatorTable, fresh: IndicatorTable, move: Move, alike: Alike): boolean {
  if (old.year?.value !== fresh.year?.value) return false;
  const range = shiftRange(old.range, move.before, move.count);
  const headerRows = old.headerRows.map((row) => shiftRow(row, move.before, move.count));
  return (
    same({ ...range, bottom: 0 }, { ...fresh.range, bottom: 0 }) &&
    // Where it ends may change with its rows alone.
    (range?.bottom === fresh.range.bottom || old.indicators.length !== fresh.indicators.length) &&
    same(headerRows, fresh.headerRows) &&
    (Object.keys(fresh) as (keyof IndicatorTable)[]).every((key) => PART_KEYS.has(key) || alike(old[key], fresh[key]))
  );
}

function fieldsTouched(was: Indicator, is: Indicator, alike: Alike): RuleField[] {
  const found: RuleField[] = INDICATOR_FIELDS.filter((field) => !alike(was[field], is[field]));
  if (!same(was.reading, is.reading)) found.push('target');
  return found;
}

/** The fields whose cell stands, or would stand, in a column of the row. */
function fieldsAt(was: Indicator, is: Indicator, { columns }: IndicatorTable, column: number): IndicatorField[] {
  return INDICATOR_FIELDS.filter(
    (field) =>
      columns.some((found) => found.field === field && found.column === column) ||
      [was, is].some((one) => one[field]?.cell.row === one.row && one[field].cell.column === column),
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
