import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { NoticeCode } from '../../session';
import { say, useSessionState, useText } from '../context';
import { useBarStyles } from './bar-styles';
import { UndoButton } from './UndoButton';

/** What was done elsewhere is no news here. */
const NEWS: readonly NoticeCode[] = [
  'form-inserted',
  'indicators-inserted',
  'sheet-inserted',
  'chart-inserted',
  'opinion-recorded',
  'opinion-answered',
  'opinion-settled',
  'opinion-reopened',
  'opinion-withdrawn',
  'grades-recorded',
  'review-form-drawn',
  'opinion-sheet-written',
  'sent-back',
  'profile-recorded',
  'profile-withdrawn',
  'undone',
];

interface Props {
  /** What is about to happen; what was done last is said where this is left out. */
  readonly will?: string;
  /** Said in place of what the session says. */
  readonly said?: string;
  /** The one thing to do here. */
  readonly action?: { readonly label: string; readonly enabled: boolean; run(): void };
  readonly children?: ReactNode;
}

/** The foot of a view: what was done or will be, the one thing to do, and undoing it. */
export function Footer({ will, said, action, children }: Props): ReactNode {
  const styles = useBarStyles();
  const text = useText();
  const notice = useSessionState((state) => state.notice);
  const writing = useSessionState((state) => state.phase === 'writing');
  const done = said ?? (notice && NEWS.includes(notice.code) && say(text.notice[notice.code], { count: notice.count }));
  const enabled = action !== undefined && action.enabled && !writing;
  return (
    <footer className={styles.bar}>
      <div className={styles.status} role="status">
        {will ?? (writing ? text.state.writing : done)}
      </div>
      {action && (
        <Button
          className={styles.main}
          appearance="primary"
          size="small"
          disabledFocusable={!enabled}
          onClick={() => enabled && action.run()}
        >
          {action.label}
        </Button>
      )}
      {children}
      <UndoButton />
    </footer>
  );
}
