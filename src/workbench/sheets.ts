import type { CellRef, MarkLevel, Range, SheetSnapshot } from '../core/sheet';
import { marksOf, notesOf, type WorkbookFile } from '../formats/xlsx';
import { readLooks } from '../formats/xlsx/looks';
import type { GridSheet } from '../hosts/workbench';
import { plainLooks, withRowHeights } from './looks';

/** A sheet that came without looks. */
export function plainSheet(snapshot: SheetSnapshot): GridSheet {
  return { snapshot, looks: plainLooks(snapshot) };
}

function* cellsOf({ top, left, bottom, right }: Range): Iterable<CellRef> {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield { row, column };
  }
}

/** The sheets of a file for the grid: with their own looks, or plain ones where they have none. */
export function gridSheets(file: WorkbookFile): GridSheet[] {
  const looks = readLooks(file);
  return file.sheets.map((snapshot, index): GridSheet => {
    const own = looks[index];
    const areas = Object.entries(marksOf(file, snapshot.name)) as [MarkLevel, readonly Range[]][];
    return {
      snapshot,
      looks: own ? withRowHeights(snapshot, own) : plainLooks(snapshot),
      marks: areas.flatMap(([level, ranges]) =>
        ranges.flatMap((range) => [...cellsOf(range)].map((cell) => ({ cell, level }))),
      ),
      notes: notesOf(file, snapshot.name),
    };
  });
}
