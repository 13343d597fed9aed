import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  ChevronRightRegular,
  CircleHintRegular,
  EditRegular,
  PersonRegular,
  QuestionCircleRegular,
  TextEditStyleRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Finding } from '../../../core/rules/finding';
import {
  proposedScore,
  ROW_STATUSES,
  type Choice,
  type Choices,
  type Plan,
  type Plans,
  type RowStatus,
  type ScoredRow,
  type ScoredTable,
} from '../../../session/scoring';
import { say, useLocale, useSessionState, useText } from '../../context';
import { focusOutline } from '../../parts/focus-outline';
import { PlanNote } from './PlanNote';
import { ScorePicker } from './ScorePicker';
import { actualOf, nameOf, reasonOf, targetOf } from './words';

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    margin: 0,
    padding: '6px 12px 5px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  urgent: { color: tokens.colorStatusWarningForeground3 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
  },
  main: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 16px',
    alignItems: 'center',
    columnGap: '8px',
    width: '100%',
    padding: '7px 8px 7px 12px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...focusOutline('-3px'),
  },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  facts: {
    gridColumn: '1 / -2',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  score: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  points: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  old: { color: tokens.colorNeutralForeground3, marginRight: '4px' },
  chevron: { gridColumn: '3', gridRow: '1 / span 2', color: tokens.colorNeutralForeground3 },
  reason: {
    gridColumn: '1 / -2',
    marginTop: '2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    textSpacingTrim: 'trim-start',
  },
  plan: { gridColumn: '1 / -2' },
  faults: {
    gridColumn: '1 / -2',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusWarningForeground3,
  },
  formula: {
    margin: '0 0 4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  more: { display: 'flex', justifyContent: 'center', padding: '6px' },
  picker: { padding: '0 12px 8px' },
});

const ICONS: Readonly<Record<RowStatus, FluentIcon>> = {
  person: PersonRegular,
  confirm: QuestionCircleRegular,
  differs: TextEditStyleRegular,
  fill: EditRegular,
  waiting: CircleHintRegular,
  settled: CheckmarkCircleRegular,
  'by-hand': PersonRegular,
};

const URGENT: readonly RowStatus[] = ['person', 'confirm', 'differs'];

/** Rows of a kind that are shown at once. */
const PAGE = 60;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

interface Props {
  readonly table: ScoredTable;
  readonly choices: Choices;
  readonly plans: Plans;
  /** The row that was just left, to which the focus goes. */
  readonly focus: number | null;
  onChoose(row: number, score: number | undefined): void;
  onOpen(row: ScoredRow): void;
}

/** Rows by what they need, those that need a person first. One Tab stop; arrows go from row to row. */
export function RowList({ table, choices, plans, focus, onChoose, onOpen }: Props): ReactNode {
  const styles = useStyles();
  const text = useText();
  const findings = useSessionState((state) => state.checked?.findings);
  const faults = useMemo(() => countFaults(findings ?? []), [findings]);
  const list = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(PAGE);
  const [current, setCurrent] = useState<number | null>(focus);
  const groups = ROW_STATUSES.map((status) => ({
    status,
    rows: table.rows.filter((row) => row.status === status),
  })).filter(({ rows }) => rows.length > 0);
  const all = groups.flatMap(({ rows }) => rows.slice(0, limit));
  const stop = (all.find(({ indicator }) => indicator.row === current) ?? all[0])?.indicator.row;
  const isTrial = !table.hasActualColumn;

  const mains = (): HTMLElement[] => Array.from(list.current?.querySelectorAll<HTMLElement>('[data-main]') ?? []);
  useLayoutEffect(() => {
    if (focus !== null) list.current?.querySelector<HTMLElement>(`[data-row="${focus}"] [data-main]`)?.focus();
  }, [focus]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    // Among the scores of a row the arrows are the radio buttons' own.
    if (!step || event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = (event.target as Element).closest('[data-row]');
    const buttons = mains();
    const at = buttons.findIndex((main) => row?.contains(main));
    if (at < 0) return;
    event.preventDefault();
    buttons[step(at, buttons.length - 1)]?.focus();
  };

  return (
    <div
      ref={list}
      role="group"
      aria-label={text.score.list}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const row = event.target.closest('[data-row]')?.getAttribute('data-row');
        if (row) setCurrent(Number(row));
      }}
    >
      {groups.map(({ status, rows }) => {
        const Icon = ICONS[status];
        const heading = say(text.score.group, { status: text.score.status[status], count: rows.length });
        return (
          <section key={status}>
            {!(isTrial && status === 'waiting' && groups.length === 1) && (
              <h2 className={styles.heading}>
                <Icon className={URGENT.includes(status) ? styles.urgent : styles.icon} fontSize={16} aria-hidden />
                {isTrial && status === 'waiting'
                  ? say(text.score.group, { status: text.score.computable, count: rows.length })
                  : heading}
              </h2>
            )}
            <ul className={styles.list}>
              {rows.slice(0, limit).map((row) => (
                <Row
                  key={row.indicator.row}
                  row={row}
                  chosen={choices.get(row.indicator.row)}
                  plan={plans.get(row.indicator.row)}
                  proposed={proposedScore(row, choices)}
                  tabIndex={row.indicator.row === stop ? 0 : -1}
                  writable={table.hasScoreColumn}
                  trial={isTrial}
                  faults={row.compiled.ok ? (faults.get(row.indicator.row) ?? 0) : 0}
                  onChoose={(score) => onChoose(row.indicator.row, score)}
                  onOpen={() => onOpen(row)}
                />
              ))}
            </ul>
            {rows.length > limit && (
              <div className={styles.more}>
                <Button size="small" appearance="subtle" onClick={() => setLimit(limit + PAGE)}>
                  {say(text.action.more, { count: Math.min(PAGE, rows.length - limit) })}
                </Button>
              </div>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Findings about the scoring standard (PT3…), by row. */
function countFaults(findings: readonly Finding[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { code, address, suppressed } of findings) {
    if (code.startsWith('PT3') && !suppressed) counts.set(address.row, (counts.get(address.row) ?? 0) + 1);
  }
  return counts;
}

interface RowProps {
  readonly row: ScoredRow;
  readonly chosen: Choice | undefined;
  readonly plan: Plan | undefined;
  readonly proposed: number | null;
  readonly tabIndex: number;
  readonly writable: boolean;
  readonly trial: boolean;
  /** How much the check found about the standard. */
  readonly faults: number;
  onChoose(score: number | undefined): void;
  onOpen(): void;
}

function Row(props: RowProps): ReactNode {
  const { row, chosen, plan, proposed, tabIndex, writable, trial, faults, onChoose, onOpen } = props;
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const { indicator, status, reason, existing, full } = row;
  const words = text.score;
  const actual = actualOf(indicator);
  const target = targetOf(indicator);
  const facts = [
    !trial && (actual === '' ? words.noActual : say(words.actual, { value: actual })),
    target !== '' && say(words.target, { value: target }),
  ].filter(Boolean);
  const reckoned = !writable && row.options.length === 1 ? (row.options[0]?.score ?? null) : null;
  const score = proposed ?? existing ?? reckoned;
  const choosable = writable && row.cell !== null && (status === 'confirm' || status === 'differs');
  return (
    <li className={styles.row} data-row={indicator.row}>
      <button type="button" className={styles.main} data-main tabIndex={tabIndex} onClick={onOpen}>
        <span className={styles.name}>{nameOf(indicator)}</span>
        <span className={styles.score}>
          {proposed !== null && existing !== null && proposed !== existing && (
            <span className={styles.old}>{existing} →</span>
          )}
          {score !== null && <span className={styles.points}>{score}</span>}
          {score !== null && full !== null && ' / '}
          {full !== null && (score === null ? say(words.fullMark, { full }) : say(words.points, { score: full }))}
        </span>
        <ChevronRightRegular className={styles.chevron} fontSize={16} aria-hidden />
        {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
        {reason && <span className={styles.reason}>{reasonOf(reason, text, locale)}</span>}
        {chosen?.tried && proposed !== null && (
          <span className={styles.reason}>{say(words.byTrial, { score: proposed })}</span>
        )}
        {plan?.formula && (
          <span className={styles.plan}>
            <PlanNote plan={plan} short />
          </span>
        )}
        {faults > 0 && <span className={styles.faults}>{say(words.faults, { count: faults })}</span>}
        {writable && row.cell === null && row.options.length > 0 && (
          <span className={styles.reason}>{words.mergedThere}</span>
        )}
      </button>
      {choosable && (
        <div className={styles.picker}>
          {'formula' in row.holds && <p className={styles.formula}>{words.formulaThere}</p>}
          <ScorePicker
            row={row}
            chosen={chosen?.tried ? undefined : chosen?.score}
            tabIndex={tabIndex}
            onChoose={onChoose}
          />
        </div>
      )}
    </li>
  );
}
