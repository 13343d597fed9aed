import { patchWorkbook, readWorkbook, writeWorkbook, type WorkbookPatch } from '../formats/xlsx';
import type { SheetLooks } from '../formats/looks';
import { drawsOf, NO_DRAWING } from '../hosts/memory/drawing';
import type { MemoryState } from '../hosts/memory/state';
import { markEditsOf } from './difference';

/** Pixels of a character of the usual font. */
const CHARACTER = 7;

/** A new workbook with what the grid holds: contents, merged areas, marks with their notes, column widths. */
export function newWorkbook(state: MemoryState, looksOf: (sheet: string) => SheetLooks | undefined): Uint8Array {
  const drawn = new Set(
    state.sheets.filter(({ drawing }) => drawing !== NO_DRAWING).map(({ snapshot }) => snapshot.name),
  );
  const bytes = writeWorkbook(
    state.sheets.map(({ snapshot }) => snapshot),
    {
      active: state.active,
      draws: state.sheets.flatMap(({ snapshot, drawing }) => drawsOf(snapshot.name, drawing)),
      layout: ({ name }) => {
        const widths = looksOf(name)?.columnWidths ?? new Map<number, number>();
        const last = Math.max(-1, ...widths.keys());
        const columnWidths = Array.from({ length: last + 1 }, (_, column) => {
          const width = widths.get(column);
          return width === undefined ? undefined : Math.round((width / CHARACTER) * 10) / 10;
        });
        return drawn.has(name) ? { columnWidths } : { columnWidths, wrap: true, borders: true };
      },
    },
  );
  const marks: WorkbookPatch['marks'] = state.sheets.flatMap(markEditsOf);
  return marks.length === 0 ? bytes : patchWorkbook(readWorkbook(bytes), { marks }).zip.save();
}
