import { useCallback, useSyncExternalStore } from 'react';
import type { Session } from '../../../session';
import type { ReviewGrades } from '../../../session/review/grades';
import { Store } from '../../../session/state';
import { useSession } from '../../context';

export type ReviewScreen = 'opinions' | 'grades' | 'send-back' | 'publish' | 'compare';

export interface ReviewDesk {
  readonly screen: ReviewScreen;
  /** The screen that was left just now: the focus goes back to what opened it. */
  readonly from: ReviewScreen | null;
  /** An opinion that is being written. */
  readonly draft: string;
  /** Grades that were changed and not yet written, with the sheet of their table. */
  readonly grades: { readonly sheet: string; readonly grades: Pick<ReviewGrades, 'lines' | 'opinion'> } | null;
  readonly office: string;
}

const EMPTY: ReviewDesk = { screen: 'opinions', from: null, draft: '', grades: null, office: '' };

const desks = new WeakMap<Session, Store<{ readonly desk: ReviewDesk }>>();

/** What is being written lives as long as the session: views are taken down when another is opened. */
export function useReviewDesk(): readonly [ReviewDesk, (change: Partial<ReviewDesk>) => void] {
  const session = useSession();
  const store = desks.get(session) ?? new Store<{ readonly desk: ReviewDesk }>({ desk: EMPTY });
  desks.set(session, store);
  const desk = useSyncExternalStore(store.subscribe, () => store.getState().desk);
  const change = useCallback(
    (part: Partial<ReviewDesk>) => store.update({ desk: { ...store.getState().desk, ...part } }),
    [store],
  );
  return [desk, change];
}
