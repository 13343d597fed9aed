import { sameContent } from '../../core/sheet';
import type { CellRef, Range } from '../../core/sheet';
import { HostError } from '../host';
import { cellKey, sheetKey } from '../plan';
import { blocksOf, cellCount, cellsOf, rangeIn } from './blocks';
import { askChartsBack } from './charts';
import { queueProtection } from './drawing';
import { queueRedraw } from './drawing-before';
import { hostErrorOf } from './errors';
import { askAreas, contentsOf, mergingOf } from './facts';
import type { HeldContent } from './content';
import { askMarks, restoreMarks } from './marks';
import { PAUSES, pause } from './run';
import { queueRows, settleRows } from './rows';
import { CELLS_AT_ONCE, queueBlock } from './work';
import type { Work } from './work';

/** Puts back what a failed write left half done; false where Excel does not let us. */
export async function restore(context: Excel.RequestContext, work: Work): Promise<boolean> {
  for (const wait of [...PAUSES, null]) {
    try {
      await putBack(context, work);
      return true;
    } catch (reason) {
      if (wait === null || hostErrorOf(reason).code !== 'editing') return false;
      await pause(wait);
    }
  }
  return false;
}

async function putBack(context: Excel.RequestContext, work: Work): Promise<void> {
  const { plan, progress } = work;
  await unprotectDrawn(context, work);
  await settleRows(context, progress, (name) => sheetIn(work, name));
  for (let rows = progress.insertedRows.at(-1); rows; rows = progress.insertedRows.at(-1)) {
    queueRows(sheetIn(work, rows.sheet), rows, 'delete');
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each place counts by itself
    await context.sync();
    progress.insertedRows.pop();
  }
  // Cells and marks were written only after all rows were gone.
  if (progress.deletedRows.length === plan.deleteRows.length) {
    await putBackCells(context, work);
    await putBackMarks(context, work);
  }
  for (let rows = progress.deletedRows.at(-1); rows; rows = progress.deletedRows.at(-1)) {
    queueRows(sheetIn(work, rows.sheet), rows, 'insert');
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each place counts by itself
    await context.sync();
    progress.deletedRows.pop();
  }
  await refuseMissing(context, plan.deleteSheets);
  for (const name of progress.unprotected) queueProtection(sheetIn(work, name));
  if (progress.unprotected.length > 0) await context.sync();
}

/** What was deleted stays so. */
async function refuseMissing(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const found = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load('name'));
  await context.sync();
  const gone = names.find((_, at) => found[at]?.isNullObject);
  if (gone !== undefined) throw new HostError('missing-sheet', gone);
}

/** A sheet that the plan had protected already can be mended only when it is open again. */
async function unprotectDrawn(context: Excel.RequestContext, { plan, facts }: Work): Promise<void> {
  const sheets = [...plan.protects, ...plan.unprotects].flatMap((name) => facts.of(name).sheet ?? []);
  if (sheets.length === 0) return;
  for (const sheet of sheets) sheet.protection.unprotect();
  await context.sync();
}

async function putBackMarks(context: Excel.RequestContext, work: Work): Promise<void> {
  const { facts } = work;
  const marked = work.marks.map(({ before }) => before);
  if (marked.length === 0) return;
  const sheets = marked.map(({ name }) => facts.of(name).sheet as Excel.Worksheet);
  const take = askMarks(context, sheets, work.notes);
  await context.sync();
  const now = await take();
  now.forEach((sheet, index) => restoreMarks(marked[index] as (typeof marked)[number], sheet, work.notes));
  await context.sync();
}

function sheetIn({ facts }: Work, name: string): Excel.Worksheet {
  return facts.of(name).sheet as Excel.Worksheet;
}

/** Only what differs is written again: a cell that refused our write would refuse this one too. */
async function putBackCells(context: Excel.RequestContext, work: Work): Promise<void> {
  const { plan, facts } = work;
  const added = plan.addSheets.map(({ sheet }) => context.workbook.worksheets.getItemOrNullObject(sheet).load('name'));
  const cells = work.writes.flatMap(({ name, blocks }) => {
    const { sheet } = facts.of(name);
    return sheet ? blocks.map((range) => ({ name, range, cells: ask(sheet, range) })) : [];
  });
  const merging = [...new Map([...plan.unmerges, ...plan.merges].map(({ sheet }) => [sheetKey(sheet), sheet])).values()]
    .filter((name) => facts.of(name).sheet !== null)
    .map((name) => ({ name, areas: mergingOf(plan, name).map((range) => askAreas(sheetIn(work, name), range)) }));
  const putBackCharts = askChartsBack(plan, work.charts, (name) => facts.of(name).sheet);
  await context.sync();

  for (const sheet of added) if (!sheet.isNullObject) sheet.delete();
  const changed = merging.map(({ name, areas }) => ({
    name,
    now: byPlace(areas.flatMap((take) => take())),
    before: byPlace(facts.of(name).areas),
  }));
  for (const { name, now, before } of changed) {
    for (const [place, area] of now) if (!before.has(place)) rangeIn(sheetIn(work, name), area).unmerge();
  }
  let queued = 0;
  for (const { name, range, cells: found } of cells) {
    const { held } = facts.of(name);
    const now = new Map([...contentsOf(found, range)].map(([cell, content]) => [cellKey(cell), content]));
    const heldNow = (cell: CellRef) => now.get(cellKey(cell)) as HeldContent;
    const different = [...cellsOf(range)].filter((cell) => !same(held(cell), heldNow(cell)));
    for (const block of blocksOf(different)) {
      if (queued > 0 && queued + cellCount(block) > CELLS_AT_ONCE) {
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request may only be so big
        await context.sync();
        queued = 0;
      }
      queued += cellCount(block);
      queueBlock(rangeIn(sheetIn(work, name), block), block, (cell) => {
        const { content, numberFormat } = held(cell);
        return { write: { to: content, numberFormat }, held: heldNow(cell) };
      });
    }
  }
  for (const { name, now, before } of changed) {
    for (const [place, area] of before) if (!now.has(place)) rangeIn(sheetIn(work, name), area).merge(false);
  }
  for (const drawing of work.drawings) queueRedraw(sheetIn(work, drawing.name), drawing);
  putBackCharts();
  await context.sync();
}

function ask(sheet: Excel.Worksheet, range: Range): Excel.Range {
  const cells = rangeIn(sheet, range);
  cells.load('values,formulas,valueTypes,numberFormat');
  return cells;
}

function same(a: HeldContent, b: HeldContent): boolean {
  return a.numberFormat === b.numberFormat && sameContent(a.content, b.content);
}

function byPlace(areas: readonly Range[]): Map<string, Range> {
  return new Map(areas.map((area) => [`${area.top},${area.left},${area.bottom},${area.right}`, area]));
}
