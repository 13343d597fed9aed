import { intersects } from '../../core/sheet';
import type { CellContent, CellRef, Range } from '../../core/sheet';
import type { Conflict } from '../host';
import { HostError } from '../host';
import { addressOf, cellKey, coveredCells, onlySets, sheetKey, sheetsOf } from '../plan';
import type { Plan } from '../plan';
import { blocksOf, cellsOf, rangeIn } from './blocks';
import { heldContent } from './content';
import type { HeldContent } from './content';
import { areasOf } from './read';
import { given } from './run';

const BLANK: HeldContent = { content: { blank: true }, numberFormat: 'General' };

/** What is known of one sheet before a plan writes to it. Rows are counted as after the plan's `deleteRows`. */
export interface SheetFacts {
  readonly name: string;
  /** The sheet; null for one that the plan adds. */
  readonly sheet: Excel.Worksheet | null;
  readonly visible: boolean;
  readonly held: (cell: CellRef) => HeldContent;
  /** Merged areas that the plan's merging touches. */
  readonly areas: readonly Range[];
}

export interface Facts {
  readonly of: (sheet: string) => SheetFacts;
  /** Cells in rows or sheets that the plan would take away although somebody has filled them. */
  readonly lost: Conflict['conflicts'];
}

/** Where a row of the plan lies now, before the plan's rows are deleted. */
function rowNow(plan: Plan, sheet: string, row: number): number {
  let shift = 0;
  for (const rows of plan.deleteRows) {
    if (sheetKey(rows.sheet) === sheetKey(sheet) && rows.before <= row) shift += rows.count;
  }
  return row + shift;
}

/** With the cells that get a mark or lose one: a report of a failure says what they hold. */
function withMarked(plan: Plan, sheet: string, written: readonly CellRef[]): CellRef[] {
  const cells = new Map(written.map((cell) => [cellKey(cell), cell]));
  for (const { cell } of plan.marks.filter((mark) => sheetKey(mark.sheet) === sheetKey(sheet)))
    cells.set(cellKey(cell), cell);
  for (const { row, column } of plan.unmarks.filter((mark) => sheetKey(mark.sheet) === sheetKey(sheet)))
    cells.set(cellKey({ row, column }), { row, column });
  return [...cells.values()];
}

/** The merges of a plan that concern a sheet, as ranges. */
export function mergingOf(plan: Plan, sheet: string): Range[] {
  const key = sheetKey(sheet);
  return [...plan.unmerges, ...plan.merges].filter((edit) => sheetKey(edit.sheet) === key).map(({ range }) => range);
}

/** Every cell of a sheet that a plan may write. */
export function cellsTouched(plan: Plan, sheet: string): CellRef[] {
  const key = sheetKey(sheet);
  const cells = new Map<string, CellRef>();
  for (const edit of plan.sets) if (sheetKey(edit.sheet) === key) cells.set(cellKey(edit.cell), edit.cell);
  for (const edit of plan.merges) {
    if (sheetKey(edit.sheet) !== key) continue;
    for (const cell of coveredCells(edit.range)) cells.set(cellKey(cell), cell);
  }
  return [...cells.values()];
}

/** Asks for everything in one request. Throws HostError where the plan cannot be carried out; writes nothing. */
export async function readFacts(
  context: Excel.RequestContext,
  plan: Plan,
  more: (sheets: ReadonlyMap<string, Excel.Worksheet>) => void,
): Promise<Facts> {
  const { worksheets } = context.workbook;
  const names = sheetsOf(plan);
  const added = plan.addSheets.map(({ sheet }) => worksheets.getItemOrNullObject(sheet).load('name'));
  const sheets = new Map(names.map((name) => [sheetKey(name), worksheets.getItem(name)]));
  const finish = names.map((name) => askSheet(plan, name, sheets.get(sheetKey(name)) as Excel.Worksheet));
  more(sheets);
  await context.sync();

  const taken = added.find((sheet) => !sheet.isNullObject);
  if (taken) throw new HostError('sheet-exists', taken.name);
  const lost: Conflict['conflicts'][number][] = [];
  const facts = new Map<string, SheetFacts>();
  for (const take of finish) {
    const found = take(lost);
    facts.set(sheetKey(found.name), found);
  }
  const of = (name: string): SheetFacts =>
    facts.get(sheetKey(name)) ?? { name, sheet: null, visible: true, held: () => BLANK, areas: [] };
  return { of, lost };
}

type Lost = Conflict['conflicts'][number][];

function askSheet(plan: Plan, name: string, sheet: Excel.Worksheet): (lost: Lost) => SheetFacts {
  sheet.load('name,visibility');
  sheet.protection.load('protected');
  const written = cellsTouched(plan, name);
  const touched = withMarked(plan, name, written);
  const planRows = new Map(touched.map(({ row }) => [rowNow(plan, name, row), row]));
  const now = touched.map((cell) => ({ ...cell, row: rowNow(plan, name, cell.row) }));
  const blocks = blocksOf(now).map((range) => ({ range, cells: askBlock(sheet, range) }));
  const merging = mergingOf(plan, name).map((range) => askAreasOf(plan, name, sheet, range));
  const rows = askRows(plan, name, sheet);
  const all = plan.deleteSheets.some((gone) => sheetKey(gone) === sheetKey(name)) ? askAll(sheet) : null;
  return (lost) => {
    const held = new Map<string, HeldContent>();
    for (const { range, cells } of blocks) {
      for (const [cell, content] of contentsOf(cells, range)) {
        held.set(cellKey({ row: planRows.get(cell.row) as number, column: cell.column }), content);
      }
    }
    const opened = plan.unprotects.some((other) => sheetKey(other) === sheetKey(name));
    if (sheet.protection.protected && !opened) refuseLocked(plan, name, blocks);
    const areas = new Map(merging.flatMap((take) => take()).map((area) => [`${area.top},${area.left}`, area]));
    const found: SheetFacts = {
      name: sheet.name,
      sheet,
      visible: sheet.visibility === 'Visible',
      held: (cell) => held.get(cellKey(cell)) ?? BLANK,
      areas: [...areas.values()],
    };
    const ours = new Set(written.map(cellKey));
    const filled = [...rows(), ...(all?.() ?? []).filter(([cell]) => !ours.has(cellKey(cell)))];
    for (const [cell, content] of filled) {
      lost.push({ address: addressOf(sheet.name, cell), expected: { blank: true }, found: content });
    }
    return found;
  };
}

function askBlock(sheet: Excel.Worksheet, range: Range): Excel.Range {
  const cells = rangeIn(sheet, range);
  cells.load('values,formulas,valueTypes,numberFormat,format/protection/locked');
  return cells;
}

export function* contentsOf(cells: Excel.Range, range: Range): Iterable<readonly [CellRef, HeldContent]> {
  const values = given<unknown[][]>(cells.values);
  const [formulas, types, formats] = [cells.formulas, cells.valueTypes, cells.numberFormat] as unknown[][][];
  for (const cell of cellsOf(range)) {
    const [r, c] = [cell.row - range.top, cell.column - range.left];
    const raw = {
      value: values[r]?.[c],
      formula: formulas?.[r]?.[c],
      type: types?.[r]?.[c],
      numberFormat: formats?.[r]?.[c],
    };
    yield [cell, heldContent(raw)];
  }
}

/** A protected sheet takes values in its unlocked cells, and nothing else. */
function refuseLocked(plan: Plan, name: string, blocks: readonly { readonly cells: Excel.Range }[]): void {
  const unlocked = blocks.every(({ cells }) => cells.format.protection.locked === false);
  if (!onlySets(plan, name) || !unlocked) throw new HostError('protected', name);
}

/** Asks for the merged areas in a range; what it returns is to be called after the next sync. */
export function askAreas(sheet: Excel.Worksheet, range: Range): () => Range[] {
  const areas = rangeIn(sheet, range).getMergedAreasOrNullObject();
  areas.load('address');
  return () => (areas.isNullObject ? [] : areasOf(areas.address).filter((area) => intersects(area, range)));
}

/** The same for a range of the plan, whose rows are counted as after its `deleteRows`. */
function askAreasOf(plan: Plan, name: string, sheet: Excel.Worksheet, range: Range): () => Range[] {
  const moved = { ...range, top: rowNow(plan, name, range.top), bottom: rowNow(plan, name, range.bottom) };
  const take = askAreas(sheet, moved);
  const shift = moved.top - range.top;
  return () => take().map((area) => ({ ...area, top: area.top - shift, bottom: area.bottom - shift }));
}

type Filled = [CellRef, CellContent][];

/** What stands in the rows that the plan deletes, by their numbers now. */
function askRows(plan: Plan, name: string, sheet: Excel.Worksheet): () => Filled {
  let gone = 0;
  const asked = plan.deleteRows
    .filter((rows) => sheetKey(rows.sheet) === sheetKey(name))
    .map(({ before, count }) => {
      const used = rangeIn(sheet, { top: before + gone, bottom: before + gone + count - 1, left: 0, right: 0 })
        .getEntireRow()
        .getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas,valueTypes,numberFormat');
      gone += count;
      return used;
    });
  return () => asked.flatMap(filledOf);
}

function askAll(sheet: Excel.Worksheet): () => Filled {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas,valueTypes,numberFormat');
  return () => filledOf(used);
}

function filledOf(used: Excel.Range): Filled {
  if (used.isNullObject) return [];
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const range = { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
  return [...contentsOf(used, range)]
    .map(([cell, { content }]): [CellRef, CellContent] => [cell, content])
    .filter(([, content]) => !('blank' in content));
}
