import { useCallback, useSyncExternalStore } from 'react';
import type { FormId } from '../../../core/indicator';
import type { LevelPlace, ScoreFormulas, Unplaced } from '../../../core/templates';
import type { Session } from '../../../session';
import type { FormSource } from '../../../session/forms';
import { Store } from '../../../session/state';
import { useSession } from '../../context';

/** What a person has decided about the form that is to be inserted. */
export interface FormChoices {
  readonly form: FormId;
  /** Key of a source; null for an empty form. */
  readonly source: string | null;
  /** The year of the new table; null for the source's own. */
  readonly year: number | null;
  readonly targets: 'keep' | 'clear';
  readonly budget: 'keep' | 'clear';
  readonly scores: ScoreFormulas;
  readonly protect: boolean;
  readonly place: 'new-sheet' | 'at';
  /** Levels chosen for rows that could go to several, by their index in the source. */
  readonly places: ReadonlyMap<number, LevelPlace>;
}

export type FormsScreen = 'list' | 'form' | 'start' | 'layout';

/** A table read from a file that is not open. */
export interface FileSource {
  readonly key: string;
  readonly file: string;
  readonly source: FormSource;
}

export interface FormsDesk {
  readonly screen: FormsScreen;
  readonly choices: FormChoices;
  readonly files: readonly FileSource[];
  /** The screen or form that was left just now: the focus goes back to what opened it. */
  readonly from: FormsScreen | FormId | null;
  /** Set where the view is asked from elsewhere to rebuild the table of the active sheet. */
  readonly rebuild: boolean;
  /** Of the form that was inserted last by one click: what found no place in it. */
  readonly left: { readonly form: FormId; readonly unplaced: readonly Unplaced[] } | null;
}

export const NEW_CHOICES: FormChoices = {
  form: 'project-target',
  source: null,
  year: null,
  targets: 'keep',
  budget: 'keep',
  scores: 'functions',
  protect: false,
  place: 'new-sheet',
  places: new Map(),
};

const EMPTY: FormsDesk = { screen: 'list', choices: NEW_CHOICES, files: [], from: null, rebuild: false, left: null };

/** Views are taken down when another is opened: what is on the desk lives as long as the session. */
const desks = new WeakMap<Session, Store<{ readonly desk: FormsDesk }>>();

function storeOf(session: Session): Store<{ readonly desk: FormsDesk }> {
  const found = desks.get(session) ?? new Store<{ readonly desk: FormsDesk }>({ desk: EMPTY });
  desks.set(session, found);
  return found;
}

export function useFormsDesk(): readonly [FormsDesk, (change: Partial<FormsDesk>) => void] {
  const store = storeOf(useSession());
  const desk = useSyncExternalStore(store.subscribe, () => store.getState().desk);
  const change = useCallback(
    (part: Partial<FormsDesk>) => store.update({ desk: { ...store.getState().desk, ...part } }),
    [store],
  );
  return [desk, change];
}

/** 填入表样, from elsewhere: opens the forms with a table of a file as the source of one. */
export function askToFill(session: Session, sources: readonly FileSource[], form: FormId, source: string): void {
  const store = storeOf(session);
  const { desk } = store.getState();
  const keys = new Set(sources.map(({ key }) => key));
  const files = [...desk.files.filter(({ key }) => !keys.has(key)), ...sources];
  const choices = { ...NEW_CHOICES, form, source };
  store.update({ desk: { ...desk, files, choices, screen: 'form', left: null, rebuild: false } });
  session.show('forms');
}

/** 套用模板重建, from another view: opens the forms with the active table as the source. */
export function askToRebuild(session: Session): void {
  const store = storeOf(session);
  store.update({ desk: { ...store.getState().desk, rebuild: true } });
  session.show('forms');
}
