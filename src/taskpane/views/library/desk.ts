import { useCallback, useSyncExternalStore } from 'react';
import type { FieldId, LibraryEntry, LibraryProblem, MergedLibrary } from '../../../core/library';
import type { Level1, Level2, Tree } from '../../../core/indicator';
import type { Session } from '../../../session';
import { Store } from '../../../session/state';
import { useSession } from '../../context';

/** What is being looked for; `own` is the person's own library. */
export interface LibraryQuery {
  readonly words: string;
  readonly field: FieldId | 'own' | null;
  readonly level: Level1 | Level2 | null;
  /** Null: the tree of the active table. */
  readonly tree: Tree | null;
}

/** What came in from a sheet or a file, before it is taken over. */
export interface Incoming {
  readonly from: string;
  readonly read: 'entry' | 'row';
  readonly entries: readonly LibraryEntry[];
  readonly problems: readonly LibraryProblem[];
  readonly merged: MergedLibrary;
}

export interface LibraryDesk {
  readonly query: LibraryQuery;
  /** Ids, in the order in which they were chosen. */
  readonly chosen: readonly string[];
  /** A screen was left just now: the focus goes back to the search. */
  readonly returned: boolean;
  readonly screen: 'list' | 'insert' | 'incoming' | 'edit';
  readonly incoming: Incoming | null;
  readonly edited: LibraryEntry | null;
}

const EMPTY: LibraryDesk = {
  query: { words: '', field: null, level: null, tree: null },
  chosen: [],
  returned: false,
  screen: 'list',
  incoming: null,
  edited: null,
};

const desks = new WeakMap<Session, Store<{ readonly desk: LibraryDesk }>>();

function storeOf(session: Session): Store<{ readonly desk: LibraryDesk }> {
  const found = desks.get(session) ?? new Store<{ readonly desk: LibraryDesk }>({ desk: EMPTY });
  desks.set(session, found);
  return found;
}

/** Shows what came in from elsewhere, before it is taken over. */
export function askToTakeIn(session: Session, incoming: Incoming): void {
  const store = storeOf(session);
  store.update({ desk: { ...store.getState().desk, screen: 'incoming', incoming } });
  session.show('library');
}

/** What is chosen and looked for lives as long as the session: views are taken down when another is opened. */
export function useLibraryDesk(): readonly [LibraryDesk, (change: Partial<LibraryDesk>) => void] {
  const store = storeOf(useSession());
  const desk = useSyncExternalStore(store.subscribe, () => store.getState().desk);
  const change = useCallback(
    (part: Partial<LibraryDesk>) => store.update({ desk: { ...store.getState().desk, ...part } }),
    [store],
  );
  return [desk, change];
}
