import { resultOf, together } from './database';

/** 最近打开: a file that can be opened again, by its place on the disk where the browser lets a page know it, else by a copy. */
export interface Recent {
  readonly id: string;
  readonly name: string;
  /** When it was opened, in milliseconds since 1970. */
  readonly at: number;
  /** In bytes. */
  readonly size: number;
  readonly handle: FileSystemFileHandle | null;
}

/** How much is kept: files in all, and bytes of copies in all and of one. */
export const BOUNDS = { files: 10, bytes: 30_000_000, one: 10_000_000 } as const;

/** Which of the files, latest first, are kept within the bounds. A place takes no room, a copy its size. */
export function within(files: readonly Recent[], bounds: typeof BOUNDS = BOUNDS): Recent[] {
  const kept: Recent[] = [];
  let bytes = 0;
  for (const file of files) {
    const size = file.handle ? 0 : file.size;
    if (kept.length === bounds.files || size > bounds.one || bytes + size > bounds.bytes) continue;
    bytes += size;
    kept.push(file);
  }
  return kept;
}

/** The files last opened, in the browser's database. */
export class RecentFiles {
  constructor(private readonly database: IDBDatabase) {}

  /** Latest first. */
  async list(): Promise<Recent[]> {
    const all = await resultOf<Recent[]>(this.database.transaction('recent').objectStore('recent').getAll());
    return all.sort((a, b) => b.at - a.at);
  }

  /** Takes the place of what was the same file before. Without a handle the bytes are kept. */
  async add(file: Recent, bytes: Uint8Array): Promise<void> {
    const before = await this.list();
    const others: Recent[] = [];
    for (const other of before) if (!(await isSame(file, other))) others.push(other);
    const kept = within([file, ...others]);
    await together(this.database, ['recent', 'files'], (store) => {
      for (const { id } of before) {
        if (kept.some((one) => one.id === id)) continue;
        store('recent').delete(id);
        store('files').delete(id);
      }
      if (!kept.includes(file)) return;
      store('recent').put(file);
      if (!file.handle) store('files').put(bytes, file.id);
    });
  }

  /** The copy of a file that was kept without its place. */
  async bytes(id: string): Promise<Uint8Array | null> {
    return (
      (await resultOf<Uint8Array | undefined>(this.database.transaction('files').objectStore('files').get(id))) ?? null
    );
  }

  remove(id: string): Promise<void> {
    return together(this.database, ['recent', 'files'], (store) => {
      store('recent').delete(id);
      store('files').delete(id);
    });
  }

  clear(): Promise<void> {
    return together(this.database, ['recent', 'files'], (store) => {
      store('recent').clear();
      store('files').clear();
    });
  }
}

async function isSame(a: Recent, b: Recent): Promise<boolean> {
  if (a.handle && b.handle) return a.handle.isSameEntry(b.handle);
  return !a.handle && !b.handle && a.name === b.name;
}
