import { intersects } from '../../core/sheet';
import type { CellContent, CellRef, Range } from '../../core/sheet';
import { blocksOf, cellCount, cellsOf } from '../excel/blocks';
import { heldContent } from '../excel/content';
import type { HeldContent } from '../excel/content';
import { cellsTouched, mergingOf } from '../excel/facts';
import type { Conflict } from '../host';
import { HostError } from '../host';
import { addressOf, cellKey, onlySets, sheetKey, sheetsOf } from '../plan';
import type { Plan } from '../plan';
import { boundsOf, rangeIn, rawContent, readBlock } from './blocks';
import type { EtWorkbook, EtWorksheet } from './et';
import { formatsOf, mergesOf } from './probe';
import { listSheets, usedRange } from './read';
import type { ListedSheet } from './read';

const BLANK: HeldContent = { content: { blank: true }, numberFormat: 'General' };

/** Scattered cells are read with all that lies between them while that is not more than this. */
const CELLS_BETWEEN = 40_000;
/** Blocks that are read one by one. */
const FEW_BLOCKS = 3;

/** What is known of one sheet before a plan writes to it. Rows are counted as after the plan's `deleteRows`. */
export interface SheetFacts {
  readonly name: string;
  /** Null for one that the plan adds. */
  readonly sheet: EtWorksheet | null;
  readonly visible: boolean;
  readonly protected: boolean;
  readonly held: (cell: CellRef) => HeldContent;
  /** Merged areas that the plan's cells and merging touch, in rows of the plan. */
  readonly areas: readonly Range[];
  /** What stands in the rows that the plan pushes down, by their numbers now. */
  readonly pushed: readonly (readonly [CellRef, CellContent])[];
}

export interface Facts {
  readonly of: (sheet: string) => SheetFacts;
  readonly active: EtWorksheet | null;
  readonly last: EtWorksheet;
  /** Cells in rows or sheets that the plan would take away although somebody has filled them. */
  readonly lost: Conflict['conflicts'];
}

/** Throws HostError where the plan cannot be carried out; writes nothing. */
export function readFacts(book: EtWorkbook, plan: Plan): Facts {
  const list = listSheets(book);
  const byName = new Map(list.map((listed) => [sheetKey(listed.name), listed]));
  for (const { sheet } of plan.addSheets) {
    const taken = byName.get(sheetKey(sheet));
    if (taken) throw new HostError('sheet-exists', taken.name);
  }
  const lost: Conflict['conflicts'][number][] = [];
  const facts = new Map<string, SheetFacts>();
  for (const name of sheetsOf(plan)) {
    const listed = byName.get(sheetKey(name));
    if (!listed) throw new HostError('missing-sheet', name);
    facts.set(sheetKey(name), sheetFacts(plan, listed, lost));
  }
  const none = { visible: true, protected: false, held: () => BLANK, areas: [], pushed: [] };
  return {
    of: (name) => facts.get(sheetKey(name)) ?? { name, sheet: null, ...none },
    active: book.ActiveSheet,
    last: (list.at(-1) as ListedSheet).sheet,
    lost,
  };
}

function sheetFacts(plan: Plan, { sheet, name, visible }: ListedSheet, lost: Conflict['conflicts'][number][]) {
  const here = (named: string) => sheetKey(named) === sheetKey(name);
  const written = cellsTouched(plan, name);
  const isProtected = sheet.ProtectContents;
  const planRow = (cell: CellRef) => ({ ...cell, row: rowNow(plan, name, cell.row) });
  if (isProtected && !plan.unprotects.some(here)) refuseLocked(plan, sheet, name, written.map(planRow));

  const contents = readContents(sheet, written.map(planRow));
  const formats = formatsOf(sheet, written.map(planRow));
  const held = (cell: CellRef): HeldContent => {
    const key = cellKey(planRow(cell));
    const raw = contents.get(key);
    return raw ? heldContent({ ...raw, numberFormat: formats.get(key) ?? 'General' }) : BLANK;
  };
  const merging = mergingOf(plan, name).flatMap((range) => [...cellsOf(range)]);
  const around = new Map([...written, ...merging].map(planRow).map((cell) => [cellKey(cell), cell]));
  const areas = mergesOf(sheet, [...around.values()]).map((area) => rangeOfPlan(plan, name, area));
  const expected = new Set(written.map((cell) => cellKey(planRow(cell))));
  const gone = plan.deleteSheets.some(here)
    ? filledIn(sheet, null).filter(([cell]) => !expected.has(cellKey(cell)))
    : [];
  for (const [cell, found] of [...deletedRows(plan, name, sheet), ...gone]) {
    lost.push({ address: addressOf(name, cell), expected: { blank: true }, found });
  }
  const pushed = plan.insertRows
    .filter(({ sheet: on }) => here(on))
    .flatMap(({ before }) => filledIn(sheet, { top: before, bottom: before }));
  return { name, sheet, visible, protected: isProtected, held, areas, pushed };
}

/** Where a row of the plan lies now, before the plan's rows are deleted. */
function rowNow(plan: Plan, sheet: string, row: number): number {
  let shift = 0;
  for (const rows of plan.deleteRows) {
    if (sheetKey(rows.sheet) === sheetKey(sheet) && rows.before <= row) shift += rows.count;
  }
  return row + shift;
}

/** Where an area lies once the plan's rows are deleted. */
function rangeOfPlan(plan: Plan, sheet: string, area: Range): Range {
  let { top, bottom } = area;
  for (const { before, count } of plan.deleteRows.filter((rows) => sheetKey(rows.sheet) === sheetKey(sheet))) {
    const after = (row: number) => Math.max(before, row - count);
    if (top >= before) top = after(top);
    if (bottom >= before) bottom = bottom < before + count ? before - 1 : bottom - count;
  }
  return { ...area, top, bottom };
}

type Raws = Map<string, ReturnType<typeof readBlock>[number][number]>;

/** Cells as they stand, in as few reads as there are good reasons for. */
export function readContents(sheet: EtWorksheet, cells: readonly CellRef[]): Raws {
  const blocks = blocksOf(cells);
  const around = blocks.length > FEW_BLOCKS ? boundsOf(cells) : null;
  const found: Raws = new Map();
  for (const range of around && cellCount(around) <= CELLS_BETWEEN ? [around] : blocks) {
    readBlock(sheet, range).forEach((raws, r) =>
      raws.forEach((raw, c) => found.set(cellKey({ row: range.top + r, column: range.left + c }), raw)),
    );
  }
  return found;
}

/** A protected sheet takes values in its unlocked cells, and nothing else. */
function refuseLocked(plan: Plan, sheet: EtWorksheet, name: string, cells: readonly CellRef[]): void {
  const unlocked = onlySets(plan, name) && blocksOf(cells).every((block) => rangeIn(sheet, block).Locked === false);
  if (!unlocked) throw new HostError('protected', name);
}

type Filled = readonly (readonly [CellRef, CellContent])[];

/** What stands in the rows that the plan deletes, by their numbers now. */
function deletedRows(plan: Plan, name: string, sheet: EtWorksheet): Filled {
  let gone = 0;
  return plan.deleteRows
    .filter((rows) => sheetKey(rows.sheet) === sheetKey(name))
    .flatMap(({ before, count }) => {
      const found = filledIn(sheet, { top: before + gone, bottom: before + gone + count - 1 });
      gone += count;
      return found;
    });
}

/** What stands in rows of a sheet, or anywhere on it. */
function filledIn(sheet: EtWorksheet, rows: { readonly top: number; readonly bottom: number } | null): Filled {
  const used = usedRange(sheet);
  if (!used || (rows && !intersects(used, { ...used, ...rows }))) return [];
  const range = rows
    ? { ...used, top: Math.max(rows.top, used.top), bottom: Math.min(rows.bottom, used.bottom) }
    : used;
  return readBlock(sheet, range).flatMap((raws, r) =>
    raws.flatMap((raw, c) => {
      const content = rawContent(raw);
      return 'blank' in content ? [] : [[{ row: range.top + r, column: range.left + c }, content] as const];
    }),
  );
}
