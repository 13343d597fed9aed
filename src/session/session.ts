import { check, safeEdits, type CheckInput } from '../core/check';
import type { IndicatorField } from '../core/indicator';
import type { Finding } from '../core/rules/finding';
import type { Rule } from '../core/rules/rule';
import { formatAddress, OWN_SHEETS, RECORD_SHEET, type Edit, type SheetSnapshot } from '../core/sheet';
import {
  HostError,
  type Applied,
  type ApplyResult,
  type HostEvent,
  type SpreadsheetHost,
  type UndoRecord,
} from '../hosts/host';
import { fill, renderMessage, uiText, type Locale } from '../i18n';
import { groupsOf, NO_FILTER, safelyFixable, type Filter } from './groups';
import { markEdits } from './marks';
import {
  correctionsFor,
  localTime,
  readRecord,
  recordCorrection,
  recordSuppression,
  withdrawCorrection,
  withdrawSuppression,
} from './record';
import {
  concernsCheck,
  loadSettings,
  ruleSettings,
  saveSettings,
  type Settings,
  type SettingsStorage,
} from './settings';
import { drive, type Pacing } from './slices';
import { Store, type Activity, type Checked, type NoticeCode, type Problem, type SessionState } from './state';

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

/** A person's work on a workbook. Every function resolves when all is done; what went wrong is in the state. */
export interface Session {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Checks the active sheet. Writes nothing. */
  check(): Promise<void>;
  /** Ends the check that is under way; what was found before stays. */
  cancel(): void;
  /** Applies the `fix`-th mend of a finding. */
  applyFix(finding: Finding, fix: number): Promise<boolean>;
  /** 修正全部可直接修正项. */
  applySafe(): Promise<boolean>;
  /** Undoes the last thing that was written from here. */
  undo(): Promise<boolean>;
  /** 保留原值并说明理由. */
  suppress(finding: Finding, reason: string): Promise<boolean>;
  unsuppress(key: string): Promise<boolean>;
  /** Says what a column of the checked sheet holds; null goes back to what is read there. */
  correctColumn(column: number, field: IndicatorField | 'other' | null): Promise<boolean>;
  /** 标出问题. */
  mark(): Promise<boolean>;
  clearMarks(): Promise<boolean>;
  /** Shows and selects a finding's cell. */
  select(finding: Finding): Promise<void>;
  setFilter(change: Partial<Filter>): void;
  setSettings(change: Partial<Settings>): void;
  /** The host's language changed. */
  setHostLocale(locale: Locale): void;
  dismissProblem(): void;
  dispose(): void;
}

/** Between the last change and the check that it calls for: a paste or a fill comes as several changes. */
const SETTLE_MS = 120;
/** Before asking again while a cell is being edited. */
const RETRY_MS = 800;
const UNDO_DEPTH = 50;

export function createSession(host: SpreadsheetHost, options: SessionOptions): Session {
  const settings = loadSettings(options.storage);
  let hostLocale: Locale = options.locale ?? 'zh-CN';
  const localeOf = ({ locale }: Settings): Locale => (locale === 'auto' ? hostLocale : locale);

  const store = new Store<SessionState>({
    phase: 'idle',
    progress: null,
    checked: null,
    problem: null,
    notice: null,
    undo: null,
    selected: null,
    filter: NO_FILTER,
    settings,
    locale: localeOf(settings),
    capabilities: host.capabilities,
  });
  const { getState, subscribe } = store;
  const update = store.update.bind(store);

  const delay = options.delay ?? startTimer;
  const pacing: Pacing = {
    clock: options.clock ?? (() => performance.now()),
    schedule: options.schedule ?? ((fn) => void startTimer(fn, 0)),
  };

  /** Grows with each check: a check that is not the latest gives up. */
  let run = 0;
  let writing: Promise<unknown> = Promise.resolve();
  let pendingWrites = 0;
  let cancelTimer: (() => void) | null = null;
  let disposed = false;
  const undone: UndoRecord[] = [];
  /** A second click on a fix that is being made comes before the check that takes it away. */
  const mended = new WeakSet<Finding>();

  const notify = (code: NoticeCode, count = 0): void =>
    update({ notice: { id: (getState().notice?.id ?? 0) + 1, code, count } });

  const tellFound = (): void => {
    const { checked } = getState();
    if (checked && !checked.unread) notify('checked', groupsOf(checked).open.length);
    else notify('no-table');
  };

  const fail = (during: Activity, error: unknown): void => {
    const problem: Problem =
      error instanceof HostError
        ? { code: error.code, during, detail: error.detail, cells: [] }
        : { code: 'internal', during, detail: error instanceof Error ? error.message : String(error), cells: [] };
    update({ problem });
  };

  /** Reads and checks. `quiet`: nobody asked, so a cell being edited is waited for rather than told of. */
  const runCheck = async (quiet: boolean): Promise<boolean> => {
    const mine = ++run;
    const isLatest = (): boolean => mine === run && !disposed;
    cancelTimer?.();
    cancelTimer = null;
    try {
      update({ phase: 'reading', progress: null });
      const workbook = await host.read({ sheets: 'active' });
      if (!isLatest()) return false;
      const sheet = workbook.sheets.find(({ name }) => name === workbook.active);
      if (!sheet) throw new HostError('missing-sheet', workbook.active);
      // Somebody looking at the record still wants the findings of the sheet that it speaks of.
      const own = OWN_SHEETS.includes(sheet.name) && getState().checked !== null;
      if (!own && !(await runRules(sheet, workbook.record, isLatest))) return false;
      update({ phase: 'idle', progress: null });
      if (getState().problem?.during === 'check') update({ problem: null });
      return true;
    } catch (error) {
      if (!isLatest()) return false;
      update({ phase: 'idle', progress: null });
      if (quiet && error instanceof HostError && error.code === 'editing') later(RETRY_MS);
      else fail('check', error);
      return false;
    }
  };

  const runRules = async (
    sheet: SheetSnapshot,
    recordSheet: SheetSnapshot | null,
    isLatest: () => boolean,
  ): Promise<boolean> => {
    const record = readRecord(recordSheet);
    const corrections = correctionsFor(record, sheet);
    const { settings: current } = getState();
    const input: CheckInput = {
      sheets: [sheet],
      corrections: new Map([[sheet.name, corrections]]),
      settings: ruleSettings(current),
      overrides: current.overrides,
      suppressions: record.suppressions,
      ...(options.rules ? { rules: options.rules } : {}),
    };
    update({ phase: 'checking' });
    const result = await drive(check(input), pacing, {
      cancelled: () => !isLatest(),
      progress: (progress) => update({ progress }),
    });
    if (!result) return false;
    const [reading] = result.readings;
    const { selected } = getState();
    update({
      checked: {
        sheet: sheet.name,
        protected: sheet.protected,
        tables: reading?.tables ?? [],
        unread: reading?.unread ?? null,
        findings: result.findings,
        stale: result.stale,
        failures: result.failures,
        corrections,
        at: options.now(),
      },
      selected: result.findings.some(({ key }) => key === selected) ? selected : null,
    });
    return true;
  };

  /** Checks again by itself, once things have settled and nothing is being written. */
  const later = (ms: number): void => {
    cancelTimer?.();
    cancelTimer = delay(() => {
      cancelTimer = null;
      if (disposed || !getState().settings.live) return;
      if (pendingWrites > 0) later(SETTLE_MS);
      else void checkQuietly();
    }, ms);
  };

  /** Says what was found only where it is not what was found before. */
  const checkQuietly = async (): Promise<void> => {
    const before = getState().checked;
    if (!(await runCheck(true))) return;
    const { checked } = getState();
    const count = (of: Checked | null): number => (of ? groupsOf(of).open.length : -1);
    if (checked?.sheet !== before?.sheet || count(checked) !== count(before)) tellFound();
  };

  const onEvent = (event: HostEvent): void => {
    if (event.kind === 'selected' || !getState().settings.live) return;
    if (event.kind === 'changed') {
      const { checked } = getState();
      if (checked && event.sheet !== checked.sheet && event.sheet !== RECORD_SHEET) return;
    }
    later(SETTLE_MS);
  };

  /** One write after another; each followed by a check, so that what is shown is what is there. */
  const write = (during: Activity, work: () => Promise<boolean>): Promise<boolean> => {
    pendingWrites++;
    const turn = writing.then(async () => {
      run++;
      update({ phase: 'writing', progress: null, problem: null });
      try {
        return await work();
      } catch (error) {
        fail(during, error);
        return false;
      } finally {
        pendingWrites--;
        update({ phase: 'idle' });
      }
    });
    writing = turn;
    return turn.then(async (done) => {
      if (!disposed) await runCheck(true);
      return done;
    });
  };

  const settleResult = (result: ApplyResult, during: Activity, conflict: Problem['code']): result is Applied => {
    if (result.status === 'applied') return true;
    if (result.status === 'conflict') {
      update({
        problem: { code: conflict, during, detail: '', cells: result.conflicts.map(({ address }) => ({ address })) },
      });
    } else if (result.restored) {
      fail(during, result.error);
    } else {
      update({ problem: { code: 'not-restored', during, detail: result.error.message, cells: result.touched } });
    }
    return false;
  };

  const apply = async (edits: readonly Edit[], label: string, during: Activity): Promise<boolean> => {
    const result = await host.apply(edits, { label });
    if (!settleResult(result, during, 'conflict')) return false;
    undone.push(result.undo);
    if (undone.length > UNDO_DEPTH) undone.shift();
    update({ undo: label });
    return true;
  };

  /** What the record says now: it may have been mended by hand since the check. */
  const freshRecord = async (): Promise<SheetSnapshot | null> => (await host.read({ sheets: [] })).record;

  const labels = (): ReturnType<typeof uiText>['labels'] => uiText(getState().locale).labels;
  const author = (): { by: string; at: string } => ({
    by: getState().settings.user.trim() || (options.user ?? ''),
    at: localTime(options.now()),
  });

  const unsubscribe = host.subscribe(onEvent);

  return {
    getState,
    subscribe,

    async check() {
      update({ problem: null });
      await writing;
      if (await runCheck(false)) tellFound();
    },

    cancel() {
      const { phase } = getState();
      if (phase !== 'reading' && phase !== 'checking') return;
      run++;
      update({ phase: 'idle', progress: null });
      notify('cancelled');
    },

    applyFix(finding, index) {
      return write('fix', async () => {
        const fix = finding.fixes[index];
        if (!fix || mended.has(finding)) return false;
        const label = fill(labels().fix, { cell: formatAddress(finding.address) }, getState().locale);
        if (!(await apply(fix.edits, label, 'fix'))) return false;
        mended.add(finding);
        notify('fixed');
        return true;
      });
    },

    applySafe() {
      return write('fix', async () => {
        const findings = getState().checked?.findings ?? [];
        const edits = safeEdits(findings);
        if (edits.length === 0) return false;
        const count = safelyFixable(findings).length;
        if (!(await apply(edits, fill(labels().fixAll, { count }, getState().locale), 'fix'))) return false;
        notify('fixed-all', count);
        return true;
      });
    },

    undo() {
      return write('undo', async () => {
        const last = undone.at(-1);
        if (!last) return false;
        if (!settleResult(await host.undo(last), 'undo', 'changed-since')) return false;
        undone.pop();
        update({ undo: undone.at(-1)?.label ?? null });
        notify('undone');
        return true;
      });
    },

    suppress(finding, reason) {
      return write('record', async () => {
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
        if (!(await apply(recordSuppression(await freshRecord(), entry), label, 'record'))) return false;
        notify('suppressed');
        return true;
      });
    },

    unsuppress(key) {
      return write('record', async () => {
        const edits = withdrawSuppression(await freshRecord(), key);
        if (edits.length === 0) return true;
        if (!(await apply(edits, labels().unsuppress, 'record'))) return false;
        notify('unsuppressed');
        return true;
      });
    },

    correctColumn(column, field) {
      return write('record', async () => {
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
        if (!(await apply(edits, labels().correct, 'record'))) return false;
        notify('corrected');
        return true;
      });
    },

    mark() {
      return write('mark', async () => {
        const { checked, locale } = getState();
        if (!checked) return false;
        const edits = markEdits(checked.sheet, checked.findings, locale);
        if (!(await apply(edits, labels().mark, 'mark'))) return false;
        notify('marked', edits.length - 1);
        return true;
      });
    },

    clearMarks() {
      return write('mark', async () => {
        const sheet = getState().checked?.sheet;
        if (sheet === undefined) return false;
        if (!(await apply([{ kind: 'clearMarks', sheet }], labels().clearMarks, 'mark'))) return false;
        notify('marks-cleared');
        return true;
      });
    },

    async select(finding) {
      update({ selected: finding.key });
      try {
        await host.select(finding.address);
      } catch (error) {
        fail('select', error);
      }
    },

    setFilter(change) {
      update({ filter: { ...getState().filter, ...change } });
    },

    setSettings(change) {
      const before = getState().settings;
      const next = { ...before, ...change };
      update({ settings: next, locale: localeOf(next) });
      saveSettings(options.storage, next);
      if (concernsCheck(before, next) && getState().checked) void writing.then(checkQuietly);
    },

    setHostLocale(locale) {
      hostLocale = locale;
      update({ locale: localeOf(getState().settings) });
    },

    dismissProblem() {
      update({ problem: null });
    },

    dispose() {
      disposed = true;
      cancelTimer?.();
      unsubscribe();
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
