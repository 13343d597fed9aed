import { safeEdits } from '../core/check';
import type { Finding } from '../core/rules/finding';
import {
  callsAddIn,
  cellAt,
  contentOf,
  formatAddress,
  formatCell,
  sameContent,
  type Address,
  type Edit,
  type SheetSnapshot,
} from '../core/sheet';
import type { SpreadsheetHost } from '../hosts/host';
import { fill, renderMessage, uiText, type Locale } from '../i18n';
import { Checking } from './checking';
import type { Author, Session, SessionOptions } from './contract';
import { planFormulas, type FormulaOutcome, type FormulaRequest } from './formulas';
import { NO_FILTER, safelyFixable } from './groups';
import { markEdits } from './marks';
import { localTime, recordCorrection, recordSuppression, withdrawCorrection, withdrawSuppression } from './record';
import { concernsCheck, loadSettings, saveSettings, type Settings } from './settings';
import { SessionStore, type Checked } from './state';
import { Writing } from './writing';

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
