import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  ClipboardPasteRegular,
  DocumentTableSearchRegular,
  FilterDismissRegular,
  TableRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useContext, type ReactNode } from 'react';
import type { Unread } from '../../../core/indicator';
import { formatCell } from '../../../core/sheet';
import { NO_FILTER, type Checked } from '../../../session';
import { say, useSession, useSessionState, useText } from '../../context';
import { IntakeContext } from '../../intake/arrival';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '4px',
    maxWidth: '300px',
    margin: '0 auto',
    padding: '28px 16px 20px',
    textAlign: 'center',
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { color: tokens.colorNeutralForeground3, marginBottom: '4px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  hint: { margin: '0 0 6px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
  note: {
    margin: 0,
    padding: '6px 12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface StateProps {
  readonly icon: FluentIcon;
  readonly good?: boolean;
  readonly title: string;
  readonly hints: readonly (string | false)[];
  readonly children?: ReactNode;
}

function State({ icon: Icon, good, title, hints, children }: StateProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      <Icon className={good ? styles.good : styles.icon} fontSize={32} aria-hidden />
      <h2 className={styles.title}>{title}</h2>
      {hints.map(
        (hint) =>
          hint && (
            <p key={hint} className={styles.hint}>
              {hint}
            </p>
          ),
      )}
      {children}
    </div>
  );
}

/** Before the first result: what is about to happen, and how far it has come. */
export function First(): ReactNode {
  const text = useText();
  const session = useSession();
  const phase = useSessionState((state) => state.phase);
  const busy = phase !== 'idle';
  return (
    <State icon={DocumentTableSearchRegular} title={text.state.firstTitle} hints={[text.state.firstHint]}>
      {busy ? (
        <>
          <progress aria-label={text.state[phase]} />
          <Button onClick={() => session.cancel()}>{text.action.cancel}</Button>
        </>
      ) : (
        <Button appearance="primary" onClick={() => void session.check()}>
          {text.action.check}
        </Button>
      )}
    </State>
  );
}

/** Never 通过: that is the reviewer's word. */
export function NothingFound({ checked, kept }: { readonly checked: Checked; readonly kept: number }): ReactNode {
  const { state } = useText();
  const live = useSessionState(({ settings, capabilities }) => settings.live && capabilities.events);
  const count = checked.tables.reduce((sum, { indicators }) => sum + indicators.length, 0);
  return (
    <State
      icon={CheckmarkCircleRegular}
      good
      title={state.noneTitle}
      hints={[
        say(live ? state.noneHint : state.noneHintManual, { count }),
        kept > 0 && say(state.keptHint, { count: kept }),
      ]}
    />
  );
}

export function NothingFiltered({ count }: { readonly count: number }): ReactNode {
  const text = useText();
  const session = useSession();
  return (
    <State
      icon={FilterDismissRegular}
      title={text.state.filteredTitle}
      hints={[say(text.state.filteredHint, { count })]}
    >
      <Button onClick={() => session.setFilter(NO_FILTER)}>{text.action.clearFilter}</Button>
    </State>
  );
}

export function NoTable({ unread }: { readonly unread: Unread }): ReactNode {
  const { state } = useText();
  const words = {
    empty: [state.emptyTitle, state.emptyHint],
    'no-header': [state.noHeaderTitle, state.noHeaderHint],
    'no-rows': [state.noRowsTitle, state.noRowsHint],
    'own-sheet': [state.ownSheetTitle, state.ownSheetHint],
    'review-form': [state.reviewFormTitle, state.reviewFormHint],
    'list-form': [state.listFormTitle, state.listFormHint],
  } as const;
  const [title, hint] = words[unread.reason];
  // On a form that has no headings by nature nothing comes near to them.
  const nearest = unread.reason === 'no-header' || unread.reason === 'no-rows' ? unread.nearest : null;
  return (
    <State
      icon={TableRegular}
      title={title}
      hints={[hint, nearest !== null && say(state.nearest, { cell: formatCell(nearest) })]}
    >
      <OpenIntake />
    </State>
  );
}

/** From where there is no table to where one can come from. */
export function OpenIntake(): ReactNode {
  const { intake } = useText();
  const open = useContext(IntakeContext);
  return (
    <Button icon={<ClipboardPasteRegular />} onClick={() => open({ kind: 'box' })}>
      {intake.open}
    </Button>
  );
}

/** Rules that failed: a fault of the program, told apart from what was found. */
export function Failures({ count }: { readonly count: number }): ReactNode {
  const styles = useStyles();
  const { state } = useText();
  return count === 0 ? null : <p className={styles.note}>{say(state.failures, { count })}</p>;
}
