import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import type { Checked, Group } from '../../../session';
import { useSession, useSessionState, useText } from '../../context';
import { focusOutline } from '../../parts/focus-outline';

const Overview = lazy(() => import('../../overview/Overview'));

const useStyles = makeStyles({
  heading: { margin: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    padding: '6px 12px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline('-3px'),
  },
});

/** 概览, folded until somebody wants it; it stays as it was left. */
export function OverviewSection(props: { readonly checked: Checked; readonly groups: readonly Group[] }): ReactNode {
  const styles = useStyles();
  const { summary } = useText();
  const session = useSession();
  const open = useSessionState((state) => state.settings.overview);
  const id = useId();
  return (
    <>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => session.setSettings({ overview: !open })}
        >
          {open ? <ChevronDownRegular fontSize={16} /> : <ChevronRightRegular fontSize={16} />}
          {summary.overview}
        </button>
      </h2>
      {open && (
        <section id={id} aria-label={summary.overview}>
          <Suspense>
            <Overview {...props} />
          </Suspense>
        </section>
      )}
    </>
  );
}
