import type { CheckResult } from '../core/check';
import type { IndicatorField, SheetReading } from '../core/indicator';
import type { Finding } from '../core/rules/finding';
import type { Rule } from '../core/rules/rule';
import type { Address, Edit, SetEdit } from '../core/sheet';
import type { WorkbookSnapshot } from '../hosts/host';
import type { Locale } from '../i18n';
import type { FormulaOutcome, FormulaRequest } from './formulas';
import type { Filter } from './groups';
import type { ScoreFill } from './scoring';
import type { Settings, SettingsStorage } from './settings';
import type { Pacing } from './slices';
import type { NoticeCode, ReferenceFile, SessionState, View } from './state';

export interface SessionOptions extends Partial<Pacing> {
  /** The wall clock, for the record. */
  now(): Date;
  /** Under whose name decisions are recorded, where the settings name nobody. */
  readonly user?: string;
  /** The host's language. */
  readonly locale?: Locale;
  readonly storage?: SettingsStorage;
  /** Runs the function after some milliseconds, unless it is called off. */
  delay?(fn: () => void, ms: number): () => void;
  /** All of the catalogue by default. */
  readonly rules?: readonly Rule[];
}

/** What is being inserted, for the label of its undo and for what is said afterwards. */
export interface Insertion {
  readonly what: 'form-inserted' | 'indicators-inserted' | 'sheet-inserted' | 'chart-inserted';
  readonly name: string;
  /** Indicators. */
  readonly count: number;
  /** Where to go afterwards. */
  readonly show: Address | null;
}

/** What is to be written, planned from the workbook as it then is. */
export interface WriteRequest {
  readonly during: 'record' | 'review';
  /** Of its undo. */
  readonly label: string;
  readonly notice: NoticeCode;
  /** Which sheets the plan looks at; the record always comes along. */
  readonly sheets: 'active' | 'all' | readonly string[];
  plan(workbook: WorkbookSnapshot, author: Author): readonly Edit[];
}

/** Under whose name and when something is recorded. */
export interface Author {
  readonly by: string;
  /** `YYYY-MM-DDTHH:MM:SS` by the person's clock. */
  readonly at: string;
}

/** Every sheet of the workbook, checked. */
export interface WholeCheck {
  readonly workbook: WorkbookSnapshot;
  readonly result: CheckResult;
}

export type Finish = (workbook: WorkbookSnapshot) => readonly Edit[];

/** A person's work on a workbook. Every function resolves when all is done; what went wrong is in the state. */
export interface Session {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens a view of the pane. */
  show(view: View): void;
  /** Checks the active sheet. Writes nothing. */
  check(): Promise<void>;
  /** 检查全部工作表. Writes nothing. */
  checkSheets(): Promise<void>;
  /** Puts what it found away. */
  closeSheets(): void;
  /** Ends the checks that are under way; what was found before stays. */
  cancel(): void;
  /** Applies the `fix`-th mend of a finding. */
  applyFix(finding: Finding, fix: number): Promise<boolean>;
  /** 修正全部可直接修正项. */
  applySafe(): Promise<boolean>;
  /** Undoes the last thing that was written from here. */
  undo(): Promise<boolean>;
  /** 保留原值并说明理由. */
  suppress(finding: Finding, reason: string): Promise<boolean>;
  /** Of the sheet alone, where one is given. */
  unsuppress(key: string, sheet?: string): Promise<boolean>;
  /** Says what a column of the checked sheet holds; null goes back to what is read there. */
  correctColumn(column: number, field: IndicatorField | 'other' | null): Promise<boolean>;
  /** 标出问题. */
  mark(): Promise<boolean>;
  clearMarks(): Promise<boolean>;
  /** 填写得分, 总分, 等级: as one step; nothing where a cell changed since the scores were reckoned. */
  fillScores(fill: ScoreFill): Promise<boolean>;
  /** 填写实际完成值 with a result that was tried. */
  adoptActual(edit: SetEdit): Promise<boolean>;
  /** 逐项自评: what a person settled on for one row, as one step. */
  evaluateRow(edits: readonly SetEdit[], name: string): Promise<boolean>;
  /**
   * 转为普通公式, 转为数值, and back: of the checked sheet or a part of it, as one step. Null where nothing came about,
   * and the state says why; what could not be changed is in the outcome.
   */
  convertFormulas<Note, Refusal>(request: FormulaRequest<Note, Refusal>): Promise<FormulaOutcome<Note, Refusal> | null>;
  /** Everything that is in the workbook, for planning what to write. Null where it can't be read, and the state says why. */
  readWorkbook(): Promise<WorkbookSnapshot | null>;
  /**
   * 插入表样, 插入指标: what a view has planned and shown, as one step; then the cell is shown. Rows are opened after all
   * else: what goes into them is planned by `finish` from the sheets as they then are.
   */
  insert(edits: readonly Edit[], insertion: Insertion, finish?: Finish): Promise<boolean>;
  /** Entries of the record and sheets of the review, as one step; true too where there is nothing to be changed. */
  write(request: WriteRequest): Promise<boolean>;
  /** Checks all sheets, for what is said of the whole workbook; null where it did not come about, and the state says why. */
  checkAll(references?: readonly SheetReading[]): Promise<WholeCheck | null>;
  /** Other files to hold the tables against from now on. */
  setReferences(files: readonly ReferenceFile[]): void;
  /** Shows and selects a finding's cell. */
  select(finding: Finding): Promise<void>;
  /** Shows and selects a cell. */
  locate(address: Address): Promise<void>;
  /** Shows a cell of another sheet, and checks that sheet. */
  open(address: Address): Promise<void>;
  setFilter(change: Partial<Filter>): void;
  setSettings(change: Partial<Settings>): void;
  /** The host's language changed. */
  setHostLocale(locale: Locale): void;
  dismissProblem(): void;
  dispose(): void;
}
