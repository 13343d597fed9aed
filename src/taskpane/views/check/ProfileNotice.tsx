import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { decisionOn, workbookProfile } from '../../../session/profile';
import { useSessionState } from '../../context';

const Card = lazy(() =>
  import('../settings/WorkbookProfileCard').then(({ WorkbookProfileCard }) => ({ default: WorkbookProfileCard })),
);

const useStyles = makeStyles({ place: { padding: '8px 12px' } });

/** A profile that came with the workbook, until the person has said whether it is to be used. */
export function ProfileNotice(): ReactNode {
  const styles = useStyles();
  const settings = useSessionState((state) => state.settings);
  const record = useSessionState((state) => state.checked?.record ?? null);
  const carried = useMemo(() => workbookProfile(record), [record]);
  if (!carried?.reading.ok || decisionOn(settings, carried) !== null) return null;
  return (
    <Suspense>
      <div className={styles.place}>
        <Card profile={carried} />
      </div>
    </Suspense>
  );
}
