import { present, shiftRange, shiftRow } from '../../core/sheet';
import type { Cell, CellRef, ChartEdit, MarkLevel, SheetSnapshot } from '../../core/sheet';
import { shiftDrawing } from './drawing';
import type { Drawing } from './drawing';

export interface Mark {
  readonly cell: CellRef;
  readonly level: MarkLevel;
}

export interface Note {
  readonly cell: CellRef;
  readonly text: string;
}

/** A sheet with what a snapshot leaves out. Never changed: every step makes a new one. */
export interface MemorySheet {
  readonly snapshot: SheetSnapshot;
  readonly marks: readonly Mark[];
  readonly notes: readonly Note[];
  readonly drawing: Drawing;
  /** The latest on top; left out for none. */
  readonly charts?: readonly ChartEdit[];
}

export interface MemoryState {
  readonly sheets: readonly MemorySheet[];
  readonly active: string;
}

export function sameCell(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column;
}

/** Names of sheets are compared as spreadsheets do: without regard to case. */
export function findSheet(state: MemoryState, name: string): MemorySheet | undefined {
  const wanted = name.toLowerCase();
  return state.sheets.find((sheet) => sheet.snapshot.name.toLowerCase() === wanted);
}

export function replaceSheet(state: MemoryState, sheet: MemorySheet): MemoryState {
  const name = sheet.snapshot.name.toLowerCase();
  return { ...state, sheets: state.sheets.map((old) => (old.snapshot.name.toLowerCase() === name ? sheet : old)) };
}

export function withCell(sheet: MemorySheet, ref: CellRef, cell: Cell | null): MemorySheet {
  const cells = [...sheet.snapshot.cells];
  const row = [...(cells[ref.row] ?? [])];
  row[ref.column] = cell;
  cells[ref.row] = row;
  return { ...sheet, snapshot: { ...sheet.snapshot, cells } };
}

/** Opens `count` rows above row `before`; a negative count closes the rows from `before` on. */
export function withRows(sheet: MemorySheet, before: number, count: number): MemorySheet {
  const { snapshot } = sheet;
  const cells = Array.from(snapshot.cells);
  if (count > 0) {
    if (before < cells.length) cells.splice(before, 0, ...Array.from({ length: count }, () => undefined));
  } else {
    cells.splice(before, -count);
  }
  const move = <T extends { readonly cell: CellRef }>(item: T): T | null => {
    const row = shiftRow(item.cell.row, before, count);
    return row === null ? null : { ...item, cell: { ...item.cell, row } };
  };
  return {
    snapshot: {
      ...snapshot,
      cells,
      merges: snapshot.merges.map((merge) => shiftRange(merge, before, count)).filter(present),
      hiddenRows: new Set([...snapshot.hiddenRows].map((row) => shiftRow(row, before, count)).filter(present)),
    },
    marks: sheet.marks.map(move).filter(present),
    notes: sheet.notes.map(move).filter(present),
    drawing: shiftDrawing(sheet.drawing, before, count),
    charts: (sheet.charts ?? []).map((chart) => ({
      ...chart,
      source: shiftRange(chart.source, before, count) ?? chart.source,
      place: shiftRange(chart.place, before, count) ?? chart.place,
    })),
  };
}
