import { useLayoutEffect, useState } from 'react';
import type { Checked } from '../../../session';
import { scoring, type ScoredTable } from '../../../session/scoring';
import { drive } from '../../../session/slices';

export interface Scored {
  readonly checked: Checked;
  readonly tables: readonly ScoredTable[];
}

/** What was last reckoned; what it was reckoned from stays with it. */
export function useScored(checked: Checked | null): Scored | null {
  const [scored, setScored] = useState<Scored | null>(null);
  useLayoutEffect(() => {
    if (!checked) return undefined;
    let gone = false;
    const pacing = {
      clock: () => performance.now(),
      schedule: (fn: () => void) => void setTimeout(fn, 0),
    };
    drive(scoring(checked.tables, checked.snapshot), pacing, { cancelled: () => gone, progress: () => undefined }).then(
      (tables) => tables && !gone && setScored({ checked, tables }),
      (error: unknown) =>
        setScored(() => {
          throw error;
        }),
    );
    return () => {
      gone = true;
    };
  }, [checked]);
  return scored;
}
