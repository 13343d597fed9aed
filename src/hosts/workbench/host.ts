import { ICommandService, IUndoRedoService } from '@univerjs/core';
import { AddConditionalRuleMutation } from '@univerjs/preset-sheets-conditional-formatting';
import {
  SetSelectionsOperation,
  type FWorkbook,
  type FWorksheet,
  type ISetSelectionsOperationParams,
} from '@univerjs/preset-sheets-core';
import { UpdateNoteMutation } from '@univerjs/preset-sheets-note';
import { RECORD_SHEET, rangeOf, type Address, type Edit } from '../../core/sheet';
import { HostError } from '../host';
import type {
  ApplyOptions,
  ApplyResult,
  HostCapabilities,
  HostEvent,
  ReadRequest,
  SpreadsheetHost,
  UndoRecord,
  WorkbookSnapshot,
} from '../host';
import { CarryOut } from '../memory/carry-out';
import { findSheet, type MemorySheet, type MemoryState } from '../memory/state';
import { editsOf, planOf, refuseUnsupported, sheetKey, sheetsOf, type Plan } from '../plan';
import type { Grid } from './grid';
import { gridData, type GridSheet, type GridWorkbook } from './loading';
import { Changes } from './changes';
import { Drawings } from './drawings';
import { Journal, type Step } from './journal';
import { gridRange, readMarks, readNotes, readSnapshot } from './reading';
import { Snapshots } from './snapshots';
import { GridWriter, gridNote, markRule } from './writing';

const CAPABILITIES: HostCapabilities = {
  marks: true,
  notes: 'note',
  insertRows: true,
  addSheet: true,
  merge: true,
  formats: true,
  validations: true,
  pageSetup: true,
  protect: true,
  charts: false,
  undoGroup: true,
  events: true,
};

/** Milliseconds that the grid takes to scroll to a cell. */
const SCROLL = 0;
/** Rows and columns left in view before a cell that is scrolled to. */
const LEAD = { rows: 4, columns: 1 };

/** The workbook shown in the embedded grid. */
export class WorkbenchHost implements SpreadsheetHost {
  readonly capabilities = CAPABILITIES;
  /** What has been done to the workbook since it was opened, by whomever. */
  readonly changes: Changes;
  /** The same, step by step, to be kept and done again. */
  readonly journal: Journal;
  private readonly workbook: FWorkbook;
  private readonly writer: GridWriter;
  private readonly drawings: Drawings;
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly subscriptions: { dispose(): void }[];
  private readonly snapshots: Snapshots;
  private applying = false;

  constructor(
    private readonly grid: Grid,
    workbook: GridWorkbook,
  ) {
    const { api } = grid;
    this.workbook = api.createWorkbook(gridData(workbook));
    this.snapshots = new Snapshots(this.workbook);
    this.drawings = new Drawings(grid, this.workbook, (sheetId) => this.snapshots.outdate(sheetId, { kind: 'frame' }));
    this.writer = new GridWriter(grid, this.workbook, this.drawings);
    for (const sheet of workbook.sheets) this.annotate(sheet);
    this.workbook.setActiveSheet(this.sheet(workbook.active));
    grid.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(workbook.id);
    this.changes = new Changes(
      grid,
      this.workbook,
      (sheetId, what) => {
        this.snapshots.outdate(sheetId, what);
        const name = (sheetId && this.workbook.getSheetBySheetId(sheetId)?.getSheetName()) || this.active();
        const range = what.kind === 'cells' ? what.range : null;
        if (!this.applying) this.tell({ kind: 'changed', sheet: name, range });
      },
      () => this.applying,
    );
    this.journal = new Journal(grid, this.workbook, () => this.applying);
    this.subscriptions = [
      this.changes,
      this.journal,
      this.drawings,
      api.addEvent(api.Event.ActiveSheetChanged, ({ workbook: shown, activeSheet }) => {
        if (shown.getId() !== workbook.id || this.applying) return;
        this.tell({ kind: 'activated', sheet: activeSheet.getSheetName() });
      }),
      // Its own event is silent about cells that are gone to by name.
      api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
        if (id === SetSelectionsOperation.id) this.selected(params as ISetSelectionsOperationParams);
      }),
    ];
  }

  /** What the sheets hold, with the marks and notes on them: for saving. */
  get state(): MemoryState {
    return { sheets: this.workbook.getSheets().map((sheet) => this.whole(sheet)), active: this.active() };
  }

  /** Name of the sheet that is shown. */
  get shown(): string {
    return this.active();
  }

  async read({ sheets: wanted }: ReadRequest): Promise<WorkbookSnapshot> {
    await this.settleEditor();
    const { sheets: ahead, record: kept } = this.chosen(wanted);
    await this.snapshots.prepare(kept ? [...ahead, kept] : ahead);
    await this.settleEditor();
    const { all, active, sheets, record } = this.chosen(wanted);
    return {
      list: all.map((sheet) => ({ name: sheet.getSheetName(), visible: !sheet.isSheetHidden() })),
      active,
      sheets: sheets.map((sheet) => this.snapshots.of(sheet)),
      record: record ? this.snapshots.of(record) : null,
    };
  }

  private chosen(wanted: ReadRequest['sheets']) {
    const all = this.workbook.getSheets();
    const active = this.active();
    const names = wanted === 'all' ? null : wanted === 'active' ? [active] : wanted;
    const chosen = new Set(names?.map((name) => this.sheet(name).getSheetId()));
    return {
      all,
      active,
      sheets: all.filter((sheet) => !names || chosen.has(sheet.getSheetId())),
      record: all.find((sheet) => sheet.getSheetName() === RECORD_SHEET),
    };
  }

  /** What is half typed is no one's to read; whoever has left the cell for the pane has typed it to the end. */
  private async settleEditor(): Promise<void> {
    if (!this.workbook.isCellEditing()) return;
    if (this.grid.hasFocus()) throw new HostError('editing');
    await this.workbook.endEditingAsync();
  }

  async apply(edits: readonly Edit[], { label }: ApplyOptions): Promise<ApplyResult> {
    const { plan, conflicts } = planOf(edits);
    return conflicts.length > 0 ? { status: 'conflict', conflicts } : this.carryOut(plan, label);
  }

  async undo({ label, keep, edits }: UndoRecord): Promise<ApplyResult> {
    return this.carryOut((keep as Plan | undefined) ?? planOf(edits).plan, label);
  }

  async select({ sheet: name, row, column }: Address): Promise<void> {
    const sheet = this.sheet(name);
    if (sheet.isSheetHidden()) throw new HostError('missing-sheet', name);
    await this.leaveCell();
    await this.grid.drawn;
    if (this.active() !== sheet.getSheetName()) this.workbook.setActiveSheet(sheet);
    const area = sheet.getSheet().getMergedCell(row, column);
    const rows = area ? area.endRow - area.startRow + 1 : 1;
    const columns = area ? area.endColumn - area.startColumn + 1 : 1;
    const { startRow, startColumn } = area ?? { startRow: row, startColumn: column };
    sheet.setActiveSelection(sheet.getRange(startRow, startColumn, rows, columns));
    const seen = sheet.getVisibleRange();
    const inView =
      seen && row > seen.startRow && row < seen.endRow && column >= seen.startColumn && column < seen.endColumn;
    if (inView) return;
    sheet.scrollToCell(Math.max(0, row - LEAD.rows), Math.max(0, column - LEAD.columns), SCROLL);
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * Does again what was done to this workbook before, as it was kept by who listens to the journal. For right after
   * opening: nobody is told, and there is nothing to undo. Throws HostError.
   */
  async replay(steps: readonly Step[]): Promise<void> {
    try {
      await this.journal.replay(steps, ({ ours }) => (this.applying = ours));
    } finally {
      this.applying = false;
      this.snapshots.outdate(null, { kind: 'whole' });
      this.grid.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(this.workbook.getId());
    }
  }

  /** Takes the workbook off the grid. */
  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.listeners.clear();
    this.grid.api.disposeUnit(this.workbook.getId());
  }

  private active(): string {
    return this.workbook.getActiveSheet().getSheetName();
  }

  /** Throws HostError. Names are compared as spreadsheets do: without regard to case. */
  private sheet(name: string): FWorksheet {
    const sheet = this.workbook.getSheets().find((candidate) => sheetKey(candidate.getSheetName()) === sheetKey(name));
    if (!sheet) throw new HostError('missing-sheet', name);
    return sheet;
  }

  private whole(sheet: FWorksheet): MemorySheet {
    return {
      snapshot: this.snapshots.of(sheet),
      marks: readMarks(sheet),
      notes: readNotes(sheet),
      drawing: this.drawings.of(sheet.getSheetId()),
    };
  }

  /** What is being typed is taken as written; else it would be lost, or overwrite what comes now. */
  private async leaveCell(): Promise<void> {
    if (this.workbook.isCellEditing()) await this.workbook.endEditingAsync(true);
  }

  private async carryOut(plan: Plan, label: string): Promise<ApplyResult> {
    await this.leaveCell();
    const before = this.state;
    const work = new CarryOut(before, plan, true, () => undefined);
    try {
      refuseUnsupported(plan, CAPABILITIES);
      const conflicts = work.run();
      if (conflicts.length > 0) return { status: 'conflict', conflicts };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { status: 'failed', error, restored: true, touched: [] };
    }
    this.applying = true;
    this.journal.hold();
    try {
      const undo = await this.writer.run(plan, work.state.sheets, work.undo);
      return { status: 'applied', undo: { label, edits: editsOf(undo), keep: undo } };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const restored = sheetsOf(plan).every((name) => this.isAsBefore(before, name));
      return { status: 'failed', error, restored, touched: restored ? [] : [...work.touched.values()] };
    } finally {
      this.applying = false;
      this.journal.release();
    }
  }

  private isAsBefore(before: MemoryState, name: string): boolean {
    const sheet = findSheet(before, name)?.snapshot;
    const now = readSnapshot(this.workbook, this.sheet(name));
    return !!sheet && JSON.stringify([sheet.cells, sheet.merges]) === JSON.stringify([now.cells, now.merges]);
  }

  /** Marks and notes that came with the workbook; they are nothing to undo. */
  private annotate({ snapshot, marks = [], notes = [] }: GridSheet): void {
    const commands = this.grid.univer.__getInjector().get(ICommandService);
    const subUnitId = this.sheet(snapshot.name).getSheetId();
    const unitId = this.workbook.getId();
    for (const level of ['error', 'warning', 'info'] as const) {
      const ranges = marks.filter((mark) => mark.level === level).map(({ cell }) => gridRange(rangeOf(cell)));
      if (ranges.length === 0) continue;
      commands.syncExecuteCommand(AddConditionalRuleMutation.id, { unitId, subUnitId, rule: markRule(level, ranges) });
    }
    for (const { cell, text } of notes) {
      const { row, column: col } = cell;
      const params = { unitId, sheetId: subUnitId, row, col, note: gridNote(row, col, text) };
      commands.syncExecuteCommand(UpdateNoteMutation.id, params);
    }
  }

  private selected({ unitId, selections }: ISetSelectionsOperationParams): void {
    const last = selections.at(-1)?.range;
    if (!last || unitId !== this.workbook.getId() || this.applying) return;
    const cell = { row: last.startRow, column: last.startColumn };
    const ranges = selections.map(({ range }) => ({
      top: range.startRow,
      left: range.startColumn,
      bottom: range.endRow,
      right: range.endColumn,
    }));
    this.tell({ kind: 'selected', sheet: this.active(), cell, ranges });
  }

  private tell(event: HostEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}
