import { RECORD_SHEET } from '../../core/sheet';
import type { Address, CellContent, ChartEdit, Edit, SheetSnapshot } from '../../core/sheet';
import { HostError } from '../host';
import type {
  ApplyOptions,
  ApplyResult,
  Failed,
  HostCapabilities,
  HostEvent,
  ReadRequest,
  SpreadsheetHost,
  UndoRecord,
  WorkbookSnapshot,
} from '../host';
import { editsOf, planOf, refuseUnsupported, sheetKey } from '../plan';
import type { Plan } from '../plan';
import { CarryOut, cellOf } from './carry-out';
import { NO_DRAWING } from './drawing';
import type { Drawing } from './drawing';
import { findSheet, replaceSheet, withCell } from './state';
import type { Mark, MemorySheet, MemoryState, Note } from './state';

export { formatAt, validationAt } from './drawing';
export type { Drawing, PageSetup, Validation } from './drawing';
export type { Mark, Note } from './state';

export interface MemoryOptions {
  /** The first sheet by default. */
  readonly active?: string;
  readonly capabilities?: Partial<HostCapabilities>;
}

/** What goes wrong, and when: for tests of those who use a host. */
export interface Fault {
  /** Which of the next calls or writes fails; 1 is the next one. */
  readonly at: number;
  readonly error: HostError;
  /** Whether the host can put back what it had written. */
  readonly restore: boolean;
}

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
  charts: true,
  undoGroup: false,
  events: true,
};

/** A workbook in memory: for samples, sessions without a spreadsheet, and tests. It computes no formulas. */
export class MemoryHost implements SpreadsheetHost {
  readonly capabilities: HostCapabilities;
  private state: MemoryState;
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private writeFault: Fault | null = null;
  private readFault: HostError | null = null;
  private selection: Address | null = null;
  private counts = { reads: 0, writes: 0 };

  constructor(sheets: readonly SheetSnapshot[], options: MemoryOptions = {}) {
    const active = options.active ?? sheets[0]?.name ?? '';
    this.capabilities = { ...CAPABILITIES, ...options.capabilities };
    this.state = {
      sheets: sheets.map((snapshot) => ({ snapshot, marks: [], notes: [], drawing: NO_DRAWING })),
      active,
    };
  }

  async read({ sheets: wanted }: ReadRequest): Promise<WorkbookSnapshot> {
    this.counts.reads += 1;
    const fault = this.readFault;
    this.readFault = null;
    if (fault) throw fault;
    const { sheets, active } = this.state;
    const snapshots = sheets.map((sheet) => sheet.snapshot);
    const names = new Set(
      (wanted === 'all' ? snapshots.map(({ name }) => name) : wanted === 'active' ? [active] : wanted).map(sheetKey),
    );
    for (const name of typeof wanted === 'string' ? [] : wanted) this.sheet(name);
    return {
      list: snapshots.map(({ name, visible }) => ({ name, visible })),
      active,
      sheets: snapshots.filter(({ name }) => names.has(sheetKey(name))),
      record: findSheet(this.state, RECORD_SHEET)?.snapshot ?? null,
    };
  }

  async apply(edits: readonly Edit[], { label }: ApplyOptions): Promise<ApplyResult> {
    const { plan, conflicts } = planOf(edits);
    return conflicts.length > 0 ? { status: 'conflict', conflicts } : this.carryOut(plan, label);
  }

  async undo({ label, keep, edits }: UndoRecord): Promise<ApplyResult> {
    return this.carryOut((keep as Plan | undefined) ?? planOf(edits).plan, label);
  }

  async select(address: Address): Promise<void> {
    const { name } = this.sheet(address.sheet).snapshot;
    const { row, column } = address;
    const moved = this.state.active !== name;
    this.state = { ...this.state, active: name };
    this.selection = { sheet: name, row, column };
    if (moved) this.tell({ kind: 'activated', sheet: name });
    this.tell({ kind: 'selected', sheet: name, cell: { row, column } });
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** What a person does to a sheet: it is told to the listeners, as a host tells of it. */
  edit(name: string, change: (sheet: SheetSnapshot) => SheetSnapshot): void {
    const sheet = this.sheet(name);
    this.state = replaceSheet(this.state, { ...sheet, snapshot: change(sheet.snapshot) });
    this.tell({ kind: 'changed', sheet: sheet.snapshot.name, range: null });
  }

  /** A person types into a cell. */
  type(address: Address, content: CellContent): void {
    const sheet = this.sheet(address.sheet);
    const { row, column } = address;
    const was = sheet.snapshot.cells[row]?.[column] ?? null;
    this.state = replaceSheet(this.state, withCell(sheet, { row, column }, cellOf(content, was)));
    const range = { top: row, bottom: row, left: column, right: column };
    this.tell({ kind: 'changed', sheet: sheet.snapshot.name, range });
  }

  /** A note of a person's own. */
  addNote(address: Address, text: string): void {
    const sheet = this.sheet(address.sheet);
    const cell = { row: address.row, column: address.column };
    this.state = replaceSheet(this.state, { ...sheet, notes: [...sheet.notes, { cell, text }] });
  }

  marks(name: string): readonly Mark[] {
    return this.sheet(name).marks;
  }

  notes(name: string): readonly Note[] {
    return this.sheet(name).notes;
  }

  /** Looks, sizes, validations and print setup of a sheet; `formatAt` and `validationAt` tell them cell by cell. */
  drawing(name: string): Drawing {
    return this.sheet(name).drawing;
  }

  charts(name: string): readonly ChartEdit[] {
    return this.sheet(name).charts ?? [];
  }

  get selected(): Address | null {
    return this.selection;
  }

  /** Calls of `read`, and single writes carried out. */
  get traffic(): { readonly reads: number; readonly writes: number } {
    return { ...this.counts };
  }

  failWrite(fault: Partial<Fault> = {}): void {
    this.writeFault = { at: 1, error: new HostError('host', 'fault'), restore: true, ...fault };
  }

  failRead(error: HostError = new HostError('host', 'fault')): void {
    this.readFault = error;
  }

  private carryOut(plan: Plan, label: string): ApplyResult {
    const before = this.state;
    const fault = this.writeFault;
    let writes = 0;
    const work = new CarryOut(before, plan, this.capabilities.notes !== 'none', () => {
      writes += 1;
      if (fault && writes >= fault.at) throw fault.error;
    });
    try {
      refuseUnsupported(plan, this.capabilities);
      const conflicts = work.run();
      if (conflicts.length > 0) return { status: 'conflict', conflicts };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.writeFault = null;
      return this.failed(error, work, error !== fault?.error || fault.restore);
    }
    this.state = work.state;
    this.counts.writes += writes;
    return { status: 'applied', undo: { label, edits: editsOf(work.undo), keep: work.undo } };
  }

  private failed(error: HostError, work: CarryOut, restored: boolean): Failed {
    if (restored) return { status: 'failed', error, restored, touched: [] };
    this.state = work.state;
    return { status: 'failed', error, restored, touched: [...work.touched.values()] };
  }

  private sheet(name: string): MemorySheet {
    const sheet = findSheet(this.state, name);
    if (!sheet) throw new HostError('missing-sheet', name);
    return sheet;
  }

  private tell(event: HostEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}
