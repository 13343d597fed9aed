import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { formatCell } from '../../../core/sheet';
import type { Checked } from '../../../session';
import { adoptionOf, triedOptions, type Choice, type ScoredRow } from '../../../session/scoring';
import { say, useSession, useSessionState, useText } from '../../context';
import { contentText } from '../../preview';
import { ScorePicker } from './ScorePicker';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '5px',
    marginTop: '6px',
    padding: '6px 10px 8px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly row: ScoredRow;
  readonly checked: Checked;
  readonly tried: readonly string[];
  readonly choice: Choice | undefined;
  readonly writable: boolean;
  onChoose(choice: Choice | undefined): void;
  onWritten(): void;
}

/** What was tried, taken over: into 实际完成值 where a cell can say it, else its score alone. */
export function Adopt({ row, checked, tried, choice, writable, onChoose, onWritten }: Props): ReactNode {
  const styles = useStyles();
  const words = useText().score;
  const session = useSession();
  const phase = useSessionState((state) => state.phase);
  const settled = useDeferredValue(tried);
  const { snapshot, corrections, sheet } = checked;
  const adoption = useMemo(
    () => adoptionOf(row, settled, snapshot, corrections),
    [row, settled, snapshot, corrections],
  );
  if (!adoption) return null;
  if (adoption.ok) {
    const { cell, holds, to } = adoption;
    const place = formatCell(cell);
    const shown = 'number' in to && 'numberFormat' in holds ? printed(to.number, holds.numberFormat) : contentText(to);
    const from = row.indicator.actual?.raw ?? contentText(holds);
    return (
      <div className={styles.box}>
        <span>{say('blank' in holds ? words.adoptBlank : words.adoptOver, { cell: place, from, to: shown })}</span>
        <Button
          size="small"
          disabledFocusable={phase === 'writing'}
          onClick={() => {
            const edit = { kind: 'set', sheet, cell, from: holds, to } as const;
            void session.adoptActual(edit).then((written) => written && onWritten());
          }}
        >
          {say(words.adopt, { cell: place })}
        </Button>
      </div>
    );
  }
  const options = triedOptions(row, settled);
  const choosable = writable && adoption.why !== 'no-cell';
  return (
    <div className={styles.box}>
      <span>{words.adoptNot[adoption.why]}</span>
      {choosable && (
        <ScorePicker
          row={{ ...row, options, status: 'confirm' }}
          chosen={choice?.tried && sameTexts(choice.tried, settled) ? choice.score : undefined}
          onChoose={(score) => onChoose(score === undefined ? undefined : { score, tried: settled })}
        />
      )}
    </div>
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** As a percent cell shows it. */
function printed(number: number, format: string | undefined): string {
  return format?.includes('%') ? `${Number((number * 100).toPrecision(12))}%` : String(number);
}
