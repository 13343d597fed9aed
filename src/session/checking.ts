import { check, CheckMemory, type CheckInput, type CheckResult } from '../core/check';
import { ownRule } from '../core/check/own';
import type { SheetReading } from '../core/indicator';
import { reading } from '../core/reader';
import type { Rule } from '../core/rules/rule';
import { callsAddIn, isError, isOwnSheet, rangeOf, RECORD_SHEET, type SheetSnapshot } from '../core/sheet';
import { HostError, type HostEvent, type SpreadsheetHost, type WorkbookSnapshot } from '../hosts/host';
import { convertedCells } from './formulas';
import { countGroups, groupsOf } from './groups';
import { OtherSheets } from './other-sheets';
import { profileInForce } from './profile';
import { suppressionsIn } from './kept';
import { correctionsFor, readRecord } from './record';
import { drive, type Pacing } from './slices';
import type { Checked, SessionStore, SheetSummary } from './state';

export interface CheckingOptions extends Pacing {
  now(): Date;
  /** Runs the function after some milliseconds, unless it is called off. */
  delay(fn: () => void, ms: number): () => void;
  readonly rules: readonly Rule[] | undefined;
}

/** Between the last change and the check that it calls for: a paste or a fill comes as several changes. */
const SETTLE_MS = 120;
/** Before asking again while a cell is being edited. */
const RETRY_MS = 800;

/** How often formulas that were written are looked at: some fifteen seconds in all, each wait twice the last. */
const COMPUTING_LOOKS = 7;

/** Whether a formula that calls the add-in has no value yet; an error value is one. */
function isComputing({ cells }: SheetSnapshot): boolean {
  return cells.some((row) =>
    row?.some((cell) => {
      if (cell?.formula === undefined || !callsAddIn(cell.formula)) return false;
      const shown = isError(cell.value) ? cell.value.error : cell.value;
      return shown === '' || shown === '#BUSY!' || shown === '#GETTING_DATA';
    }),
  );
}

function sheetNames({ list }: Pick<WorkbookSnapshot, 'list'>): string[] {
  return list.map(({ name }) => name).filter((name) => !isOwnSheet(name));
}

/** Reads and checks the sheet that is shown: when asked, and by itself after changes. Writes nothing. */
export class Checking {
  /** Grows with each check: a check that is not the latest gives up. */
  private latest = 0;
  private latestWhole = 0;
  private latestAll = 0;
  private callOff: (() => void) | null = null;
  private disposed = false;
  private readonly unsubscribe: () => void;
  private readonly others: OtherSheets;
  /** So that a check of a sheet looks only at what changed since the last one. */
  private readonly memory = new CheckMemory();

  constructor(
    private readonly host: SpreadsheetHost,
    private readonly store: SessionStore,
    private readonly options: CheckingOptions,
  ) {
    this.others = new OtherSheets(host, options);
    this.unsubscribe = host.subscribe((event) => this.onEvent(event));
  }

  /** `quiet`: nobody asked, so a cell being edited is waited for rather than told of. True where it came to its end. */
  async run(quiet: boolean): Promise<boolean> {
    if (this.disposed) return false;
    const { store } = this;
    const mine = ++this.latest;
    const isLatest = (): boolean => mine === this.latest && !this.disposed;
    this.callOff?.();
    this.callOff = null;
    try {
      store.update({ phase: 'reading', progress: null });
      const workbook = await this.host.read({ sheets: 'active' });
      if (!isLatest()) return false;
      const sheet = workbook.sheets.find(({ name }) => name === workbook.active);
      if (!sheet) throw new HostError('missing-sheet', workbook.active);
      // Somebody looking at the record still wants the findings of the sheet that it speaks of.
      const { checked } = store.getState();
      if (isOwnSheet(sheet.name) && checked !== null) {
        store.update({ checked: { ...checked, record: workbook.record } });
      } else {
        if (!quiet && !this.host.capabilities.events) this.others.forgetAll();
        const readings = await this.others.readingsFor(workbook, () => !isLatest());
        if (!readings || !isLatest() || !(await this.runRules(sheet, workbook, readings, isLatest))) return false;
      }
      store.update({ phase: 'idle', progress: null });
      if (store.getState().problem?.during === 'check') store.update({ problem: null });
      return true;
    } catch (error) {
      if (!isLatest()) return false;
      store.update({ phase: 'idle', progress: null });
      if (quiet && error instanceof HostError && error.code === 'editing') this.later(RETRY_MS);
      // What went wrong with the write before this look is worth more: it may name cells that were lost.
      else if (!quiet || store.getState().problem === null) store.fail('check', error);
      return false;
    }
  }

  /** Says what was found only where it is not what was found before. */
  async runQuietly(): Promise<void> {
    const before = this.store.getState().checked;
    if (!(await this.run(true))) return;
    const { checked } = this.store.getState();
    const count = (of: Checked | null): number => (of ? groupsOf(of).open.length : -1);
    if (checked?.sheet !== before?.sheet || count(checked) !== count(before)) this.store.tellFound();
  }

  /** Looks again until the host has computed the formulas that call the add-in, which takes it a while. */
  awaitFormulas(looks = COMPUTING_LOOKS, ms = SETTLE_MS): void {
    this.callOff?.();
    this.callOff = this.options.delay(() => {
      this.callOff = null;
      if (this.disposed) return;
      if (this.store.getState().phase === 'writing') return this.awaitFormulas(looks, ms);
      void this.runQuietly().then(() => {
        const { checked } = this.store.getState();
        // Whatever else asked for a check meanwhile sees to the rest.
        if (looks > 1 && this.callOff === null && checked && isComputing(checked.snapshot)) {
          this.awaitFormulas(looks - 1, ms * 2);
        }
      });
    }, ms);
  }

  /** Something else comes first: the check under way gives up. */
  interrupt(): void {
    this.latest++;
    this.latestWhole++;
  }

  dispose(): void {
    this.disposed = true;
    this.callOff?.();
    this.unsubscribe();
  }

  /** Every sheet of a workbook with every table in it, held against one another; null where it was called off. */
  async whole(workbook: WorkbookSnapshot, references: readonly SheetReading[] = []): Promise<CheckResult | null> {
    const mine = ++this.latestWhole;
    const sheets = workbook.sheets.filter(({ name }) => !isOwnSheet(name));
    return drive(check(this.inputFor(sheets, workbook, references)), this.options, {
      cancelled: () => mine !== this.latestWhole || this.disposed,
      progress: (progress) => this.store.update({ progress }),
    });
  }

  /** 检查全部工作表: one after the other, each told of as soon as it is checked. What was found before a stop stays. */
  async all(): Promise<void> {
    const mine = ++this.latestAll;
    const cancelled = (): boolean => mine !== this.latestAll || this.disposed;
    const { store } = this;
    store.update({ all: { running: true, total: 0, sheets: [] } });
    try {
      const workbook = await this.host.read({ sheets: 'all' });
      const names = sheetNames(workbook);
      const tell = (sheets: readonly SheetSummary[]): void =>
        store.update({ all: { running: sheets.length < names.length, total: names.length, sheets } });
      if (cancelled()) return;
      tell([]);
      const readings = new Map<string, SheetReading>();
      for (const sheet of workbook.sheets.filter(({ name }) => names.includes(name))) {
        const corrections = correctionsFor(readRecord(workbook.record), sheet);
        const found = await drive(reading(sheet, { corrections }), this.options, {
          cancelled,
          progress: () => undefined,
        });
        if (!found) return;
        readings.set(sheet.name, found);
      }
      for (const [index, name] of names.entries()) {
        if (cancelled()) return;
        const sheet = workbook.sheets.find((one) => one.name === name) as SheetSnapshot;
        const others = names.flatMap((other) => (other === name ? [] : [readings.get(other) as SheetReading]));
        const input = { ...this.inputFor([sheet], workbook, others), readings };
        const result = await drive(check(input), this.options, { cancelled, progress: () => undefined });
        if (!result) return;
        const unread = result.readings[0]?.unread ?? null;
        const { open } = groupsOf({ findings: result.findings, unread });
        const at = open[0]?.root.address ?? { sheet: name, row: 0, column: 0 };
        tell([
          ...(store.getState().all?.sheets ?? []).slice(0, index),
          { name, unread, counts: countGroups(open), at },
        ]);
      }
    } catch (error) {
      if (!cancelled()) store.fail('check', error);
    } finally {
      const { all } = store.getState();
      if (mine === this.latestAll && all) store.update({ all: { ...all, running: false } });
    }
  }

  /** Ends 检查全部工作表; what was found stays. */
  stopAll(): void {
    this.latestAll++;
    const { all } = this.store.getState();
    if (all) this.store.update({ all: { ...all, running: false } });
  }

  private inputFor(
    sheets: readonly SheetSnapshot[],
    { record: recordSheet, list }: Pick<WorkbookSnapshot, 'record' | 'list'>,
    references: readonly SheetReading[],
  ): CheckInput {
    const record = readRecord(recordSheet);
    const { settings, references: files } = this.store.getState();
    const profile = profileInForce(settings, recordSheet);
    return {
      sheets,
      corrections: new Map(sheets.map((sheet) => [sheet.name, correctionsFor(record, sheet)])),
      references: [...references, ...files.flatMap(({ readings }) => readings)],
      settings: profile.settings,
      overrides: profile.overrides,
      own: profile.checks.map(ownRule),
      suppressions: suppressionsIn(
        record,
        list.map(({ name }) => name),
      ),
      ...(this.options.rules ? { rules: this.options.rules } : {}),
    };
  }

  private async runRules(
    sheet: SheetSnapshot,
    workbook: WorkbookSnapshot,
    others: readonly SheetReading[],
    isLatest: () => boolean,
  ): Promise<boolean> {
    const { store, options } = this;
    const input = { ...this.inputFor([sheet], workbook, others), memory: this.memory };
    store.update({ phase: 'checking' });
    const result = await drive(check(input), options, {
      cancelled: () => !isLatest(),
      progress: (progress) => store.update({ progress }),
    });
    if (!result) return false;
    const [reading] = result.readings;
    const { selected } = store.getState();
    store.update({
      checked: {
        sheet: sheet.name,
        snapshot: sheet,
        protected: sheet.protected,
        tables: reading?.tables ?? [],
        unread: reading?.unread ?? null,
        findings: result.findings,
        stale: result.stale,
        unmatched: result.unmatched,
        failures: result.failures,
        corrections: correctionsFor(readRecord(workbook.record), sheet),
        converted: convertedCells(sheet, workbook.record),
        record: workbook.record,
        sheets: sheetNames(workbook),
        at: options.now(),
      },
      selected: result.findings.some(({ key }) => key === selected) ? selected : null,
    });
    return true;
  }

  private onEvent(event: HostEvent): void {
    const { settings, checked } = this.store.getState();
    if (event.kind === 'selected') {
      this.store.update({ selection: { sheet: event.sheet, ranges: event.ranges ?? [rangeOf(event.cell)] } });
      return;
    }
    if (event.kind === 'changed') this.others.forget(event.sheet);
    if (!settings.live) return;
    if (event.kind === 'changed' && checked && event.sheet !== checked.sheet && event.sheet !== RECORD_SHEET) return;
    this.later(SETTLE_MS);
  }

  /** Checks by itself, once things have settled and nothing is being written. */
  private later(ms: number): void {
    this.callOff?.();
    this.callOff = this.options.delay(() => {
      this.callOff = null;
      const { settings, phase } = this.store.getState();
      if (this.disposed || !settings.live) return;
      if (phase === 'writing') this.later(SETTLE_MS);
      else void this.runQuietly();
    }, ms);
  }
}
