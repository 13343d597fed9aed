import { lazy, Suspense, type ReactNode } from 'react';
import { useFirstCheck } from '../../parts/first-check';
import { ProblemBar } from '../check/ProblemBar';
import { useReviewDesk } from './desk';
import { OpinionScreen } from './OpinionScreen';

const GradesScreen = lazy(() => import('./GradesScreen'));
const SendBackScreen = lazy(() => import('./SendBackScreen'));
const PublishScreen = lazy(() => import('./PublishScreen'));
const CompareScreen = lazy(() => import('./CompareScreen'));

/** 审核: the reviewer's own opinions, grades, what goes back, what is made public, what changed. */
export default function ReviewView(): ReactNode {
  const [{ screen }] = useReviewDesk();
  useFirstCheck();
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
