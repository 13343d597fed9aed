import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useSession } from '../../context';
import { ProblemBar } from '../check/ProblemBar';
import { useReviewDesk } from './desk';
import { OpinionScreen } from './OpinionScreen';

const GradesScreen = lazy(() => import('./GradesScreen'));
const SendBackScreen = lazy(() => import('./SendBackScreen'));
const PublishScreen = lazy(() => import('./PublishScreen'));
const CompareScreen = lazy(() => import('./CompareScreen'));

/** 审核: the reviewer's own opinions, grades, what goes back, what is made public, what changed. */
export default function ReviewView(): ReactNode {
  const session = useSession();
  const [{ screen }] = useReviewDesk();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || session.getState().checked || session.getState().phase !== 'idle') return;
    asked.current = true;
    void session.check();
  }, [session]);
  return (
    <>
      <ProblemBar />
      {screen === 'opinions' && <OpinionScreen />}
      <Suspense>
        {screen === 'grades' && <GradesScreen />}
        {screen === 'send-back' && <SendBackScreen />}
        {screen === 'publish' && <PublishScreen />}
        {screen === 'compare' && <CompareScreen />}
      </Suspense>
    </>
  );
}
