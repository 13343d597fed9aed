import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { formatAddress } from '../../../core/sheet';
import type { Problem } from '../../../session';
import { say, useSession, useSessionState, useText } from '../../context';
import { contentText } from '../../preview';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    flexShrink: 0,
    maxHeight: '50%',
    overflowY: 'auto',
    margin: '0 8px 6px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  icon: { color: tokens.colorStatusDangerForeground1 },
  what: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', gap: '6px', marginTop: '6px' },
  lost: { width: '100%', marginTop: '4px' },
});

/** What did not come about, why, and what to do. */
export function ProblemBar(): ReactNode {
  const styles = useStyles();
  const text = useText();
  const session = useSession();
  const problem = useSessionState((state) => state.problem);
  if (!problem) return null;
  const { what, next } = text.problem[problem.code];
  return (
    <div className={styles.bar} role="alert">
      <ErrorCircleFilled className={styles.icon} fontSize={16} aria-hidden />
      <div>
        <div className={styles.what}>{what}</div>
        <div>{next}</div>
        <Cells problem={problem} />
        {problem.detail && (problem.code === 'host' || problem.code === 'internal') && (
          <details>
            <summary>{text.problemDetail.heading}</summary>
            <code>{problem.detail}</code>
          </details>
        )}
        <div className={styles.buttons}>
          {problem.during === 'check' && (
            <Button size="small" onClick={() => void session.check()}>
              {text.action.retry}
            </Button>
          )}
          <Button size="small" onClick={() => session.dismissProblem()}>
            {text.action.dismiss}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The cells in question; with what they held, to be copied, where that was lost. */
function Cells({ problem }: { readonly problem: Problem }): ReactNode {
  const styles = useStyles();
  const { problemDetail, finding, colon } = useText();
  const { cells } = problem;
  if (cells.length === 0) return null;
  if (problem.code !== 'not-restored') {
    const places = cells.map(({ address }) => formatAddress(address)).join(' ');
    return (
      <div>
        {problemDetail.cells}
        {colon}
        {places}
      </div>
    );
  }
  const lines = cells.map(({ address, was }) =>
    say(problemDetail.was, { cell: formatAddress(address), was: (was && contentText(was)) || finding.blank }),
  );
  return (
    <Textarea
      className={styles.lost}
      size="small"
      readOnly
      rows={Math.min(lines.length, 5)}
      aria-label={problemDetail.cells}
      value={lines.join('\n')}
    />
  );
}
