import { useEffect, type ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { ProblemBar } from '../check/ProblemBar';
import { FormList } from './FormList';
import { FormScreen } from './FormScreen';
import { NEW_CHOICES, useFormsDesk } from './desk';
import { formToRebuild, useSources } from './sources';

const StartScreen = lazy(() => import(/* webpackChunkName: "more" */ './StartScreen'));
const LayoutScreen = lazy(() => import(/* webpackChunkName: "more" */ './LayoutScreen'));

/** 表样: the forms, what they are filled from, and where they go. */
export default function FormsView(): ReactNode {
  const [desk, change] = useFormsDesk();
  const sources = useSources();
  const { current, workbook } = sources;
  useEffect(() => {
    if (!desk.rebuild || !workbook) return;
    if (!current?.table) change({ rebuild: false, screen: 'list' });
    else {
      const form = formToRebuild(current.table);
      change({ rebuild: false, screen: 'form', choices: { ...NEW_CHOICES, form, source: current.key } });
    }
  }, [desk.rebuild, workbook, current, change]);
  return (
    <>
      <ProblemBar />
      <Suspense>
        {desk.screen === 'list' && <FormList sources={sources} />}
        {desk.screen === 'form' && <FormScreen sources={sources} />}
        {desk.screen === 'start' && <StartScreen workbook={workbook} />}
        {desk.screen === 'layout' && <LayoutScreen sources={sources} />}
      </Suspense>
    </>
  );
}
