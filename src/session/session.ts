import { safeEdits, type CheckResult } from '../core/check';
import type { IndicatorField, SheetReading } from '../core/indicator';
import type { Finding } from '../core/rules/finding';
import type { Rule } from '../core/rules/rule';
import {
  callsAddIn,
  cellAt,
  contentOf,
  formatAddress,
  formatCell,
  sameContent,
  type Address,
  type Edit,
  type SetEdit,
  type SheetSnapshot,
} from '../core/sheet';
import type { SpreadsheetHost, WorkbookSnapshot } from '../hosts/host';
import { fill, renderMessage, uiText, type Locale } from '../i18n';
import { Checking } from './checking';
import { planFormulas, type FormulaOutcome, type FormulaRequest } from './formulas';
import { NO_FILTER, safelyFixable, type Filter } from './groups';
import { markEdits } from './marks';
import { localTime, recordCorrection, recordSuppression, withdrawCorrection, withdrawSuppression } from './record';
import { concernsCheck, loadSettings, saveSettings, type Settings, type SettingsStorage } from './settings';
import type { ScoreFill } from './scoring';
import type { Pacing } from './slices';
import { SessionStore, type Checked, type NoticeCode, type ReferenceFile, type SessionState, type View } from './state';
import { Writing } from './writing';

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

export function createSession(host: SpreadsheetHost, options: SessionOptions): Session {
  const settings = loadSettings(options.storage);
  let hostLocale: Locale = options.locale ?? 'zh-CN';
  const localeOf = ({ locale }: Settings): Locale => (locale === 'auto' ? hostLocale : locale);

  const store = new SessionStore({
    phase: 'idle',
    view: 'check',
    progress: null,
    checked: null,
    all: null,
    problem: null,
    notice: null,
    undo: null,
    selected: null,
    selection: null,
    filter: NO_FILTER,
    references: [],
    settings,
    locale: localeOf(settings),
    capabilities: host.capabilities,
  });
  const { getState, subscribe } = store;
  const update = store.update.bind(store);
  const checking = new Checking(host, store, {
    now: () => options.now(),
    clock: options.clock ?? (() => performance.now()),
    schedule: options.schedule ?? ((fn) => void startTimer(fn, 0)),
    delay: options.delay ?? startTimer,
    rules: options.rules,
  });
  const writing = new Writing(host, store, checking);
  /** A second click on a fix that is being made comes before the check that takes it away. */
  const mended = new WeakSet<Finding>();

  /** What the record says now: it may have been mended by hand since the check. */
  const freshRecord = async (): Promise<SheetSnapshot | null> => (await host.read({ sheets: [] })).record;

  const labels = (): ReturnType<typeof uiText>['labels'] => uiText(getState().locale).labels;
  const author = (): Author => ({
    by: getState().settings.user.trim() || (options.user ?? ''),
    at: localTime(options.now()),
  });

  const locate = async (address: Address): Promise<void> => {
    try {
      await host.select(address);
    } catch (error) {
      store.fail('select', error);
    }
  };

  return {
    getState,
    subscribe,

    show(view) {
      update({ view });
    },

    async check() {
      update({ problem: null });
      await writing.done;
      if (await checking.run(false)) store.tellFound();
    },

    async checkSheets() {
      await writing.done;
      await checking.all();
    },

    closeSheets() {
      checking.stopAll();
      update({ all: null });
    },

    cancel() {
      if (getState().all?.running) checking.stopAll();
      const { phase } = getState();
      if (phase !== 'reading' && phase !== 'checking') return;
      checking.interrupt();
      update({ phase: 'idle', progress: null });
      store.notify('cancelled');
    },

    applyFix(finding, index) {
      return writing.run('fix', async () => {
        const fix = finding.fixes[index];
        if (!fix || mended.has(finding)) return false;
        const label = fill(labels().fix, { cell: formatAddress(finding.address) }, getState().locale);
        if (!(await writing.apply(fix.edits, label, 'fix'))) return false;
        mended.add(finding);
        store.notify('fixed');
        return true;
      });
    },

    applySafe() {
      return writing.run('fix', async () => {
        const findings = getState().checked?.findings ?? [];
        const edits = safeEdits(findings);
        if (edits.length === 0) return false;
        const count = safelyFixable(findings).length;
        if (!(await writing.apply(edits, fill(labels().fixAll, { count }, getState().locale), 'fix'))) return false;
        store.notify('fixed-all', count);
        return true;
      });
    },

    undo() {
      return writing.run('undo', async () => {
        if (!(await writing.undo())) return false;
        store.notify('undone');
        return true;
      });
    },

    suppress(finding, reason) {
      return writing.run('record', async () => {
        if (reason.trim() === '') return false;
        const entry = {
          key: finding.key,
          code: finding.code,
          place: formatAddress(finding.address),
          sentence: renderMessage(finding, getState().locale),
          reason: reason.trim(),
          ...author(),
        };
        const label = fill(labels().suppress, { code: finding.code }, getState().locale);
        if (!(await writing.apply(recordSuppression(await freshRecord(), entry), label, 'record'))) return false;
        store.notify('suppressed');
        return true;
      });
    },

    unsuppress(key, sheet) {
      return writing.run('record', async () => {
        const edits = withdrawSuppression(await freshRecord(), key, sheet);
        if (edits.length === 0) return true;
        if (!(await writing.apply(edits, labels().unsuppress, 'record'))) return false;
        store.notify('unsuppressed');
        return true;
      });
    },

    correctColumn(column, field) {
      return writing.run('record', async () => {
        const { checked } = getState();
        if (!checked) return false;
        const replaced = checked.corrections.find((correction) => correction.column === column);
        const record = await freshRecord();
        let edits: Edit[] = [];
        if (field !== null) {
          const entry = { sheet: checked.sheet, column, field, header: headerOf(checked, column), ...author() };
          edits = recordCorrection(record, entry, replaced);
        } else if (replaced) {
          edits = withdrawCorrection(record, replaced);
        }
        if (edits.length === 0) return true;
        if (!(await writing.apply(edits, labels().correct, 'record'))) return false;
        store.notify('corrected');
        return true;
      });
    },

    mark() {
      return writing.run('mark', async () => {
        const { checked, locale } = getState();
        if (!checked) return false;
        const edits = markEdits(checked.sheet, checked.findings, locale);
        if (!(await writing.apply(edits, labels().mark, 'mark'))) return false;
        store.notify('marked', edits.length - 1);
        return true;
      });
    },

    clearMarks() {
      return writing.run('mark', async () => {
        const sheet = getState().checked?.sheet;
        if (sheet === undefined) return false;
        if (!(await writing.apply([{ kind: 'clearMarks', sheet }], labels().clearMarks, 'mark'))) return false;
        store.notify('marks-cleared');
        return true;
      });
    },

    async fillScores({ sheet, edits, scores, ends, basis }) {
      const written = await writing.run('score', async () => {
        if (edits.length === 0) return false;
        const now = (await host.read({ sheets: [sheet] })).sheets.find(({ name }) => name === sheet);
        const changed = basis.filter(({ cell, holds }) => !now || !sameContent(contentOf(cellAt(now, cell)), holds));
        if (changed.length > 0) {
          const cells = changed.map(({ cell }) => ({ address: { sheet, ...cell } }));
          update({ problem: { code: 'conflict', during: 'score', detail: '', cells } });
          return false;
        }
        const what = scores === 0 ? 'totalled' : ends > 0 ? 'scored-totalled' : 'scored';
        const label = fill(labels()[what], { count: scores }, getState().locale);
        if (!(await writing.apply(edits, label, 'score'))) return false;
        store.notify(what, scores);
        return true;
      });
      if (written && edits.some(({ to }) => 'formula' in to && callsAddIn(to.formula))) checking.awaitFormulas();
      return written;
    },

    adoptActual(edit) {
      return writing.run('score', async () => {
        const cell = formatCell(edit.cell);
        const label = fill(labels().adopted, { cell }, getState().locale);
        if (!(await writing.apply([edit], label, 'score'))) return false;
        store.notify('adopted');
        return true;
      });
    },

    evaluateRow(edits, name) {
      return writing.run('score', async () => {
        if (edits.length === 0) return false;
        const label = fill(labels().evaluated, { name }, getState().locale);
        if (!(await writing.apply(edits, label, 'score'))) return false;
        store.notify('evaluated');
        return true;
      });
    },

    async convertFormulas<Note, Refusal>(request: FormulaRequest<Note, Refusal>) {
      let outcome: FormulaOutcome<Note, Refusal> | null = null;
      await writing.run('record', async () => {
        const { sheets, active, record } = await host.read({ sheets: request.sheet ? [request.sheet] : 'active' });
        const sheet = sheets.find(({ name }) => name === (request.sheet ?? active));
        if (!sheet) return false;
        const plan = planFormulas(sheet, record, request, author());
        if (plan.edits.length > 0 && !(await writing.apply(plan.edits, request.label, 'record'))) return false;
        outcome = plan.outcome;
        return plan.edits.length > 0;
      });
      return outcome;
    },

    async readWorkbook() {
      await writing.done;
      try {
        return await host.read({ sheets: 'all' });
      } catch (error) {
        store.fail('insert', error);
        return null;
      }
    },

    insert(edits, { what, name, count, show }, finish) {
      return writing.run('insert', async () => {
        if (edits.length === 0) return false;
        const label = fill(labels()[what], { name, count }, getState().locale);
        const sheets = [...new Set(edits.map(({ sheet }) => sheet))];
        const rest = finish && (async () => finish(await host.read({ sheets })));
        if (!(await writing.apply(edits, label, 'insert', rest))) return false;
        store.notify(what, count);
        if (show) await locate(show);
        return true;
      });
    },

    write({ during, label, notice, sheets, plan }) {
      return writing.run(during, async () => {
        const edits = plan(await host.read({ sheets }), author());
        if (edits.length > 0 && !(await writing.apply(edits, label, during))) return false;
        store.notify(notice);
        return true;
      });
    },

    async checkAll(references) {
      await writing.done;
      try {
        update({ phase: 'reading', problem: null, progress: null });
        const workbook = await host.read({ sheets: 'all' });
        update({ phase: 'checking' });
        const result = await checking.whole(workbook, references);
        return result && { workbook, result };
      } catch (error) {
        store.fail('review', error);
        return null;
      } finally {
        update({ phase: 'idle', progress: null });
      }
    },

    setReferences(references) {
      update({ references });
      if (getState().checked) void writing.done.then(() => checking.runQuietly());
    },

    async select(finding) {
      update({ selected: finding.key });
      await locate(finding.address);
    },

    locate,

    async open(address) {
      await locate(address);
      // Where the host tells of it, the sheet is checked by itself already.
      if (getState().checked?.sheet !== address.sheet) await checking.run(true);
    },

    setFilter(change) {
      update({ filter: { ...getState().filter, ...change } });
    },

    setSettings(change) {
      const before = getState().settings;
      const next = { ...before, ...change };
      update({ settings: next, locale: localeOf(next) });
      saveSettings(options.storage, next);
      if (concernsCheck(before, next) && getState().checked) void writing.done.then(() => checking.runQuietly());
    },

    setHostLocale(locale) {
      hostLocale = locale;
      update({ locale: localeOf(getState().settings) });
    },

    dismissProblem() {
      update({ problem: null });
    },

    dispose() {
      checking.dispose();
    },
  };
}

/** The header that tells a column from all others of its sheet; '' where none does. */
function headerOf({ tables }: Checked, column: number): string {
  const columns = tables.flatMap((table) => table.columns);
  const own = columns.find((found) => found.column === column && found.headerCell?.column === column);
  if (!own) return '';
  const same = columns.filter(({ header }) => header === own.header);
  return same.every((found) => found.column === column) ? own.header : '';
}

function startTimer(fn: () => void, ms: number): () => void {
  const timer = setTimeout(fn, ms);
  return () => clearTimeout(timer);
}
