import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, EraserRegular, HighlightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { safelyFixable, type Checked } from '../../../session';
import { say, useSession, useSessionState, useText } from '../../context';
import { FormulaMenu } from '../../formulas/FormulaMenu';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    flexShrink: 0,
    padding: '6px 8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  primary: { flexGrow: 1 },
  others: { display: 'flex', gap: '2px', flexGrow: 1 },
  /** Where the pane is at its smallest, icons have to do. */
  label: { '@media (max-height: 460px)': { display: 'none' } },
  more: { minWidth: 'auto', flexShrink: 0 },
  other: { minWidth: 0, flexGrow: 1, fontWeight: tokens.fontWeightRegular },
  status: {
    width: '100%',
    minHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':empty': { position: 'absolute', width: '1px', minHeight: '0' },
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
    <footer className={styles.bar}>
      <div className={styles.status} role="status">
        {notice && <span key={notice.id}>{say(text.notice[notice.code], { count: notice.count })}</span>}
      </div>
      {count > 0 && (
        <Button className={styles.primary} appearance="primary" size="small" onClick={() => void session.applySafe()}>
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
        <FormulaMenu className={styles.more} />
      </div>
    </footer>
  );
}
