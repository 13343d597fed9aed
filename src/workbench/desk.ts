import type { CellRef, MarkLevel, Range, SheetSnapshot } from '../core/sheet';
import { FormatError } from '../formats/error';
import { renderFileNote, renderFormatError } from '../formats/messages';
import type { OpenedFile as ReadFile } from '../formats/open';
import { marksOf, notesOf, patchWorkbook, type WorkbookFile } from '../formats/xlsx';
import { readLooks } from '../formats/xlsx/looks';
import type { Grid, GridSheet, GridWorkbook, WorkbenchHost } from '../hosts/workbench';
import type { MemoryState } from '../hosts/memory/state';
import type { Locale } from '../i18n';
import type { Session } from '../session';
import { loadSettings } from '../session/settings';
import { Store } from '../session/state';
import { browserStorage, createPaneSession } from '../taskpane/pane-session';
import type { Appearance } from '../taskpane/theme';
import { difference } from './difference';
import { lossesOf, type Loss } from './losses';
import { newWorkbook } from './new-workbook';
import { plainLooks, withRowHeights } from './looks';
import { SAMPLES, sampleSheet, type SampleId } from './samples';
import { pageText, withName, type PageText } from './text';
import { download, hostAppearance, hostLocale } from './browser';

interface OpenedFile {
  readonly workbook: WorkbookFile;
  readonly bytes: Uint8Array;
}

/** The workbook on the desk. */
interface Opened {
  readonly host: WorkbenchHost;
  readonly session: Session;
  /** The file that it came from, read and as it was; null for a sample. */
  readonly file: OpenedFile | null;
  /** What the grid held right after opening. */
  readonly baseline: MemoryState;
  readonly sheets: readonly GridSheet[];
  /** Takes all of it off the page. */
  readonly close: () => void;
}

export interface Message {
  readonly intent: 'success' | 'warning' | 'error';
  readonly text: string;
}

/** A question that must be answered before going on. */
export type Question =
  | { readonly kind: 'discard'; readonly go: () => void }
  | { readonly kind: 'new-file'; readonly losses: readonly Loss[]; readonly go: () => void };

export interface DeskState {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Name of the file being opened. */
  readonly opening: string | null;
  /** File name of the workbook. */
  readonly name: string;
  readonly unsaved: boolean;
  /** Grows with every workbook that is put on the desk. */
  readonly count: number;
  readonly session: Session | null;
  readonly host: WorkbenchHost | null;
  readonly locale: Locale;
  readonly appearance: Appearance;
  readonly message: Message | null;
  readonly question: Question | null;
}

/** 工作台: the workbook in the grid, where it came from and where it goes. The page only shows this state. */
export class Desk {
  private readonly store: Store<DeskState>;
  readonly subscribe: Store<DeskState>['subscribe'];
  readonly getState: Store<DeskState>['getState'];
  private container: HTMLElement | null = null;
  private grid: Grid | null = null;
  private opened: Opened | null = null;
  private describe: ((locale: Locale) => void) | null = null;
  private count = 0;

  constructor() {
    const settings = loadSettings(browserStorage);
    this.store = new Store<DeskState>({
      phase: 'loading',
      opening: null,
      name: '',
      unsaved: false,
      count: 0,
      session: null,
      host: null,
      locale: settings.locale === 'auto' ? hostLocale() : settings.locale,
      appearance: settings.theme === 'auto' ? hostAppearance() : settings.theme,
      message: null,
      question: null,
    });
    this.subscribe = this.store.subscribe;
    this.getState = this.store.getState;
  }

  /** Shows the first sample in the container. */
  async start(container: HTMLElement): Promise<void> {
    this.container = container;
    try {
      await this.put('overall-2025');
      this.store.update({ phase: 'ready' });
    } catch (error) {
      console.error(error);
      this.store.update({ phase: 'failed' });
    }
  }

  /** Opens a file in place of what is there, after asking where that would lose changes. */
  open(file: File): void {
    this.afterAsking(() => void this.load(file));
  }

  /** Opens what was copied in a document, a web page or a viewer, in place of what is there. */
  paste(copied: { readonly html: string; readonly text: string }): void {
    const name = `${this.text.pasted}.xlsx`;
    this.afterAsking(
      () =>
        void this.take(name, async () => {
          const { openPasted } = await import(/* webpackChunkName: "formats" */ '../formats/open');
          return { opened: openPasted(copied, this.text.pasted), bytes: new Uint8Array() };
        }),
    );
  }

  showSample(id: SampleId): void {
    this.afterAsking(() => void this.put(id));
  }

  /** Gives the workbook as a file: the opened one with what was changed in it, or a new one. */
  save(): void {
    const { opened } = this;
    if (!opened) return;
    const { file, host } = opened;
    const change = host.changes.structural ? null : difference(opened.baseline, host.state);
    if (!file) this.saveNew(opened);
    else if (change === null) {
      this.ask({ kind: 'new-file', losses: lossesOf(file.workbook), go: () => this.saveNew(opened) });
    } else {
      this.write(() => {
        const bytes = change.empty ? file.bytes : patchWorkbook(file.workbook, change.patch).zip.save();
        const { name } = this.getState();
        download(bytes, name);
        const { downloaded, nothingToSave, notWritten } = this.text;
        const unwritten = change.unwritten || host.changes.looks;
        const said = withName(change.empty ? nothingToSave : downloaded, name);
        return { intent: unwritten ? 'warning' : 'success', text: unwritten ? `${said}${notWritten}` : said };
      });
    }
  }

  setLocale(locale: Locale): void {
    this.opened?.session.setSettings({ locale });
  }

  setAppearance(theme: Appearance): void {
    this.opened?.session.setSettings({ theme });
  }

  dismiss(): void {
    this.store.update({ message: null });
  }

  answer(go: boolean): void {
    const { question } = this.getState();
    this.store.update({ question: null });
    if (go) question?.go();
  }

  private get text(): PageText {
    return pageText(this.getState().locale);
  }

  private ask(question: Question): void {
    this.store.update({ question });
  }

  private afterAsking(go: () => void): void {
    if (this.opened?.host.changes.unsaved) this.ask({ kind: 'discard', go });
    else go();
  }

  private async load(file: File): Promise<void> {
    await this.take(file.name, async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { openBytes } = await import(/* webpackChunkName: "formats" */ '../formats/open');
      return { opened: await openBytes(file.name, bytes), bytes };
    });
  }

  /** Puts what was read on the desk: a workbook as the file it is, all else as a new workbook under the same name. */
  private async take(
    name: string,
    read: () => Promise<{ readonly opened: ReadFile; readonly bytes: Uint8Array }>,
  ): Promise<void> {
    this.store.update({ opening: name, message: null });
    try {
      const { opened, bytes } = await read();
      const { workbook, sheets, active, notes } = opened;
      if (sheets.length === 0) throw new FormatError('not-xlsx', { found: 'unknown' });
      if (workbook) await this.show(name, gridSheets(workbook), active, { workbook, bytes });
      else await this.show(name, sheets.map(plainSheet), active, null);
      const { locale } = this.getState();
      const [note] = notes;
      if (note) this.store.update({ message: { intent: 'warning', text: renderFileNote(note, locale) } });
    } catch (error) {
      this.store.update({ message: { intent: 'error', text: this.sentence(error, name) } });
    } finally {
      this.store.update({ opening: null });
    }
  }

  private async put(id: SampleId): Promise<void> {
    const sheet = sampleSheet(SAMPLES[id]);
    await this.show(`${this.text.sample[id]}.xlsx`, [sheet], sheet.snapshot.name, null);
  }

  private async show(
    name: string,
    sheets: readonly GridSheet[],
    active: string,
    file: OpenedFile | null,
  ): Promise<void> {
    const { createGrid, WorkbenchHost } = await import(/* webpackChunkName: "grid" */ '../hosts/workbench');
    const { describeFunctions, registerFunctions } = await import(/* webpackChunkName: "grid" */ './functions');
    this.opened?.close();
    const { locale, appearance } = this.getState();
    // A grid of its own for every workbook: one that is used again keeps something of each that it has shown.
    const place = document.createElement('div');
    place.style.height = '100%';
    this.container?.replaceChildren(place);
    const grid = createGrid({ container: place, locale, dark: appearance === 'dark' });
    this.count += 1;
    const workbook: GridWorkbook = { id: `workbook${this.count}`, name, sheets, active };
    const host = new WorkbenchHost(grid, workbook);
    registerFunctions(grid);
    this.describe = (spoken) => describeFunctions(grid, spoken);
    this.describe(locale);
    const session = createPaneSession(host, hostLocale());
    const stops = [session.subscribe(() => this.follow(session)), host.changes.watch(() => this.noteChange(host))];
    const close = () => {
      for (const stop of stops) stop();
      session.dispose();
      host.dispose();
      grid.dispose();
    };
    await grid.drawn;
    this.grid = grid;
    this.opened = { host, session, file, baseline: host.state, sheets, close };
    this.store.update({ count: this.count, host, session, name, unsaved: false, message: null });
    this.follow(session);
  }

  /** Language and looks are the session's settings; the page and the grid go along. */
  private follow(session: Session): void {
    const { locale, settings } = session.getState();
    const appearance = settings.theme === 'auto' ? hostAppearance() : settings.theme;
    const now = this.getState();
    if (locale !== now.locale) {
      this.grid?.setLocale(locale);
      this.describe?.(locale);
    }
    if (appearance !== now.appearance) this.grid?.setDark(appearance === 'dark');
    this.store.update({ locale, appearance });
  }

  private noteChange(host: WorkbenchHost): void {
    this.store.update({ unsaved: host.changes.unsaved });
  }

  private saveNew({ host, sheets }: Opened): void {
    this.write(() => {
      const name = this.getState().name.replace(/\.[^.]*$/, '') + '.xlsx';
      const looks = new Map(sheets.map((sheet) => [sheet.snapshot.name, sheet.looks]));
      download(
        newWorkbook(host.state, (sheet) => looks.get(sheet)),
        name,
      );
      return { intent: 'success', text: withName(this.text.downloadedNew, name) };
    });
  }

  private write(work: () => Message): void {
    try {
      const message = work();
      this.opened?.host.changes.settle();
      this.store.update({ message, unsaved: false });
    } catch (error) {
      const { name, locale } = this.getState();
      const text = error instanceof FormatError ? renderFormatError(error, locale, name) : this.text.failed.save;
      this.store.update({ message: { intent: 'error', text } });
    }
  }

  private sentence(error: unknown, name: string): string {
    if (error instanceof FormatError) return renderFormatError(error, this.getState().locale, name);
    console.error(error);
    return withName(this.text.failed.other, name);
  }
}

/** A sheet that came without looks. */
function plainSheet(snapshot: SheetSnapshot): GridSheet {
  return { snapshot, looks: plainLooks(snapshot) };
}

function* cellsOf({ top, left, bottom, right }: Range): Iterable<CellRef> {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield { row, column };
  }
}

/** The sheets of a file for the grid: with their own looks, or plain ones where they have none. */
function gridSheets(file: WorkbookFile): GridSheet[] {
  const looks = readLooks(file);
  return file.sheets.map((snapshot, index): GridSheet => {
    const own = looks[index];
    const areas = Object.entries(marksOf(file, snapshot.name)) as [MarkLevel, readonly Range[]][];
    return {
      snapshot,
      looks: own ? withRowHeights(snapshot, own) : plainLooks(snapshot),
      marks: areas.flatMap(([level, ranges]) =>
        ranges.flatMap((range) => [...cellsOf(range)].map((cell) => ({ cell, level }))),
      ),
      notes: notesOf(file, snapshot.name),
    };
  });
}
