import type { CellContent, CellRef } from '../../core/sheet';
import type { ApplyResult, Failed, HostCapabilities } from '../host';
import {
  addressOf,
  cellKey,
  conflictsOf,
  coveredCells,
  drawingOf,
  editsOf,
  redrawnSheets,
  refuseCoveredCells,
  refuseUnsupported,
  sheetKey,
  undoOfForms,
  undoOfShape,
} from '../plan';
import type { Plan, Redraw, Write } from '../plan';
import { markWork, markedSheets } from '../excel/marks';
import { rangeIn, rawContent } from './blocks';
import { writeCells } from './cells';
import type { WritingManner, Written } from './cells';
import { refuseTakenCharts, writeCharts } from './charts';
import type { ChartProgress } from './charts';
import { draw, keepDrawing, placesOf, putDrawing } from './drawing';
import type { KeptDrawing } from './drawing';
import type { EtWorkbook, EtWorksheet } from './et';
import { readContents, readFacts } from './facts';
import type { Facts } from './facts';
import { readMarks, writeMarks } from './marks';
import type { EtMarkWork } from './marks';
import { listSheets } from './read';
import { restore } from './restore';
import { shiftRows } from './rows';

const HIDDEN = 0;

/** Everything that writing, undoing and restoring share. */
export interface Work {
  readonly book: EtWorkbook;
  readonly plan: Plan;
  readonly facts: Facts;
  /** The plan's writes, with the emptying of cells that a merge covers, by sheet. */
  readonly writes: readonly { readonly name: string; readonly writes: readonly Write[] }[];
  readonly manner: WritingManner;
  /** Whether this WPS has comments for the texts of marks. */
  readonly notes: boolean;
  readonly progress: Progress;
}

/** How far the work came, and what a report of failure names. */
export interface Progress {
  /** Whether anything was written. */
  begun: boolean;
  /** The marks that are there, and how the sheets that the plan draws on were drawn: known once the rows are gone. */
  marks: readonly EtMarkWork[];
  kept: readonly (Redraw & { readonly kept: KeptDrawing })[];
  readonly deletedRows: Plan['deleteRows'][number][];
  readonly insertedRows: Plan['insertRows'][number][];
  readonly deletedSheets: string[];
  readonly charts: ChartProgress;
  readonly touched: Map<string, Failed['touched'][number]>;
}

/** Reads first, then writes: all calls are made at once, and nothing of a person's comes between. Throws HostError. */
export function carryOut(
  book: EtWorkbook,
  plan: Plan,
  label: string,
  capabilities: HostCapabilities,
  manner: WritingManner,
): ApplyResult | { readonly broken: unknown; readonly restored: boolean; readonly touched: Failed['touched'] } {
  refuseUnsupported(plan, capabilities);
  const facts = readFacts(book, plan);
  const factsOf = (sheet: string) => ({
    merges: facts.of(sheet).areas,
    contentAt: (cell: CellRef) => facts.of(sheet).held(cell).content,
  });
  refuseCoveredCells(plan, factsOf);
  refuseTakenCharts(plan, (name) => facts.of(name).sheet);
  const conflicts = [...facts.lost, ...conflictsOf(plan.sets, factsOf)];
  if (conflicts.length > 0) return { status: 'conflict', conflicts };
  const work: Work = {
    book,
    plan,
    facts,
    manner,
    notes: capabilities.notes !== 'none',
    writes: writesOf(plan, facts),
    progress: {
      begun: false,
      marks: [],
      kept: [],
      deletedRows: [],
      insertedRows: [],
      deletedSheets: [],
      charts: { counts: [], removed: [] },
      touched: new Map(),
    },
  };
  try {
    const undo = undoOf(work, write(work));
    return { status: 'applied', undo: { label, edits: editsOf(undo), keep: undo } };
  } catch (broken) {
    if (!work.progress.begun) throw broken;
    const restored = restore(work);
    return { broken, restored, touched: restored ? [] : [...work.progress.touched.values()] };
  }
}

/** Looks at what can be looked at only now that the plan's rows are gone: all of it lies where the plan says. */
function prepare({ plan, facts, progress }: Work): void {
  const sheetIn = (name: string) => facts.of(name).sheet as EtWorksheet;
  progress.marks = markedSheets(plan)
    .filter((name) => facts.of(name).sheet)
    .map((name) => markWork(plan, readMarks(sheetIn(name), facts.of(name).name)));
  progress.kept = redrawnSheets(plan).map((name) => ({
    sheet: name,
    kept: keepDrawing(sheetIn(name), placesIn(plan, name)),
  }));
}

function placesIn(plan: Plan, name: string): KeptDrawing['places'][] {
  const here = ({ sheet }: { readonly sheet: string }) => sheetKey(sheet) === sheetKey(name);
  const redrawn = plan.redraws.filter(here).map(({ kept }) => (kept as KeptDrawing).places);
  return [placesOf(drawingOf(plan).filter(here)), ...redrawn];
}

function writesOf(plan: Plan, facts: Facts): Work['writes'] {
  const sheets = new Map<string, { name: string; writes: Map<string, Write> }>();
  const add = (write: Write) => {
    const sheet = sheets.get(sheetKey(write.sheet)) ?? { name: write.sheet, writes: new Map<string, Write>() };
    sheets.set(sheetKey(write.sheet), sheet);
    sheet.writes.set(cellKey(write.cell), write);
  };
  plan.sets.forEach(add);
  for (const { sheet, range } of plan.merges) {
    for (const cell of coveredCells(range)) {
      const { content } = facts.of(sheet).held(cell);
      const written = sheets.get(sheetKey(sheet))?.writes.has(cellKey(cell));
      if (written || !('blank' in content)) add({ kind: 'set', sheet, cell, from: content, to: { blank: true } });
    }
  }
  return [...sheets.values()].map(({ name, writes }) => ({ name, writes: [...writes.values()] }));
}

/** What the written cells hold now, by sheet and cell. */
type WrittenSheets = ReadonlyMap<string, Written>;

function write(work: Work): WrittenSheets {
  const { book, plan, facts, progress } = work;
  const added = new Map<string, EtWorksheet>();
  const sheetOf = (name: string) => (added.get(sheetKey(name)) ?? facts.of(name).sheet) as EtWorksheet;
  const touching = (name: string) => (cells: Iterable<CellRef>) => {
    for (const cell of cells) touch(work, name, cell);
  };

  progress.begun = plan.unprotects.length + plan.deleteRows.length > 0;
  for (const name of plan.unprotects) sheetOf(name).Unprotect();
  for (const rows of plan.deleteRows) {
    // Blank, or there would have been a conflict; the report leads to where the rows below have moved up.
    touch(work, rows.sheet, { row: rows.before, column: 0 }, { blank: true });
    shiftRows(sheetOf(rows.sheet), rows, 'close', () => progress.deletedRows.push(rows));
  }
  prepare(work);
  progress.begun = true;
  let { last } = facts;
  for (const { sheet, visible } of plan.addSheets) {
    last = book.Worksheets.Add(null, last);
    last.Name = sheet;
    added.set(sheetKey(sheet), last);
    if (!visible) last.Visible = HIDDEN;
  }
  for (const { sheet, range } of plan.unmerges) {
    touching(sheet)([{ row: range.top, column: range.left }]);
    rangeIn(sheetOf(sheet), range).UnMerge();
  }
  const written = new Map<string, Written>();
  for (const { name, writes } of work.writes) {
    const { held } = facts.of(name);
    const cells = { sheet: sheetOf(name), name, writes, held, touching: touching(name) };
    written.set(sheetKey(name), writeCells(cells, work.manner));
  }
  for (const { sheet, range } of plan.merges) {
    touching(sheet)([{ row: range.top, column: range.left }]);
    rangeIn(sheetOf(sheet), range).Merge();
  }
  for (const edit of drawingOf(plan)) draw(sheetOf(edit.sheet), edit);
  for (const { sheet, kept } of plan.redraws) putDrawing(sheetOf(sheet), kept as KeptDrawing);
  writeCharts(plan, progress.charts, sheetOf, (name) => added.has(sheetKey(name)));
  for (const marking of [...progress.marks, ...marksOnAdded(plan, added)]) {
    touchMarked(work, marking);
    writeMarks(marking, work.notes);
  }
  for (const rows of plan.insertRows) {
    for (const [cell, was] of facts.of(rows.sheet).pushed) {
      if (cell.row === rows.before) touch(work, rows.sheet, cell, was);
    }
    shiftRows(sheetOf(rows.sheet), rows, 'open', () => progress.insertedRows.push(rows));
  }
  // A sheet that is added is shown, and one that is validated may be.
  const shown = facts.active;
  if (shown && (added.size > 0 || plan.validations.length > 0)) shown.Activate();
  for (const name of plan.protects) sheetOf(name).Protect();
  for (const name of plan.deleteSheets) {
    deleteSheet(book, sheetOf(name), facts.of(name).name);
    progress.deletedSheets.push(name);
  }
  return written;
}

/** A sheet that is gone cannot be put back: so what the first try did not do, a second one does. */
function deleteSheet(book: EtWorkbook, sheet: EtWorksheet, name: string): void {
  try {
    sheet.Delete();
  } catch {
    if (listSheets(book).some((listed) => listed.name === name)) sheet.Delete();
  }
}

function marksOnAdded(plan: Plan, added: ReadonlyMap<string, EtWorksheet>): EtMarkWork[] {
  return [...added].flatMap(([key, sheet]) => {
    const name = plan.addSheets.find((edit) => sheetKey(edit.sheet) === key)?.sheet ?? '';
    const marked = plan.marks.some((mark) => sheetKey(mark.sheet) === key);
    return marked ? [markWork(plan, { name, sheet, rules: [], remarks: [] })] : [];
  });
}

/** Notes a cell, with what it held, for the report of a failure. */
function touch({ facts, progress }: Work, name: string, cell: CellRef, found?: CellContent): void {
  const { sheet, held } = facts.of(name);
  const key = `${sheetKey(name)}!${cellKey(cell)}`;
  if (!sheet || progress.touched.has(key)) return;
  progress.touched.set(key, { address: addressOf(name, cell), was: found ?? held(cell).content });
}

/** Cells that lose or get a mark. What they hold is not changed, and yet the report is to lead there. */
function touchMarked(work: Work, { before: { name, sheet }, undo }: EtMarkWork): void {
  const cells = [...undo.marks.map(({ cell }) => cell), ...undo.unmarks.map(({ row, column }) => ({ row, column }))];
  const contents = readContents(sheet, cells);
  for (const cell of cells) {
    const raw = contents.get(cellKey(cell));
    touch(work, name, cell, raw && rawContent(raw));
  }
}

function undoOf({ plan, facts, writes, progress: { marks, kept } }: Work, written: WrittenSheets): Plan {
  const sets = writes.flatMap(({ name, writes: cells }) =>
    cells.map(({ cell }): Write => {
      const was = facts.of(name).held(cell);
      const now = written.get(sheetKey(name))?.get(cellKey(cell)) ?? was;
      const looks = was.numberFormat === now.numberFormat ? {} : { numberFormat: was.numberFormat };
      return { kind: 'set', sheet: name, cell, from: now.content, to: was.content, ...looks };
    }),
  );
  return {
    ...undoOfShape(plan, (name) => facts.of(name)),
    ...undoOfForms(plan),
    sets,
    redraws: kept,
    unmarks: marks.flatMap(({ undo }) => undo.unmarks),
    marks: marks.flatMap(({ undo }) => undo.marks),
  };
}
