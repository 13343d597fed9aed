import type { CellRef, MarkLevel, Range, SheetSnapshot } from '../core/sheet';
import { marksOf, notesOf, type WorkbookFile } from '../formats/xlsx';
import { looksOf } from '../formats/xlsx/looks';
import type { GridSheet } from '../hosts/workbench';
import { drive } from '../session/slices';
import { fittingRows, makingPlain } from './looks';

function* cellsOf({ top, left, bottom, right }: Range): Iterable<CellRef> {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield { row, column };
  }
}

/** The sheets of a file for the grid: with their own looks, or plain ones where they have none. */
function* dressed(file: WorkbookFile): Generator<undefined, GridSheet[]> {
  const looks = looksOf(file);
  const sheets: GridSheet[] = [];
  for (const snapshot of file.sheets) {
    yield;
    const own = looks.next().value;
    yield;
    const areas = Object.entries(marksOf(file, snapshot.name)) as [MarkLevel, readonly Range[]][];
    sheets.push({
      snapshot,
      looks: yield* own ? fittingRows(snapshot, own) : makingPlain(snapshot),
      marks: areas.flatMap(([level, ranges]) =>
        ranges.flatMap((range) => [...cellsOf(range)].map((cell) => ({ cell, level }))),
      ),
      notes: notesOf(file, snapshot.name),
    });
  }
  return sheets;
}

/** Sheets that came without looks. */
function* plain(sheets: readonly SheetSnapshot[]): Generator<undefined, GridSheet[]> {
  const found: GridSheet[] = [];
  for (const snapshot of sheets) found.push({ snapshot, looks: yield* makingPlain(snapshot) });
  return found;
}

/** Lets the page have its turns: a large file takes a while. */
async function slowly<R>(work: Generator<undefined, R>): Promise<R> {
  const pacing = { clock: () => performance.now(), schedule: (go: () => void) => void setTimeout(go, 0) };
  return (await drive(work, pacing, { cancelled: () => false, progress: () => undefined })) as R;
}

export const gridSheets = (file: WorkbookFile): Promise<GridSheet[]> => slowly(dressed(file));
export const plainSheets = (sheets: readonly SheetSnapshot[]): Promise<GridSheet[]> => slowly(plain(sheets));
