import { FormatError } from '../formats/error';
import { renderFileNote, renderFormatError } from '../formats/messages';
import type { OpenedFile as ReadFile } from '../formats/open';
import type { Grid, GridSheet, GridWorkbook } from '../hosts/workbench';
import type { Locale } from '../i18n';
import type { Session } from '../session';
import { loadSettings } from '../session/settings';
import { Store } from '../session/state';
import { browserStorage, createPaneSession } from '../taskpane/pane-session';
import type { WorkbookBytes } from '../taskpane/parts/workbook-file';
import type { Appearance } from '../taskpane/theme';
import {
  canPick,
  hostAppearance,
  hostLocale,
  onHostAppearance,
  isPermitted,
  newId,
  onLaunch,
  pickFile,
} from './browser';
import { Shelf, type Draft, type KeptDraft, type Recent } from './keep';
import type { DeskState, Message, Opened, OpenedFile, Question } from './desk-state';
import { keepOffline } from './offline';
import { SAMPLES, sampleSheet, type SampleId } from './samples';
import { inPlace, newFile, patchedFile, savedNow, type Written } from './saving';
import { gridSheets, plainSheets } from './sheets';
import { pageText, withName, type PageText } from './text';

/** What there is to show, and what is known of where it came from. */
interface Shown {
  readonly name: string;
  readonly sheets: readonly GridSheet[];
  readonly active: string;
  readonly file: OpenedFile | null;
  /** Goes on where a page that is gone stopped. */
  readonly draft?: KeptDraft;
}

/** 工作台: the workbook in the grid, where it came from and where it goes. The page only shows this state. */
export class Desk {
  private readonly store: Store<DeskState>;
  readonly subscribe: Store<DeskState>['subscribe'];
  readonly getState: Store<DeskState>['getState'];
  private readonly shelf = new Shelf((now) => this.store.update(now));
  private container: HTMLElement | null = null;
  private grid: Grid | null = null;
  private opened: Opened | null = null;
  private describe: ((locale: Locale) => void) | null = null;
  private count = 0;
  /** Grows with everything that is done to a workbook. */
  private steps = 0;

  constructor() {
    const settings = loadSettings(browserStorage);
    this.store = new Store<DeskState>({
      phase: 'loading',
      opening: null,
      name: '',
      unsaved: false,
      inPlace: false,
      kept: false,
      count: 0,
      session: null,
      host: null,
      locale: settings.locale === 'auto' ? hostLocale() : settings.locale,
      appearance: settings.theme === 'auto' ? hostAppearance() : settings.theme,
      message: null,
      question: null,
      left: [],
      recent: [],
      updated: false,
    });
    this.subscribe = this.store.subscribe;
    this.getState = this.store.getState;
  }

  /** Shows the first sample in the container, and asks about changes that were left behind. */
  async start(container: HTMLElement): Promise<void> {
    this.container = container;
    try {
      await this.put('overall-2025');
      this.store.update({ phase: 'ready' });
    } catch (error) {
      console.error(error);
      this.store.update({ phase: 'failed' });
      return;
    }
    onHostAppearance(() => this.opened && this.follow(this.opened.session));
    keepOffline(() => this.store.update({ updated: true }));
    onLaunch((handle) => void handle.getFile().then((file) => this.open(file, handle), console.warn));
    await this.shelf.look();
    if (this.getState().left.length > 0) this.ask({ kind: 'recover' });
  }

  /** Opens a file in place of what is there, after asking where that would lose changes. */
  open(file: File, handle: FileSystemFileHandle | null = null): void {
    this.afterAsking(() => void this.load(file, handle));
  }

  /** Lets the person choose a file, in browsers that tell where it lies; false in others. */
  pick(): boolean {
    if (!canPick()) return false;
    const failed = (error: unknown) => this.fail(error, '');
    pickFile().then(async (handle) => handle && this.open(await handle.getFile(), handle), failed);
    return true;
  }

  /** Opens what was copied in a document, a web page or a viewer, in place of what is there. */
  paste(copied: { readonly html: string; readonly text: string }): void {
    const name = `${this.text.pasted}.xlsx`;
    const read = async () => {
      const { openPasted } = await import(/* webpackChunkName: "formats" */ '../formats/open');
      return { opened: openPasted(copied, this.text.pasted), bytes: new Uint8Array(), place: null };
    };
    this.afterAsking(() => void this.take(name, read));
  }

  showSample(id: SampleId): void {
    this.afterAsking(() => void this.put(id));
  }

  /** Opens a file again. Where it lies nowhere any more it is forgotten. */
  openRecent(file: Recent): void {
    const { name, handle } = file;
    const open = async () => {
      try {
        if (handle) {
          if (await isPermitted(handle, 'read')) await this.load(await handle.getFile(), handle);
          return;
        }
        const bytes = await this.shelf.copyOf(file);
        if (bytes) await this.load(new File([bytes.slice()], name), null);
      } catch (error) {
        console.warn(error);
        await this.shelf.forgetFile(file);
        this.say('error', withName(this.text.recent.gone, name));
      }
    };
    this.afterAsking(() => void open());
  }

  clearRecent(): void {
    void this.shelf.forgetFiles();
  }

  /** Shows what was left behind, to be brought back. */
  askBack(): void {
    this.ask({ kind: 'recover' });
  }

  /** Brings back changes that were left behind. */
  recover({ id, name }: Draft): void {
    this.store.update({ question: null });
    this.afterAsking(() => void this.bringBack(id, name));
  }

  forget(draft: Draft): void {
    void this.shelf.forget(draft).then(() => {
      const { question, left } = this.getState();
      if (question?.kind === 'recover' && left.length === 0) this.store.update({ question: null });
    }, console.warn);
  }

  /** Gives the workbook as a file: the opened one with what was changed in it, or a new one. */
  save(): void {
    const { opened } = this;
    if (!opened) return;
    const { name } = this.getState();
    if (!opened.file) return void this.write(() => newFile(opened, name, this.text));
    const { file } = opened;
    const found = patchedFile(opened, file);
    if ('losses' in found) {
      this.ask({
        kind: 'new-file',
        losses: found.losses,
        go: () => void this.write(() => newFile(opened, name, this.text)),
      });
    } else void this.write(() => inPlace(file, found, name, this.text));
  }

  /** The workbook as it would be saved now, without saving it. */
  readonly file = (): WorkbookBytes | null => this.opened && savedNow(this.opened, this.getState().name);

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
    if (go && question && 'go' in question) question.go();
  }

  private get text(): PageText {
    return pageText(this.getState().locale);
  }

  private say(intent: Message['intent'], text: string): void {
    this.store.update({ message: { intent, text } });
  }

  private ask(question: Question): void {
    this.store.update({ question });
  }

  private afterAsking(go: () => void): void {
    if (this.opened?.host.changes.unsaved) this.ask({ kind: 'discard', go });
    else go();
  }

  private async load(file: File, handle: FileSystemFileHandle | null): Promise<void> {
    const shown = await this.take(file.name, async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { openBytes } = await import(/* webpackChunkName: "formats" */ '../formats/open');
      const place = handle && { handle, modified: file.lastModified };
      return { opened: await openBytes(file.name, bytes), bytes, place };
    });
    if (shown) await this.shelf.remember(file, handle);
  }

  /** Puts what was read on the desk: a workbook as the file it is, all else as a new workbook under the same name. */
  private async take(
    name: string,
    read: () => Promise<{ readonly opened: ReadFile } & Pick<OpenedFile, 'bytes' | 'place'>>,
  ): Promise<boolean> {
    this.store.update({ opening: name, message: null });
    try {
      const { opened, bytes, place } = await read();
      const { workbook, sheets, active, notes } = opened;
      if (sheets.length === 0) throw new FormatError('not-xlsx', { found: 'unknown' });
      if (workbook)
        await this.show({ name, sheets: await gridSheets(workbook), active, file: { workbook, bytes, place } });
      else await this.show({ name, sheets: await plainSheets(sheets), active, file: null });
      const [note] = notes;
      if (note) this.say('warning', renderFileNote(note, this.getState().locale));
      return true;
    } catch (error) {
      this.fail(error, name);
      return false;
    } finally {
      this.store.update({ opening: null });
    }
  }

  private async bringBack(id: string, name: string): Promise<void> {
    this.store.update({ opening: name, message: null });
    try {
      const draft = await this.shelf.claim(id);
      if (!draft) return this.say('warning', withName(this.text.recover.elsewhere, name));
      const { source } = draft;
      if ('sheets' in source) await this.show({ ...draft.draft, sheets: source.sheets, file: null, draft });
      else {
        const { openBytes } = await import(/* webpackChunkName: "formats" */ '../formats/open');
        const { workbook } = await openBytes(name, source.bytes);
        if (!workbook) throw new FormatError('not-xlsx', { found: 'unknown' });
        const { bytes, place } = source;
        await this.show({
          ...draft.draft,
          sheets: await gridSheets(workbook),
          file: { workbook, bytes, place },
          draft,
        });
      }
      this.say('success', withName(this.text.recover.done, name));
    } catch (error) {
      console.error(error);
      await this.shelf.release(id);
      this.say('error', withName(this.text.recover.failed, name));
    } finally {
      this.store.update({ opening: null });
      await this.shelf.look();
    }
  }

  private async put(id: SampleId): Promise<void> {
    const sheet = sampleSheet(SAMPLES[id]);
    const name = `${this.text.sample[id]}.xlsx`;
    await this.show({ name, sheets: [sheet], active: sheet.snapshot.name, file: null });
  }

  private async show({ name, sheets, active, file, draft }: Shown): Promise<void> {
    const { createGrid, WorkbenchHost } = await import(/* webpackChunkName: "grid" */ '../hosts/workbench');
    const { describeFunctions, registerFunctions } = await import(/* webpackChunkName: "grid" */ './functions');
    this.opened?.autosave.discard();
    this.opened?.close();
    const { locale, appearance } = this.getState();
    // A grid of its own for every workbook: one that is used again keeps something of each that it has shown.
    const place = document.createElement('div');
    place.style.height = '100%';
    this.container?.replaceChildren(place);
    const grid = createGrid({ container: place, locale, dark: appearance === 'dark' });
    this.count += 1;
    // What was done to a workbook is kept under its name in the grid.
    const id = draft?.draft.id ?? newId();
    const workbook: GridWorkbook = {
      id,
      name,
      sheets,
      active: sheets.some(isNamed(active)) ? active : firstOf(sheets),
    };
    const host = new WorkbenchHost(grid, workbook);
    registerFunctions(grid);
    this.describe = (spoken) => describeFunctions(grid, spoken);
    this.describe(locale);
    await grid.drawn;
    const baseline = host.state;
    if (draft) await host.replay(draft.steps);
    const autosave = await this.shelf.autosave(
      {
        id,
        name,
        source: () => (file ? { bytes: file.bytes, place: file.place } : { sheets }),
        now: () => Date.now(),
        failed: (error) => {
          console.warn(error);
          this.store.update({ kept: false });
          this.say('warning', this.text.notKept);
        },
      },
      draft !== undefined,
    );
    const session = createPaneSession(host, hostLocale());
    const stops = [
      session.subscribe(() => this.follow(session)),
      host.changes.watch(() => this.store.update({ unsaved: host.changes.unsaved })),
      host.journal.listen((steps) => {
        this.steps += 1;
        autosave.add(steps, { unsaved: host.changes.unsaved, active: host.shown });
      }),
    ];
    const close = () => {
      for (const stop of stops) stop();
      session.dispose();
      host.dispose();
      grid.dispose();
    };
    this.grid = grid;
    this.opened = { host, session, file, baseline, sheets, autosave, close };
    const { unsaved } = host.changes;
    const inPlace = file?.place != null;
    this.store.update({ count: this.count, host, session, name, unsaved, inPlace, message: null });
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

  private async write(work: () => Written | Promise<Written>): Promise<void> {
    const { opened } = this;
    const { steps } = this;
    if (!opened) return;
    try {
      const { message, file } = await work();
      // Another workbook may be there by now, or more may have been done to this one.
      if (this.opened !== opened) return;
      if (file) this.opened = { ...opened, file };
      this.store.update({ message });
      if (this.steps !== steps) return;
      opened.host.changes.settle();
      opened.autosave.settle();
      this.store.update({ unsaved: false });
    } catch (error) {
      const { name, locale } = this.getState();
      if (!(error instanceof FormatError)) console.warn(error);
      this.say('error', error instanceof FormatError ? renderFormatError(error, locale, name) : this.text.failed.save);
    }
  }

  private fail(error: unknown, name: string): void {
    if (error instanceof FormatError) this.say('error', renderFormatError(error, this.getState().locale, name));
    else {
      console.error(error);
      this.say('error', withName(this.text.failed.other, name));
    }
  }
}

const isNamed = (name: string) => (sheet: GridSheet) => sheet.snapshot.name === name;
const firstOf = (sheets: readonly GridSheet[]) => sheets.find(({ snapshot }) => snapshot.visible)?.snapshot.name ?? '';
