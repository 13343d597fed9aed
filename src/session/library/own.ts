import {
  mergeLibraries,
  readLibrary,
  writeLibrary,
  type LibraryEntry,
  type LibraryProblem,
  type MergedLibrary,
} from '../../core/library';
import type { SettingsStorage } from '../settings';
import { Store } from '../state';

export interface OwnLibraryState {
  readonly entries: readonly LibraryEntry[];
  /** What was kept could not be read whole: told, and left alone until something is saved. */
  readonly problems: readonly LibraryProblem[];
  /** False where the browser refuses to keep it: it then holds until the pane is closed. */
  readonly kept: boolean;
}

/** 自建指标库: a person's own entries, kept on the machine. */
export class OwnLibrary {
  private readonly store: Store<OwnLibraryState>;
  readonly subscribe: Store<OwnLibraryState>['subscribe'];
  readonly getState: Store<OwnLibraryState>['getState'];

  constructor(private readonly storage: SettingsStorage) {
    this.store = new Store<OwnLibraryState>(this.load());
    this.subscribe = this.store.subscribe;
    this.getState = this.store.getState;
  }

  /** What merging would add and change; nothing is kept yet. */
  preview(incoming: readonly LibraryEntry[]): MergedLibrary {
    return mergeLibraries(this.getState().entries, incoming);
  }

  merge(incoming: readonly LibraryEntry[]): MergedLibrary {
    const merged = this.preview(incoming);
    this.save(merged.entries);
    return merged;
  }

  /** Puts an entry in the place of another; its name may be a new one. */
  replace(id: string, entry: LibraryEntry): void {
    const { entries } = this.getState();
    const others = entries.filter((own) => own.id !== entry.id || own.id === id);
    this.save(others.map((own) => (own.id === id ? entry : own)));
  }

  remove(id: string): void {
    this.save(this.getState().entries.filter((own) => own.id !== id));
  }

  private load(): OwnLibraryState {
    try {
      const text = this.storage.load();
      if (text === null) return { entries: [], problems: [], kept: true };
      return { ...readLibrary(text), kept: true };
    } catch {
      return { entries: [], problems: [], kept: false };
    }
  }

  private save(entries: readonly LibraryEntry[]): void {
    let kept = true;
    try {
      this.storage.save(writeLibrary(entries));
    } catch {
      kept = false;
    }
    this.store.update({ entries, problems: [], kept });
  }
}
