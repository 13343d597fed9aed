import { createClaims } from './claims';
import { openDatabase } from './database';
import { Drafts } from './drafts';
import { RecentFiles } from './recent';

export { Autosave } from './autosave';
export type { Draft, Drafts, DraftSource, KeptDraft } from './drafts';
export { type Recent, RecentFiles } from './recent';

/** What the browser keeps for the workbench, on this machine alone. */
export interface Keep {
  readonly drafts: Drafts;
  readonly recent: RecentFiles;
}

/** Null where the browser keeps nothing: then the workbench works on without. */
export async function openKeep(): Promise<Keep | null> {
  try {
    const database = await openDatabase();
    return { drafts: new Drafts(database, createClaims()), recent: new RecentFiles(database) };
  } catch {
    return null;
  }
}
