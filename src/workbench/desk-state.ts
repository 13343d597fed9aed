import type { WorkbookFile } from '../formats/xlsx';
import type { GridSheet, WorkbenchHost } from '../hosts/workbench';
import type { MemoryState } from '../hosts/memory/state';
import type { Locale } from '../i18n';
import type { Session } from '../session';
import type { Appearance } from '../taskpane/theme';
import type { FilePlace } from './browser';
import type { Autosave, OnShelf } from './keep';
import type { Loss } from './losses';

/** The file that a workbook came from. */
export interface OpenedFile {
  readonly workbook: WorkbookFile;
  readonly bytes: Uint8Array;
  /** Null where the browser does not tell. */
  readonly place: FilePlace | null;
}

/** The workbook on the desk. */
export interface Opened {
  readonly host: WorkbenchHost;
  readonly session: Session;
  /** Null for a sample or what was pasted. */
  readonly file: OpenedFile | null;
  /** What the grid held right after opening. */
  readonly baseline: MemoryState;
  readonly sheets: readonly GridSheet[];
  readonly autosave: Autosave;
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
  | { readonly kind: 'new-file'; readonly losses: readonly Loss[]; readonly go: () => void }
  /** 找回: asked at the start, and again when the person wants. */
  | { readonly kind: 'recover' };

export interface DeskState extends OnShelf {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Name of the file being opened. */
  readonly opening: string | null;
  /** File name of the workbook. */
  readonly name: string;
  readonly unsaved: boolean;
  /** Whether saving writes the file where it lies rather than giving it out. */
  readonly inPlace: boolean;
  /** Grows with every workbook that is put on the desk. */
  readonly count: number;
  readonly session: Session | null;
  readonly host: WorkbenchHost | null;
  readonly locale: Locale;
  readonly appearance: Appearance;
  readonly message: Message | null;
  readonly question: Question | null;
  /** A newer version of the program is ready. */
  readonly updated: boolean;
}
