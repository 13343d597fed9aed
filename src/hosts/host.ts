import type { Address, CellContent, CellRef, Edit, Range, SheetSnapshot } from '../core/sheet';

/** What a host can do. What it cannot is refused before the first write, with `unsupported`. */
export interface HostCapabilities {
  /** Conditional-format marks. */
  readonly marks: boolean;
  /** How the text of a mark is attached. */
  readonly notes: 'note' | 'comment' | 'none';
  readonly insertRows: boolean;
  readonly addSheet: boolean;
  readonly merge: boolean;
  /** Looks of cells, widths of columns, heights of rows. */
  readonly formats: boolean;
  /** What may be entered in cells, and the hints that go with it. */
  readonly validations: boolean;
  /** Paper, margins, print area, titles and page numbers. */
  readonly pageSetup: boolean;
  /** Protecting a sheet without a password. */
  readonly protect: boolean;
  /** Native charts that stay bound to cells. */
  readonly charts: boolean;
  /** One `apply` is one step of the host's own undo. */
  readonly undoGroup: boolean;
  /** Tells of changes, selection and sheet switches. */
  readonly events: boolean;
}

export interface SheetInfo {
  readonly name: string;
  readonly visible: boolean;
}

export interface ReadRequest {
  /** `active`: the sheet that is shown; `all`: every sheet; else by name. The record sheet always comes along. */
  readonly sheets: 'active' | 'all' | readonly string[];
}

/** What was read in one go. */
export interface WorkbookSnapshot {
  /** Every sheet of the workbook, in order. */
  readonly list: readonly SheetInfo[];
  /** Name of the sheet that is shown. */
  readonly active: string;
  /** The sheets asked for, in the workbook's order; the record sheet only where it was asked for by name or `all`. */
  readonly sheets: readonly SheetSnapshot[];
  /** The record sheet 绩效审核记录, null where the workbook has none. */
  readonly record: SheetSnapshot | null;
}

/** Everything that is needed to put things back. Opaque to all but the host that made it. */
export interface UndoRecord {
  readonly label: string;
  /** Inverse edits, in the order in which to apply them; each compares what it finds with what was written. */
  readonly edits: readonly Edit[];
  /** For the host alone: what cannot be said in edits (looks, sheets to delete). */
  readonly keep?: unknown;
}

export interface Applied {
  readonly status: 'applied';
  readonly undo: UndoRecord;
}

/** A cell does not hold what the edit expects: nothing was written. */
export interface Conflict {
  readonly status: 'conflict';
  readonly conflicts: readonly {
    readonly address: Address;
    readonly expected: CellContent;
    readonly found: CellContent;
  }[];
}

/** The write failed. `restored`: the sheet is as before; else `touched` names the cells with what they held. */
export interface Failed {
  readonly status: 'failed';
  readonly error: HostError;
  readonly restored: boolean;
  readonly touched: readonly { readonly address: Address; readonly was: CellContent }[];
}

export type ApplyResult = Applied | Conflict | Failed;

export interface ApplyOptions {
  /** For the host's undo list and messages: what was done, in the interface's language. */
  readonly label: string;
}

export type HostEvent =
  | { readonly kind: 'changed'; readonly sheet: string; readonly range: Range | null }
  | { readonly kind: 'activated'; readonly sheet: string }
  /** `ranges`: all that is selected, where it is more than the cell. */
  | { readonly kind: 'selected'; readonly sheet: string; readonly cell: CellRef; readonly ranges?: readonly Range[] };

export type HostErrorCode =
  /** The sheet is protected. */
  | 'protected'
  /** A cell is being edited. */
  | 'editing'
  /** The host cannot do this at all. */
  | 'unsupported'
  | 'missing-sheet'
  | 'sheet-exists'
  /** The sheet has a chart of that name already. */
  | 'chart-exists'
  /** More cells than one read or write can carry. */
  | 'too-large'
  /** A signed or read-only file. */
  | 'read-only'
  /** Part of a merged area, an array formula, a pivot table … */
  | 'cell-locked'
  /** The host did not answer or answered with a failure of its own; `detail` has its words. */
  | 'host';

/** A failure of the host, never a finding. `code` has its sentence for people in the catalogues. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: HostErrorCode,
    readonly detail: string = '',
    options?: ErrorOptions,
  ) {
    super(detail ? `${code}: ${detail}` : code, options);
  }
}

/** A spreadsheet: Excel, WPS, the workbench's grid, a file on disk, or memory. Reading never writes. */
export interface SpreadsheetHost {
  readonly capabilities: HostCapabilities;
  /** Throws HostError. */
  read(request: ReadRequest): Promise<WorkbookSnapshot>;
  /**
   * All of the edits or none of them, in the order that `Plan` gives. `from` of every `set` is compared first. Row
   * numbers in edits are those of before the call: rows are inserted after all else but protection, from below. A sheet
   * may be added, filled, drawn and protected in one call. Where looks overlap the later edit wins.
   */
  apply(edits: readonly Edit[], options: ApplyOptions): Promise<ApplyResult>;
  /**
   * Puts back what one `apply` changed; a conflict where the cells have changed since. Looks, sizes, validations and
   * print setup become what they were, whatever was done to them since; a sheet that was added is taken away.
   */
  undo(record: UndoRecord): Promise<ApplyResult>;
  /** Shows and selects a cell. Throws HostError. */
  select(address: Address): Promise<void>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: HostEvent) => void): () => void;
}
