import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useMemo, type ReactNode } from 'react';
import type { SheetSnapshot } from '../../../core/sheet';
import { fillOf, type Choices, type ScoredTable } from '../../../session/scoring';
import { say, useSession, useSessionState, useText } from '../../context';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 6px',
    flexShrink: 0,
    padding: '6px 8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  status: {
    width: '100%',
    minHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':empty': { position: 'absolute', width: '1px', minHeight: '0' },
  },
  write: { flexGrow: 1 },
  undo: { fontWeight: tokens.fontWeightRegular, minWidth: 0 },
});

interface Props {
  readonly tables: readonly ScoredTable[];
  readonly choices: Choices;
  readonly snapshot: SheetSnapshot;
  onWritten(): void;
}

/** 填写得分, in one step that can be undone. */
export function ScoreBar({ tables, choices, snapshot, onWritten }: Props): ReactNode {
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const undo = useSessionState((state) => state.undo);
  const notice = useSessionState((state) => state.notice);
  const phase = useSessionState((state) => state.phase);
  const fill = useMemo(() => {
    const fills = tables.map((table) => fillOf(table, choices, snapshot));
    return {
      sheet: snapshot.name,
      edits: fills.flatMap(({ edits }) => edits),
      basis: fills.flatMap(({ basis }) => basis),
    };
  }, [tables, choices, snapshot]);
  const count = fill.edits.length;
  const changed = fill.edits.filter(({ from }) => !('blank' in from)).length;
  const canWrite = tables.some(({ hasScoreColumn, hasActualColumn }) => hasScoreColumn && hasActualColumn);
  if (!canWrite && undo === null) return null;
  return (
    <footer className={styles.bar}>
      <div className={styles.status} role="status">
        {count > 0
          ? say(changed > 0 ? text.score.willChange : text.score.willFill, { fill: count - changed, change: changed })
          : notice && <span key={notice.id}>{say(text.notice[notice.code], { count: notice.count })}</span>}
      </div>
      {canWrite && (
        <Button
          className={styles.write}
          appearance="primary"
          size="small"
          disabledFocusable={count === 0 || phase === 'writing'}
          onClick={() => {
            if (count > 0) void session.fillScores(fill).then((written) => written && onWritten());
          }}
        >
          {count > 0 ? say(text.score.write, { count }) : text.score.nothingToWrite}
        </Button>
      )}
      <Button
        className={styles.undo}
        size="small"
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        title={undo === null ? text.action.undo : `${text.action.undo}${text.colon}${undo}`}
        disabledFocusable={undo === null}
        onClick={() => void session.undo()}
      >
        {text.action.undo}
      </Button>
    </footer>
  );
}
