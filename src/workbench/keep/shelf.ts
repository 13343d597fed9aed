import { newId } from '../browser';
import { Autosave, type AutosaveOptions } from './autosave';
import { createClaims } from './claims';
import { openDatabase } from './database';
import { Drafts, type Draft, type KeptDraft } from './drafts';
import { RecentFiles, type Recent } from './recent';

/** What is shown of it. */
export interface OnShelf {
  /** Whether changes are kept in the browser until they are saved. */
  readonly kept: boolean;
  /** Changes that pages left behind that are gone. */
  readonly left: readonly Draft[];
  readonly recent: readonly Recent[];
}

interface Keep {
  readonly drafts: Drafts;
  readonly recent: RecentFiles;
}

/**
 * What the browser keeps for the workbench, on this machine alone: drafts, and the files opened last. Where it keeps
 * nothing (private windows, refused storage) the workbench works on without.
 */
export class Shelf {
  private readonly keep: Promise<Keep | null> = openDatabase().then(
    (database) => ({ drafts: new Drafts(database, createClaims()), recent: new RecentFiles(database) }),
    () => null,
  );

  /** `show` is told of what changes. */
  constructor(private readonly show: (now: Partial<OnShelf>) => void) {}

  /** Looks at what there is. */
  async look(): Promise<void> {
    const keep = await this.keep;
    if (!keep) return;
    try {
      const [left, recent] = await Promise.all([keep.drafts.left(), keep.recent.list()]);
      this.show({ kept: true, left, recent });
    } catch (error) {
      console.warn(error);
    }
  }

  /** Takes a file that was opened into the list: its place where that is known, else a copy. */
  async remember(file: File, handle: FileSystemFileHandle | null): Promise<void> {
    const keep = await this.keep;
    if (!keep) return;
    const { name, size } = file;
    try {
      const bytes = handle ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
      await keep.recent.add({ id: newId(), name, size, at: Date.now(), handle }, bytes);
    } catch (error) {
      console.warn(error);
    }
    await this.look();
  }

  async copyOf({ id }: Recent): Promise<Uint8Array | null> {
    return (await (await this.keep)?.recent.bytes(id)) ?? null;
  }

  async forgetFile({ id }: Recent): Promise<void> {
    await (await this.keep)?.recent.remove(id);
    await this.look();
  }

  async forgetFiles(): Promise<void> {
    await (await this.keep)?.recent.clear();
    await this.look();
  }

  /** Null where another page has it, or it is gone. */
  async claim(id: string): Promise<KeptDraft | null> {
    return (await (await this.keep)?.drafts.claim(id)) ?? null;
  }

  async release(id: string): Promise<void> {
    (await this.keep)?.drafts.release(id);
  }

  async forget({ id }: Draft): Promise<void> {
    await (await this.keep)?.drafts.remove(id);
    await this.look();
  }

  /** Keeps a workbook from now on; one that was left behind goes on under its name. */
  async autosave(options: AutosaveOptions, left: boolean): Promise<Autosave> {
    const drafts = this.keep.then((keep) => keep?.drafts ?? null);
    const autosave = new Autosave(drafts, options);
    if (left) autosave.resume((await (await drafts)?.next(options.id)) ?? 0);
    return autosave;
  }
}
