import { intersects, sameContent } from '../../core/sheet';
import type { CellRef, Range } from '../../core/sheet';
import { cellsOf } from '../excel/blocks';
import { heldContent } from '../excel/content';
import type { HeldContent } from '../excel/content';
import { mergingOf } from '../excel/facts';
import { cellKey, sheetKey } from '../plan';
import { rangeIn } from './blocks';
import { writeCells } from './cells';
import { restoreCharts } from './charts';
import { putDrawing } from './drawing';
import type { EtWorksheet } from './et';
import { readContents } from './facts';
import { restoreMarks } from './marks';
import { formatsOf, mergesOf } from './probe';
import { listSheets } from './read';
import { shiftRows } from './rows';
import type { Work } from './write';

/**
 * Puts back what a failed write left half done; false where WPS does not let us. It looks before it writes, so that a
 * second try goes on where the first one ended.
 */
export function restore(work: Work): boolean {
  for (const _try of [1, 2]) {
    try {
      putBack(work);
      return true;
    } catch {
      // Once more, then it is told.
    }
  }
  return false;
}

function putBack(work: Work): void {
  const { book, plan, facts, progress } = work;
  if (progress.deletedSheets.length > 0) throw new Error('a sheet is gone');
  const sheetIn = (name: string) => facts.of(name).sheet as EtWorksheet;
  const guarded = [...plan.protects, ...plan.unprotects].filter((name) => facts.of(name).sheet !== null);
  for (const name of guarded) if (sheetIn(name).ProtectContents) sheetIn(name).Unprotect();
  for (let rows = progress.insertedRows.at(-1); rows; rows = progress.insertedRows.at(-1)) {
    shiftRows(sheetIn(rows.sheet), rows, 'close', () => progress.insertedRows.pop());
  }
  takeAddedAway(work);
  // Cells were written only after all rows were gone.
  if (progress.deletedRows.length === plan.deleteRows.length) {
    for (const name of writtenSheets(work)) putBackCells(work, name);
    for (const { sheet, kept } of progress.kept) putDrawing(sheetIn(sheet), kept);
    restoreCharts(progress.charts);
  }
  for (const { before } of progress.marks) restoreMarks(before);
  for (let rows = progress.deletedRows.at(-1); rows; rows = progress.deletedRows.at(-1)) {
    shiftRows(sheetIn(rows.sheet), rows, 'open', () => progress.deletedRows.pop());
  }
  const shown = facts.active;
  if (shown && book.ActiveSheet?.Name !== shown.Name) shown.Activate();
  for (const name of guarded) if (facts.of(name).protected) sheetIn(name).Protect();
}

/** Sheets that came after the last one; one that failed half-way may not have its name yet. */
function takeAddedAway({ book, plan, facts }: Work): void {
  if (plan.addSheets.length === 0) return;
  facts.active?.Activate();
  const last = facts.last.Name;
  const list = listSheets(book);
  const at = list.findIndex(({ name }) => name === last);
  for (const { sheet } of list.slice(at + 1).reverse()) sheet.Delete();
}

/** The sheets of before whose cells or merged areas the plan changes. */
function writtenSheets({ writes, plan, facts }: Work): string[] {
  const names = [...writes.map(({ name }) => name), ...[...plan.unmerges, ...plan.merges].map(({ sheet }) => sheet)];
  const found = new Map(names.map((name) => [sheetKey(name), name]));
  return [...found.values()].filter((name) => facts.of(name).sheet !== null);
}

function putBackCells({ plan, facts, writes, manner }: Work, name: string): void {
  const sheet = facts.of(name).sheet as EtWorksheet;
  const { held, areas: before } = facts.of(name);
  const cells = writes.find((one) => sheetKey(one.name) === sheetKey(name))?.writes.map(({ cell }) => cell) ?? [];
  const merging = mergingOf(plan, name);
  const around = new Map(
    [...cells, ...merging.flatMap((range) => [...cellsOf(range)])].map((cell) => [cellKey(cell), cell]),
  );
  const changed = before.filter((area) => merging.some((range) => intersects(area, range)));
  const now = merging.length > 0 ? mergesOf(sheet, [...around.values()]) : [];
  const isIn = (areas: readonly Range[], { top, left, bottom, right }: Range) =>
    areas.some((area) => area.top === top && area.left === left && area.bottom === bottom && area.right === right);
  for (const area of now) if (!isIn(before, area)) rangeIn(sheet, area).UnMerge();

  const contents = readContents(sheet, cells);
  const formats = formatsOf(sheet, cells);
  const heldNow = (cell: CellRef): HeldContent => {
    const raw = contents.get(cellKey(cell));
    const numberFormat = formats.get(cellKey(cell)) ?? 'General';
    return raw ? heldContent({ ...raw, numberFormat }) : { content: { blank: true }, numberFormat };
  };
  // Only what differs: a cell that refused our write would refuse this one too.
  const different = cells.filter((cell) => !same(held(cell), heldNow(cell)));
  const back = different.map((cell) => ({
    cell,
    to: held(cell).content,
    numberFormat: held(cell).numberFormat,
  }));
  writeCells({ sheet, name, writes: back, held: heldNow, touching: () => undefined }, manner);
  for (const area of changed) if (!isIn(now, area)) rangeIn(sheet, area).Merge();
}

function same(a: HeldContent, b: HeldContent): boolean {
  return a.numberFormat === b.numberFormat && sameContent(a.content, b.content);
}
