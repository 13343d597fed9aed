import { Direction, IUndoRedoService, RANGE_TYPE, generateRandomId } from '@univerjs/core';
import type { ICellData, IObjectMatrixPrimitiveType, IRange } from '@univerjs/core';
import { AddCfCommand, DeleteCfCommand } from '@univerjs/preset-sheets-conditional-formatting';
import type { IConditionFormattingRule } from '@univerjs/preset-sheets-conditional-formatting';
import {
  AddWorksheetMergeCommand,
  InsertRowByRangeCommand,
  InsertSheetCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  RemoveWorksheetMergeCommand,
  SetRangeValuesCommand,
} from '@univerjs/preset-sheets-core';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import { RemoveNoteMutation, UpdateNoteMutation } from '@univerjs/preset-sheets-note';
import type { ISheetNote } from '@univerjs/preset-sheets-note';
import {
  MARK_FILL,
  intersects,
  markFormula,
  rangeOf,
  type CellRef,
  type MarkLevel,
  type Range,
} from '../../core/sheet';
import { HostError } from '../host';
import { shiftDrawing } from '../memory/drawing';
import { sameCell, type MemorySheet } from '../memory/state';
import { cellKey, drawingOf, sheetKey, type Plan, type Rows, type Write } from '../plan';
import { writeContent } from './cells';
import { drawOn, gridDrawing, redrawOn, type Commands, type GridDrawing } from './drawing';
import type { Drawings } from './drawings';
import type { Grid } from './grid';
import { formatNow, gridRange, markRules, rangeOfGrid } from './reading';

/** Black on the light fills, in dark mode too. */
const MARK_TEXT = '#000000';
const LEVELS: readonly MarkLevel[] = ['error', 'warning', 'info'];
const NOTE_WIDTH = 300;
const NOTE_LINE = 24;
const NOTE_LINE_CHARACTERS = 20;

const GENERAL = 'General';

function cellId(sheet: string, cell: CellRef): string {
  return `${sheetKey(sheet)}!${cellKey(cell)}`;
}

/** Rows and columns of a sheet that the add-in opens. */
const NEW_SHEET = { rowCount: 200, columnCount: 26 };
/** Empty rows below contents, to write into. */
const SPARE_ROWS = 30;

/** The height of a note that shows its text without scrolling. */
function noteHeight(text: string): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / NOTE_LINE_CHARACTERS)), 0);
  return Math.min(360, 40 + lines * NOTE_LINE);
}

/** A note as the grid keeps it. */
export function gridNote(row: number, column: number, note: string): ISheetNote {
  return { id: generateRandomId(6), row, col: column, width: NOTE_WIDTH, height: noteHeight(note), note };
}

/** Carries out plans on the grid through its commands, so that everything is in its undo list. */
export class GridWriter {
  private readonly unitId: string;
  /** What the number formats were that the last plan changed. */
  private readonly formats = new Map<string, string>();
  /** How the sheets were drawn on which the last plan drew. */
  private readonly drawn = new Map<string, GridDrawing>();
  /** By the names of sheets that were added: the one that was shown then, to which one comes back when they go. */
  private readonly addedFrom = new Map<string, string>();

  constructor(
    private readonly grid: Grid,
    private readonly workbook: FWorkbook,
    private readonly drawings: Drawings,
  ) {
    this.unitId = workbook.getId();
  }

  /**
   * All of a plan as one step of the grid's own undo list. `after` holds what the sheets of the plan come to be, with
   * the marks and notes that they end with, `inverse` what would undo the contents; what comes back also undoes the
   * number formats, those of empty cells too. Throws HostError; what was written by then is taken back.
   */
  async run(plan: Plan, after: readonly MemorySheet[], inverse: Plan): Promise<Plan> {
    this.formats.clear();
    this.drawn.clear();
    const undoList = this.grid.univer.__getInjector().get(IUndoRedoService);
    const before = undoList.pitchTopUndoElement();
    const batch = undoList.__tempBatchingUndoRedo(this.unitId);
    try {
      await this.carryOut(plan, after);
    } catch (error) {
      batch.dispose();
      const step = undoList.pitchTopUndoElement();
      if (step && step !== before) {
        step.id = generateRandomId(8);
        undoList.rollback(step.id, this.unitId);
      }
      throw error instanceof HostError ? error : new HostError('host', String(error), { cause: error });
    }
    batch.dispose();
    const sets = inverse.sets.map((write): Write => {
      const numberFormat = this.formats.get(cellId(write.sheet, write.cell));
      return numberFormat === undefined ? write : { ...write, numberFormat };
    });
    const redraws = inverse.redraws.map(({ sheet, kept }) => ({
      sheet,
      kept: { ...(kept as object), grid: this.drawn.get(sheetKey(sheet)) },
    }));
    return { ...inverse, sets, redraws };
  }

  private async carryOut(plan: Plan, after: readonly MemorySheet[]): Promise<void> {
    for (const rows of plan.deleteRows) await this.rows(RemoveRowByRangeCommand.id, rows);
    const shown = this.workbook.getActiveSheet().getSheetId();
    for (const { sheet, visible } of plan.addSheets) await this.addSheet(sheet, visible, plan);
    for (const { sheet, range } of plan.unmerges) await this.unmerge(sheet, range);
    await this.set(plan.sets);
    for (const { sheet, range } of plan.merges) await this.merge(sheet, range);
    await this.draw(plan, after);
    for (const rows of plan.insertRows) await this.rows(InsertRowByRangeCommand.id, rows);
    const gone = new Set(plan.deleteSheets.map(sheetKey));
    const marked = new Set(
      [...plan.clearMarks, ...plan.unmarks.map(({ sheet }) => sheet), ...plan.marks.map(({ sheet }) => sheet)].map(
        sheetKey,
      ),
    );
    for (const sheet of after) {
      const key = sheetKey(sheet.snapshot.name);
      if (marked.has(key) && !gone.has(key)) await this.mark(sheet);
    }
    if (plan.addSheets.length > 0) this.showAgain(shown);
    for (const { sheet } of plan.addSheets) this.addedFrom.set(sheetKey(sheet), shown);
    for (const name of plan.deleteSheets) {
      const id = this.sheet(name).getSheetId();
      const from = this.workbook.getActiveSheet().getSheetId() === id ? this.addedFrom.get(sheetKey(name)) : undefined;
      await this.command(RemoveSheetCommand.id, { subUnitId: id });
      if (from !== undefined) this.showAgain(from);
    }
  }

  /** The grid shows a sheet that is added, and not at once. */
  private showAgain(sheetId: string): void {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (sheet && this.workbook.getActiveSheet().getSheetId() !== sheetId) this.workbook.setActiveSheet(sheet);
  }

  private sheet(name: string): FWorksheet {
    const sheet = this.workbook.getSheets().find((candidate) => sheetKey(candidate.getSheetName()) === sheetKey(name));
    if (!sheet) throw new HostError('missing-sheet', name);
    return sheet;
  }

  private async command(id: string, params: object): Promise<void> {
    const done = await this.grid.api.executeCommand(id, { unitId: this.unitId, ...params });
    if (!done) throw new HostError('host', id);
  }

  /** Opens rows with the looks of the row above them, or takes rows away. */
  private async rows(id: string, { sheet: name, before, count }: Rows): Promise<void> {
    const sheet = this.sheet(name);
    const last = sheet.getSheet().getColumnCount() - 1;
    const range: IRange = {
      startRow: before,
      endRow: before + count - 1,
      startColumn: 0,
      endColumn: last,
      rangeType: RANGE_TYPE.ROW,
    };
    const looks: IObjectMatrixPrimitiveType<ICellData> = {};
    if (id === InsertRowByRangeCommand.id && before > 0) {
      const row: Record<number, ICellData> = {};
      for (let column = 0; column <= last; column += 1) {
        const style = sheet.getSheet().getCellRaw(before - 1, column)?.s;
        if (style) row[column] = { s: style };
      }
      for (let index = 0; index < count; index += 1) looks[before + index] = row;
    }
    await this.command(id, { subUnitId: sheet.getSheetId(), direction: Direction.UP, range, cellValue: looks });
  }

  /** Looks, sizes, validations; and what only files show, as the sheets keep it. */
  private async draw(plan: Plan, after: readonly MemorySheet[]): Promise<void> {
    const commands: Commands = {
      run: (id, params) => this.command(id, params),
      mutate: async (redo, undo) => {
        await this.command(redo.id, redo.params);
        const undoList = this.grid.univer.__getInjector().get(IUndoRedoService);
        undoList.pushUndoRedo({ unitID: this.unitId, redoMutations: [redo], undoMutations: [undo] });
      },
    };
    const names = new Map([...drawingOf(plan), ...plan.redraws].map(({ sheet }) => [sheetKey(sheet), sheet]));
    for (const [key, name] of names) {
      const sheet = this.sheet(name);
      const redraws = plan.redraws.filter((redraw) => sheetKey(redraw.sheet) === key);
      const kept = redraws.map((redraw) => (redraw.kept as { readonly grid: GridDrawing }).grid);
      this.drawn.set(key, gridDrawing(this.workbook, sheet, plan, kept));
      await drawOn(sheet, plan, commands);
      for (const drawing of kept) await redrawOn(sheet, drawing, commands);
    }
    for (const { snapshot, drawing } of after) {
      const key = sheetKey(snapshot.name);
      const named = [...plan.protects, ...plan.unprotects].some((sheet) => sheetKey(sheet) === key);
      if (!names.has(key) && !named) continue;
      // The rows that are opened next move it to where it is to lie.
      const rows = plan.insertRows.filter(({ sheet }) => sheetKey(sheet) === key).reverse();
      const before = rows.reduce((moved, { before: row, count }) => shiftDrawing(moved, row, -count), drawing);
      this.drawings.set(this.sheet(snapshot.name).getSheetId(), before, snapshot.protected);
    }
  }

  private async addSheet(name: string, visible: boolean, plan: Plan): Promise<void> {
    const id = generateRandomId(8);
    const cells = plan.sets.filter((write) => sheetKey(write.sheet) === sheetKey(name)).map(({ cell }) => cell);
    const size = {
      rowCount: cells.reduce((most, { row }) => Math.max(most, row + SPARE_ROWS), NEW_SHEET.rowCount),
      columnCount: cells.reduce((most, { column }) => Math.max(most, column + 1), NEW_SHEET.columnCount),
    };
    const sheet = { id, name, hidden: visible ? 0 : 1, ...size };
    await this.command(InsertSheetCommand.id, { index: this.workbook.getSheets().length, sheet });
  }

  private async unmerge(name: string, range: Range): Promise<void> {
    const sheet = this.sheet(name);
    const areas = sheet
      .getSheet()
      .getMergeData()
      .filter((area) => intersects(rangeOfGrid(area), range));
    if (areas.length === 0) return;
    await this.command(RemoveWorksheetMergeCommand.id, { subUnitId: sheet.getSheetId(), ranges: areas });
  }

  private async merge(name: string, range: Range): Promise<void> {
    await this.unmerge(name, range);
    await this.command(AddWorksheetMergeCommand.id, {
      subUnitId: this.sheet(name).getSheetId(),
      selections: [gridRange(range)],
      defaultMerge: true,
    });
  }

  /** All writes to a sheet in one command. */
  private async set(sets: readonly Write[]): Promise<void> {
    const bySheet = new Map<string, Write[]>();
    for (const write of sets) {
      const key = sheetKey(write.sheet);
      bySheet.set(key, [...(bySheet.get(key) ?? []), write]);
    }
    for (const [name, writes] of bySheet) {
      const sheet = this.sheet(name);
      const value: Record<number, Record<number, ICellData>> = {};
      for (const write of writes) (value[write.cell.row] ??= {})[write.cell.column] = this.dataOf(write, sheet);
      await this.command(SetRangeValuesCommand.id, { subUnitId: sheet.getSheetId(), value });
    }
  }

  private dataOf(write: Write, sheet: FWorksheet): ICellData {
    const data = writeContent(write.to);
    const now = formatNow(this.workbook, sheet, write.cell);
    const then = formatAfter(write, now);
    if (then !== now) this.formats.set(cellId(write.sheet, write.cell), now ?? GENERAL);
    return then === now ? data : { ...data, s: { n: then === undefined ? null : { pattern: then } } };
  }

  /** Makes the marks and our notes on a sheet what they are to be. */
  private async mark({ snapshot, marks, notes }: MemorySheet): Promise<void> {
    const sheet = this.sheet(snapshot.name);
    const subUnitId = sheet.getSheetId();
    for (const { id } of markRules(sheet)) await this.command(DeleteCfCommand.id, { subUnitId, cfId: id });
    for (const level of LEVELS) {
      const ranges = marks.filter((mark) => mark.level === level).map(({ cell }) => gridRange(rangeOf(cell)));
      if (ranges.length > 0) await this.command(AddCfCommand.id, { subUnitId, rule: markRule(level, ranges) });
    }
    await this.annotate(sheet, notes);
  }

  private async annotate(sheet: FWorksheet, wanted: MemorySheet['notes']): Promise<void> {
    const sheetId = sheet.getSheetId();
    const now = sheet.getNotes();
    const place = { unitId: this.unitId, sheetId };
    const redoMutations = [];
    const undoMutations = [];
    for (const note of now) {
      const kept = wanted.some(
        ({ cell, text }) => sameCell(cell, { row: note.row, column: note.col }) && text === note.note,
      );
      if (kept) continue;
      redoMutations.push({ id: RemoveNoteMutation.id, params: { ...place, noteId: note.id } });
      undoMutations.unshift({ id: UpdateNoteMutation.id, params: { ...place, row: note.row, col: note.col, note } });
    }
    for (const { cell, text } of wanted) {
      if (now.some((note) => note.row === cell.row && note.col === cell.column && note.note === text)) continue;
      const note = gridNote(cell.row, cell.column, text);
      redoMutations.push({ id: UpdateNoteMutation.id, params: { ...place, row: cell.row, col: cell.column, note } });
      undoMutations.unshift({ id: RemoveNoteMutation.id, params: { ...place, noteId: note.id } });
    }
    if (redoMutations.length === 0) return;
    for (const { id, params } of redoMutations) await this.command(id, params);
    const undoList = this.grid.univer.__getInjector().get(IUndoRedoService);
    undoList.pushUndoRedo({ unitID: this.unitId, redoMutations, undoMutations });
  }
}

/** The number format that a write leaves a cell with: as in memory, a number in a text cell (`@`) would become text. */
function formatAfter({ to, numberFormat }: Write, now: string | undefined): string | undefined {
  const stated = numberFormat ?? ('number' in to ? to.numberFormat : undefined);
  if (stated !== undefined) return stated === GENERAL ? undefined : stated;
  return now === '@' && !('text' in to) && !('blank' in to) ? undefined : now;
}

/** Our rule on the given cells. */
export function markRule(level: MarkLevel, ranges: IRange[]): IConditionFormattingRule {
  return {
    cfId: generateRandomId(8),
    ranges,
    stopIfTrue: false,
    rule: {
      type: 'highlightCell',
      subType: 'formula',
      value: markFormula(level),
      style: { bg: { rgb: MARK_FILL[level] }, cl: { rgb: MARK_TEXT } },
    } as IConditionFormattingRule['rule'],
  };
}
