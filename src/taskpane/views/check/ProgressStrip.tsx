import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { say, useSession, useSessionState, useText } from '../../context';

const useStyles = makeStyles({
  /** Most checks are over before anybody could read this: it shows only for those that are not. */
  strip: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: 0,
    visibility: 'hidden',
    animationName: { to: { visibility: 'visible' } },
    animationDuration: '1ms',
    animationDelay: '400ms',
    animationFillMode: 'forwards',
  },
  inside: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow4,
    fontSize: tokens.fontSizeBase200,
  },
  words: { flexShrink: 0 },
  bar: { flexGrow: 1, width: 0, minWidth: '40px', accentColor: tokens.colorCompoundBrandStroke },
});

/** How far a long check has come, and how to stop it. */
export function ProgressStrip(): ReactNode {
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const phase = useSessionState((state) => state.phase);
  const progress = useSessionState((state) => state.progress);
  if (phase === 'idle') return null;
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <div className={styles.strip}>
      <div className={styles.inside}>
        <span className={styles.words}>{text.state[phase]}</span>
        <progress
          className={styles.bar}
          aria-label={text.state[phase]}
          {...(share === null
            ? {}
            : { value: share, title: say(text.state.progress, { percent: Math.floor(share * 100) }) })}
        />
        {phase !== 'writing' && (
          <Button size="small" onClick={() => session.cancel()}>
            {text.action.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}
