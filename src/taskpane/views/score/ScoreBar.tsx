import { Button, makeStyles } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { SheetSnapshot } from '../../../core/sheet';
import type { NoticeCode } from '../../../session';
import { fillOf, type Plans, type ScoredTable, type ScoreFill } from '../../../session/scoring';
import { say, useSession, useSessionState, useText } from '../../context';
import { FormulaMenu } from '../../formulas/FormulaMenu';
import { useBarStyles } from '../../parts/bar-styles';
import { UndoButton } from '../../parts/UndoButton';
import type { Desk } from './desk';

const useStyles = makeStyles({
  will: { ':not(:first-child)::before': { content: '" · "' } },
});

/** What was done here is said even where there is more to do. */
const OWN_NOTICES: readonly NoticeCode[] = ['scored', 'scored-totalled', 'totalled', 'adopted', 'evaluated', 'undone'];

interface Props {
  readonly tables: readonly ScoredTable[];
  readonly desk: Desk;
  readonly snapshot: SheetSnapshot;
  /** By table; null while they are being made. */
  readonly plans: readonly Plans[] | null;
  onWritten(): void;
}

/** 填写得分, in one step that can be undone. */
export function ScoreBar({ tables, desk, snapshot, plans, onWritten }: Props): ReactNode {
  const styles = { ...useBarStyles(), ...useStyles() };
  const text = useText();
  const session = useSession();
  const undo = useSessionState((state) => state.undo);
  const notice = useSessionState((state) => state.notice);
  const phase = useSessionState((state) => state.phase);
  const fill = useMemo((): ScoreFill => {
    const fills = (plans ? tables : []).map((table, index) => {
      const closings = desk.closings.get(table.table.range.top);
      return fillOf(table, desk.choices, snapshot, closings, plans?.[index], desk.form);
    });
    return {
      sheet: snapshot.name,
      edits: fills.flatMap(({ edits }) => edits),
      scores: fills.reduce((sum, { scores }) => sum + scores, 0),
      ends: fills.reduce((sum, { ends }) => sum + ends, 0),
      basis: fills.flatMap(({ basis }) => basis),
    };
  }, [tables, desk, snapshot, plans]);
  const count = fill.edits.length;
  const changed = fill.edits.filter(({ from }) => !('blank' in from)).length;
  const canWrite = tables.some(({ hasScoreColumn, hasActualColumn }) => hasScoreColumn && hasActualColumn);
  if (!canWrite && undo === null) return null;
  return (
    <footer className={styles.bar}>
      <div className={styles.status} role="status">
        {notice && (count === 0 || OWN_NOTICES.includes(notice.code)) && (
          <span key={notice.id}>{say(text.notice[notice.code], { count: notice.count })}</span>
        )}
        {count > 0 && (
          <span className={styles.will}>
            {say(changed > 0 ? text.score.willChange : text.score.willFill, { fill: count - changed, change: changed })}
          </span>
        )}
      </div>
      {canWrite && (
        <Button
          className={styles.main}
          appearance="primary"
          size="small"
          disabledFocusable={count === 0 || phase === 'writing'}
          onClick={() => {
            if (count > 0) void session.fillScores(fill).then((written) => written && onWritten());
          }}
        >
          {count > 0 ? say(text.labels[labelOf(fill)], { count: fill.scores }) : text.score.nothingToWrite}
        </Button>
      )}
      <UndoButton />
      <FormulaMenu className={styles.more} />
    </footer>
  );
}

/** As the step is called in the list of what can be undone. */
function labelOf({ scores, ends }: ScoreFill): 'scored' | 'scored-totalled' | 'totalled' {
  return scores === 0 ? 'totalled' : ends > 0 ? 'scored-totalled' : 'scored';
}
