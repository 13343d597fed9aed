import type { IndicatorTable, SheetReading, Unread } from '../core/indicator';
import type { CheckProgress, RuleFailure } from '../core/check';
import type { Finding, Suppression } from '../core/rules/finding';
import type { Address, CellContent, CellRef, Range, SheetSnapshot } from '../core/sheet';
import { HostError, type HostCapabilities, type HostErrorCode } from '../hosts/host';
import type { Locale } from '../i18n';
import { groupsOf, type Counts, type Filter } from './groups';
import type { CurrentCorrection } from './record';
import type { Settings } from './settings';

/** 自查, 评分, 表样, 指标库, 审核, 设置: what the pane shows. */
export type View = 'check' | 'score' | 'forms' | 'library' | 'review' | 'settings';

export type Phase = 'idle' | 'reading' | 'checking' | 'writing';

/** What the last complete check found. */
export interface Checked {
  readonly sheet: string;
  /** The sheet as it was read. */
  readonly snapshot: SheetSnapshot;
  readonly protected: boolean;
  readonly tables: readonly IndicatorTable[];
  /** Set when `tables` is empty. */
  readonly unread: Unread | null;
  readonly findings: readonly Finding[];
  /** Suppressions that no finding of this sheet needs. */
  readonly stale: readonly Suppression[];
  /** Suppressions typed by hand that are of no finding for certain. */
  readonly unmatched: readonly Suppression[];
  readonly failures: readonly RuleFailure[];
  /** The corrections of the column mapping in force on this sheet. */
  readonly corrections: readonly CurrentCorrection[];
  /** Cells whose PERF formulas were turned into native ones or values, and can be brought back. */
  readonly converted: readonly CellRef[];
  /** 绩效审核记录 as it was read; null where the workbook has none. */
  readonly record: SheetSnapshot | null;
  /** Names of the workbook's sheets but our own, in order. */
  readonly sheets: readonly string[];
  readonly at: Date;
}

export type ProblemCode =
  | HostErrorCode
  /** The cells do not hold what the fix expects: nothing was written. */
  | 'conflict'
  /** The cells changed since what is to be undone: nothing was written. */
  | 'changed-since'
  /** A write failed half-way and what was there could not be put back. */
  | 'not-restored'
  /** A fault of the program. */
  | 'internal';

export type Activity = 'check' | 'fix' | 'undo' | 'record' | 'mark' | 'score' | 'insert' | 'review' | 'select';

/** Another file that the workbook is held against: approved targets, last year's self-evaluation. */
export interface ReferenceFile {
  readonly name: string;
  readonly readings: readonly SheetReading[];
}

/** Why something did not come about. Its sentence and what to do are in the catalogues, by code. */
export interface Problem {
  readonly code: ProblemCode;
  readonly during: Activity;
  /** The host's own words, for support. */
  readonly detail: string;
  /** The cells that stood in the way, or that were touched; with what they held where it was lost. */
  readonly cells: readonly { readonly address: Address; readonly was?: CellContent }[];
}

export type NoticeCode =
  | 'checked'
  | 'no-table'
  | 'cancelled'
  | 'fixed'
  | 'fixed-all'
  | 'suppressed'
  | 'unsuppressed'
  | 'corrected'
  | 'marked'
  | 'marks-cleared'
  | 'scored'
  | 'scored-totalled'
  | 'totalled'
  | 'adopted'
  | 'evaluated'
  | 'form-inserted'
  | 'indicators-inserted'
  | 'sheet-inserted'
  | 'chart-inserted'
  | 'opinion-recorded'
  | 'opinion-answered'
  | 'opinion-settled'
  | 'opinion-reopened'
  | 'opinion-withdrawn'
  | 'grades-recorded'
  | 'review-form-drawn'
  | 'opinion-sheet-written'
  | 'sent-back'
  | 'profile-recorded'
  | 'profile-withdrawn'
  | 'undone';

/** What was just done, to be said once. */
export interface Notice {
  /** Grows: the same words may be called for twice. */
  readonly id: number;
  readonly code: NoticeCode;
  readonly count: number;
}

/** One sheet among all that are checked. */
export interface SheetSummary {
  readonly name: string;
  /** Set where it holds no table. */
  readonly unread: Unread | null;
  /** Open problems by level. */
  readonly counts: Counts;
  /** The first open problem, to go to; the sheet's first cell where there is none. */
  readonly at: Address;
}

/** 检查全部工作表: what is known so far, in the order of the workbook. */
export interface AllSheets {
  readonly running: boolean;
  /** Sheets to be checked. */
  readonly total: number;
  readonly sheets: readonly SheetSummary[];
}

/** An immutable snapshot: the same object until something changes. */
export interface SessionState {
  readonly phase: Phase;
  /** Kept here, since the ribbon opens views too. */
  readonly view: View;
  readonly progress: CheckProgress | null;
  readonly checked: Checked | null;
  /** Null until somebody asks for it. */
  readonly all: AllSheets | null;
  readonly problem: Problem | null;
  readonly notice: Notice | null;
  /** What 撤销 would undo, as its label; null for nothing. */
  readonly undo: string | null;
  /** Key of the finding that was last selected. */
  readonly selected: string | null;
  /** What the person has selected; null until the host tells. */
  readonly selection: { readonly sheet: string; readonly ranges: readonly Range[] } | null;
  readonly filter: Filter;
  readonly references: readonly ReferenceFile[];
  readonly settings: Settings;
  /** Settings' or the host's. */
  readonly locale: Locale;
  readonly capabilities: HostCapabilities;
}

/** A state with listeners, in the form that `useSyncExternalStore` wants. */
export class Store<S> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: S) {}

  readonly getState = (): S => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  update(change: Partial<S>): void {
    const keys = Object.keys(change) as (keyof S)[];
    if (keys.every((key) => Object.is(this.state[key], change[key]))) return;
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

/** The session's state, with the few things that all of its parts say in the same way. */
export class SessionStore extends Store<SessionState> {
  notify(code: NoticeCode, count = 0): void {
    this.update({ notice: { id: (this.getState().notice?.id ?? 0) + 1, code, count } });
  }

  /** How much was found. */
  tellFound(): void {
    const { checked } = this.getState();
    if (checked && !checked.unread) this.notify('checked', groupsOf(checked).open.length);
    else this.notify('no-table');
  }

  fail(during: Activity, error: unknown): void {
    const problem: Problem =
      error instanceof HostError
        ? { code: error.code, during, detail: error.detail, cells: [] }
        : { code: 'internal', during, detail: error instanceof Error ? error.message : String(error), cells: [] };
    this.update({ problem });
  }
}
