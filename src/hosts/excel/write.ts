import type { Range } from '../../core/sheet';
import type { ApplyResult, Failed, HostCapabilities } from '../host';
import { HostError } from '../host';
import {
  addressOf,
  cellKey,
  conflictsOf,
  coveredCells,
  drawingOf,
  editsOf,
  redrawnSheets,
  refuseUnsupported,
  sheetKey,
  sheetsOf,
  undoOfForms,
  undoOfShape,
} from '../plan';
import type { Plan, Write } from '../plan';
import { blocksOf, cellCount, rangeIn, slicesOf } from './blocks';
import { tookContent } from './content';
import type { HeldContent } from './content';
import { askCharts, queueCharts } from './charts';
import { askDigit, queueDrawing, queueProtection } from './drawing';
import { askDrawings, queueRedraw } from './drawing-before';
import type { KeptDrawing } from './drawing-before';
import { hostErrorOf, isRefusal } from './errors';
import { contentsOf, readFacts } from './facts';
import type { Facts } from './facts';
import { askMarks, markWork, markedSheets, queueMarks } from './marks';
import { restore } from './restore';
import { askBottoms, moveRows } from './rows';
import type { Bottoms } from './rows';
import { CELLS_AT_ONCE, queueBlock } from './work';
import type { SheetWrites, Work } from './work';

/**
 * Carries out a plan in two requests: one that reads what it touches, one that writes it all. Opening rows takes a
 * further request for each place, so that after a failure it is known which of them are open; marks on a sheet that has
 * marks already take one more, for their places.
 */
export async function carryOut(
  context: Excel.RequestContext,
  plan: Plan,
  label: string,
  capabilities: HostCapabilities,
): Promise<ApplyResult> {
  refuseUnsupported(plan, capabilities);
  const { notes } = capabilities;
  let takeMarks: ReturnType<typeof askMarks> = async () => [];
  let takeDrawings: ReturnType<typeof askDrawings> = async () => [];
  const takeDigit = plan.sizes.some(({ kind }) => kind === 'columnWidths') ? askDigit(context) : () => 0;
  let takeBottoms: ReturnType<typeof askBottoms> = () => new Map();
  let takeCharts: ReturnType<typeof askCharts> = () => new Set();
  const facts = await readFacts(context, plan, (sheets) => {
    takeCharts = askCharts(plan, (name) => sheets.get(sheetKey(name)) ?? null);
    const sheetOf = (name: string) => sheets.get(sheetKey(name)) as Excel.Worksheet;
    takeBottoms = askBottoms(plan.deleteRows, sheetOf);
    if (plan.deleteRows.length === 0) takeDrawings = askDrawings(context, plan, sheetOf);
    const marked = markedSheets(plan).map(sheetOf);
    if (marked.length > 0 && plan.deleteRows.length === 0) takeMarks = askMarks(context, marked, notes);
  });
  const conflicts = [
    ...facts.lost,
    ...conflictsOf(plan.sets, (sheet) => ({
      merges: facts.of(sheet).areas,
      contentAt: (cell) => facts.of(sheet).held(cell).content,
    })),
  ];
  if (conflicts.length > 0) return { status: 'conflict', conflicts };
  const charts = takeCharts();
  const bottoms = takeBottoms();
  const marks = (await takeMarks()).map((before) => markWork(plan, before));
  const drawings = await takeDrawings();
  const writes = writesOf(plan, facts);
  const work: Work = {
    plan,
    facts,
    writes,
    marks,
    drawings,
    charts,
    digit: takeDigit(),
    notes,
    progress: { unprotected: [], deletedRows: [], insertedRows: [], moving: null, requests: 0 },
  };
  try {
    const written = await write(context, work, bottoms);
    const undo = undoOf(work, written);
    return { status: 'applied', undo: { label, edits: editsOf(undo), keep: undo } };
  } catch (reason) {
    const error = hostErrorOf(reason);
    if (isRefusal(error) && work.progress.requests === 0) throw error;
    return failure(context, work, error);
  }
}

/** The plan's writes, with the emptying of cells that a merge covers. */
function writesOf(plan: Plan, facts: Facts): SheetWrites[] {
  const sheets = new Map<string, { name: string; writes: Map<string, Write> }>();
  const add = (write: Write) => {
    const key = sheetKey(write.sheet);
    const sheet = sheets.get(key) ?? { name: write.sheet, writes: new Map<string, Write>() };
    sheets.set(key, sheet);
    const place = cellKey(write.cell);
    sheet.writes.set(place, { ...write, from: sheet.writes.get(place)?.from ?? write.from });
  };
  plan.sets.forEach(add);
  for (const { sheet, range } of plan.merges) {
    for (const cell of coveredCells(range)) {
      const { content } = facts.of(sheet).held(cell);
      const filled = sheets.get(sheetKey(sheet))?.writes.has(cellKey(cell)) || !('blank' in content);
      if (filled) add({ kind: 'set', sheet, cell, from: content, to: { blank: true } });
    }
  }
  return [...sheets.values()].map(({ name, writes }) => {
    const blocks = blocksOf([...writes.values()].map(({ cell }) => cell));
    const rows = (block: Range) => Math.max(1, Math.floor(CELLS_AT_ONCE / (block.right - block.left + 1)));
    return { name, writes, blocks: blocks.flatMap((block) => slicesOf(block, rows(block))) };
  });
}

function drawnSheets(plan: Plan): string[] {
  return [...new Map(drawingOf(plan).map(({ sheet }) => [sheetKey(sheet), sheet])).values()];
}

/** What the written cells hold now, by sheet and cell. */
type Written = Map<string, ReadonlyMap<string, HeldContent>>;

async function write(context: Excel.RequestContext, work: Work, bottoms: Bottoms): Promise<Written> {
  const { plan, facts, progress } = work;
  const { worksheets } = context.workbook;
  const sheets = new Map<string, Excel.Worksheet>();
  for (const name of sheetsOf(plan)) sheets.set(sheetKey(name), facts.of(name).sheet as Excel.Worksheet);
  const sheetOf = (name: string) => sheets.get(sheetKey(name)) as Excel.Worksheet;

  for (const name of plan.unprotects) sheetOf(name).protection.unprotect();
  progress.unprotected.push(...plan.unprotects);
  await moveRows(context, work, 'delete', bottoms, sheetOf);
  if (plan.deleteRows.length > 0 && redrawnSheets(plan).length > 0) {
    const take = askDrawings(context, plan, sheetOf);
    await context.sync();
    work.drawings = await take();
  }
  const marked = plan.deleteRows.length > 0 ? markedSheets(plan) : [];
  if (marked.length > 0) {
    const take = askMarks(context, marked.map(sheetOf), work.notes);
    await context.sync();
    work.marks = (await take()).map((before) => markWork(plan, before));
  }
  for (const { sheet, visible } of plan.addSheets) {
    const added = worksheets.add(sheet);
    if (!visible) added.visibility = 'Hidden';
    sheets.set(sheetKey(sheet), added);
  }
  for (const { sheet, range } of plan.unmerges) rangeIn(sheetOf(sheet), range).unmerge();
  const written = await writeCells(context, work, sheetOf);
  for (const { sheet, range } of plan.merges) rangeIn(sheetOf(sheet), range).merge(false);
  for (const name of drawnSheets(plan)) {
    const edits = drawingOf(plan).filter(({ sheet }) => sheetKey(sheet) === sheetKey(name));
    const before = work.drawings.find((drawing) => sheetKey(drawing.name) === sheetKey(name));
    queueDrawing(sheetOf(name), edits, work.digit, before?.page?.footer ?? '');
  }
  for (const { sheet, kept } of plan.redraws) queueRedraw(sheetOf(sheet), kept as KeptDrawing);
  const checkCharts = queueCharts(plan, work.charts, sheetOf);
  for (const marking of work.marks) queueMarks(marking, work.notes);
  if (plan.insertRows.length === 0) for (const name of plan.protects) queueProtection(sheetOf(name));
  const takeBottoms = askBottoms(plan.insertRows, sheetOf);
  await context.sync();
  progress.requests += 1;
  checkCharts();
  const result = written();
  await deleteSheets(context, plan.deleteSheets);
  await moveRows(context, work, 'insert', takeBottoms(), sheetOf);
  if (plan.insertRows.length > 0 && plan.protects.length > 0) {
    for (const name of plan.protects) queueProtection(sheetOf(name));
    await context.sync();
  }
  return result;
}

/**
 * The last thing of a plan, in a request of its own: a sheet cannot be put back, so that once one is gone there is no
 * way but on.
 */
async function deleteSheets(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const { worksheets } = context.workbook;
  try {
    for (const name of names) worksheets.getItem(name).delete();
    await context.sync();
  } catch (reason) {
    const found = names.map((name) => worksheets.getItemOrNullObject(name).load('name'));
    await context.sync();
    const left = found.filter((sheet) => !sheet.isNullObject);
    if (left.length === names.length) throw reason;
    for (const sheet of left) sheet.delete();
    await context.sync();
  }
}

/** Queues all cells; what it returns says, after the next sync, what they hold, and throws where that is not as asked. */
async function writeCells(
  context: Excel.RequestContext,
  { writes, facts, progress }: Work,
  sheetOf: (name: string) => Excel.Worksheet,
): Promise<() => Written> {
  const checks: { name: string; range: Range; cells: Excel.Range }[] = [];
  let queued = 0;
  for (const { name, writes: cells, blocks } of writes) {
    const { held } = facts.of(name);
    for (const range of blocks) {
      if (queued > 0 && queued + cellCount(range) > CELLS_AT_ONCE) {
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request may only be so big
        await context.sync();
        progress.requests += 1;
        queued = 0;
      }
      queued += cellCount(range);
      const target = rangeIn(sheetOf(name), range);
      queueBlock(target, range, (cell) => ({ write: cells.get(cellKey(cell)) as Write, held: held(cell) }));
      target.load('values,formulas,valueTypes,numberFormat');
      checks.push({ name, range, cells: target });
    }
  }
  return () => {
    const result: Written = new Map(writes.map(({ name }) => [sheetKey(name), new Map<string, HeldContent>()]));
    for (const { name, range, cells } of checks) {
      const now = result.get(sheetKey(name)) as Map<string, HeldContent>;
      for (const [cell, content] of contentsOf(cells, range)) now.set(cellKey(cell), content);
    }
    for (const { name, writes: cells } of writes) refuseSwallowed(name, cells, result);
    return result;
  };
}

/** Merged areas and the like take a write without a word and keep what they had. */
function refuseSwallowed(name: string, writes: ReadonlyMap<string, Write>, written: Written): void {
  for (const [key, { to, cell }] of writes) {
    const now = written.get(sheetKey(name))?.get(key);
    if (now && !tookContent(to, now.content)) {
      const { row, column } = cell;
      throw new HostError('cell-locked', `${name} R${row + 1}C${column + 1}`);
    }
  }
}

function undoOf({ plan, facts, writes, marks, drawings }: Work, written: Written): Plan {
  const sets = writes.flatMap(({ name, writes: cells }) =>
    [...cells].map(([key, { cell }]): Write => {
      const was = facts.of(name).held(cell);
      const now = written.get(sheetKey(name))?.get(key) as HeldContent;
      const looks = was.numberFormat === now.numberFormat ? {} : { numberFormat: was.numberFormat };
      return { kind: 'set', sheet: name, cell, from: now.content, to: was.content, ...looks };
    }),
  );
  return {
    ...undoOfShape(plan, (name) => facts.of(name)),
    ...undoOfForms(plan),
    redraws: drawings.map((kept) => ({ sheet: kept.name, kept })),
    sets,
    unmarks: marks.flatMap(({ undo }) => undo.unmarks),
    marks: marks.flatMap(({ undo }) => undo.marks),
  };
}

async function failure(context: Excel.RequestContext, work: Work, error: HostError): Promise<Failed> {
  const restored = await restore(context, work);
  const { plan, writes, facts, marks } = work;
  const cells = [
    ...writes.flatMap((sheet) => [...sheet.writes.values()].map(({ cell }) => addressOf(sheet.name, cell))),
    ...plan.marks.map(({ sheet, cell }) => addressOf(sheet, cell)),
    ...plan.unmarks,
  ];
  const known = cells.map((address) => ({ address, was: facts.of(address.sheet).held(address).content }));
  const unmarked = marks.flatMap(({ before: { name, contents }, undo, remarks }) =>
    [...undo.marks, ...remarks].map(({ cell }) => {
      return { address: addressOf(name, cell), was: contents?.get(cellKey(cell)) ?? { blank: true as const } };
    }),
  );
  const unique = new Map<string, Failed['touched'][number]>();
  for (const cell of [...known, ...unmarked]) {
    const key = `${sheetKey(cell.address.sheet)}!${cellKey(cell.address)}`;
    if (!unique.has(key)) unique.set(key, cell);
  }
  return { status: 'failed', error, restored, touched: restored ? [] : [...unique.values()] };
}
