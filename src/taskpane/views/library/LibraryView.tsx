import { useEffect, useRef, type ReactNode } from 'react';
import { useSession } from '../../context';
import { ProblemBar } from '../check/ProblemBar';
import { EditScreen } from './EditScreen';
import { EntryList } from './EntryList';
import { IncomingScreen } from './IncomingScreen';
import { InsertScreen } from './InsertScreen';
import { useLibraryDesk } from './desk';

/** 指标库: indicators to be found, looked at and put into the active table; those of a person's own among them. */
export default function LibraryView(): ReactNode {
  const session = useSession();
  const [{ screen }] = useLibraryDesk();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || session.getState().checked || session.getState().phase !== 'idle') return;
    asked.current = true;
    void session.check();
  }, [session]);
  return (
    <>
      <ProblemBar />
      {screen === 'list' && <EntryList />}
      {screen === 'insert' && <InsertScreen />}
      {screen === 'incoming' && <IncomingScreen />}
      {screen === 'edit' && <EditScreen />}
    </>
  );
}
