import { useEffect, useRef } from 'react';
import { useSession } from '../context';

/** Has the active table checked when a view that lives on it is opened first; later checks come with the edits. */
export function useFirstCheck(): void {
  const session = useSession();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || session.getState().checked || session.getState().phase !== 'idle') return;
    asked.current = true;
    void session.check();
  }, [session]);
}
