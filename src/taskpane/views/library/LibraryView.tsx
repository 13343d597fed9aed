import type { ReactNode } from 'react';
import { useFirstCheck } from '../../parts/first-check';
import { ProblemBar } from '../check/ProblemBar';
import { EditScreen } from './EditScreen';
import { EntryList } from './EntryList';
import { IncomingScreen } from './IncomingScreen';
import { InsertScreen } from './InsertScreen';
import { useLibraryDesk } from './desk';

/** 指标库: indicators to be found, looked at and put into the active table; those of a person's own among them. */
export default function LibraryView(): ReactNode {
  const [{ screen }] = useLibraryDesk();
  useFirstCheck();
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
