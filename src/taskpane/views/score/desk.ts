import { useCallback, useSyncExternalStore } from 'react';
import type { Session } from '../../../session';
import type { Choices, ClosingChoices, ScoreForm } from '../../../session/scoring';
import { Store } from '../../../session/state';
import { useSession } from '../../context';

/** What a person has decided and tried on the rows of one sheet, and has not written yet. */
export interface Desk {
  readonly choices: Choices;
  /** 总分 and 等级, by the first row of the table. */
  readonly closings: ReadonlyMap<number, ClosingChoices>;
  /** How scores are written. */
  readonly form: ScoreForm;
  /** Results that are being tried, by row and what it says: another standard or actual value begins anew. */
  readonly trials: ReadonlyMap<string, readonly string[]>;
  /** The row at which 逐项自评 is; null where it is not under way. */
  readonly evaluating: number | null;
  /** The row that is shown by itself. */
  readonly open: number | null;
}

const EMPTY: Desk = {
  choices: new Map(),
  closings: new Map(),
  form: 'value',
  trials: new Map(),
  evaluating: null,
  open: null,
};

type Desks = Readonly<Record<string, Desk>>;

/** Views are taken down when another is opened: what is on a desk lives as long as the session. */
const desks = new WeakMap<Session, Store<{ readonly desks: Desks }>>();

function storeOf(session: Session): Store<{ readonly desks: Desks }> {
  const found = desks.get(session) ?? new Store<{ readonly desks: Desks }>({ desks: {} });
  desks.set(session, found);
  return found;
}

/** `place` tells sheets and rows apart: where rows came or went, people are asked anew. */
export function useDesk(place: string): readonly [Desk, (change: Partial<Desk>) => void] {
  const store = storeOf(useSession());
  const desk = useSyncExternalStore(store.subscribe, () => store.getState().desks[place] ?? EMPTY);
  const change = useCallback(
    (part: Partial<Desk>): void => {
      const all = store.getState().desks;
      store.update({ desks: { ...all, [place]: { ...EMPTY, ...all[place], ...part } } });
    },
    [store, place],
  );
  return [desk, change];
}

/** A map with one entry set, or taken out. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | undefined): ReadonlyMap<K, V> {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}
