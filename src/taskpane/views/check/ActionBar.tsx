import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, EraserRegular, HighlightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { safelyFixable, type Checked } from '../../../session';
import { say, useSession, useSessionState, useText } from '../../context';
import { FormulaMenu } from '../../formulas/FormulaMenu';
import { useBarStyles } from '../../parts/bar-styles';

const useStyles = makeStyles({
  others: { display: 'flex', gap: '2px', flexGrow: 1 },
  /** Where the pane is at its smallest, icons have to do. */
  label: { '@media (max-height: 460px)': { display: 'none' } },
  other: { minWidth: 0, flexGrow: 1, fontWeight: tokens.fontWeightRegular },
  said: {
    '@media (max-height: 460px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
});

interface Props {
  readonly checked: Checked;
  /** Whether there is anything to mark. */
  readonly markable: boolean;
}

/** What can be done with the sheet as a whole, and what was just done. */
export function ActionBar({ checked, markable }: Props): ReactNode {
  const bar = useBarStyles();
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const undo = useSessionState((state) => state.undo);
  const notice = useSessionState((state) => state.notice);
  const { marks } = useSessionState((state) => state.capabilities);
  const count = safelyFixable(checked.findings).length;
  const buttons = [
    ...(marks
      ? [
          { label: text.action.mark, icon: <HighlightRegular />, enabled: markable, run: () => session.mark() },
          { label: text.action.clearMarks, icon: <EraserRegular />, enabled: true, run: () => session.clearMarks() },
        ]
      : []),
    { label: text.action.undo, icon: <ArrowUndoRegular />, enabled: undo !== null, run: () => session.undo() },
  ];
  return (
    <footer className={bar.bar}>
      <div className={mergeClasses(bar.status, styles.said)} role="status">
        {notice && <span key={notice.id}>{say(text.notice[notice.code], { count: notice.count })}</span>}
      </div>
      {count > 0 && (
        <Button className={bar.main} appearance="primary" size="small" onClick={() => void session.applySafe()}>
          {say(text.action.fixAll, { count })}
        </Button>
      )}
      <div className={styles.others}>
        {buttons.map(({ label, icon, enabled, run }) => (
          <Button
            key={label}
            className={styles.other}
            size="small"
            appearance="subtle"
            icon={icon}
            aria-label={label}
            title={label === text.action.undo && undo !== null ? `${label}${text.colon}${undo}` : label}
            disabledFocusable={!enabled}
            onClick={() => void run()}
          >
            <span className={styles.label}>{label}</span>
          </Button>
        ))}
        <FormulaMenu className={bar.more} />
      </div>
    </footer>
  );
}
