import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronDownRegular, ChevronUpRegular, WarningFilled } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { curve as curveOf, explain, renderScoring, verify, type Standard } from '../../../core/scoring';
import { formatCell } from '../../../core/sheet';
import { markOf, wrongScores } from '../../../report/curves';
import type { Checked } from '../../../session';
import { actualFrom, type Choice, type Plan, type ScoredRow } from '../../../session/scoring';
import { say, useLocale, useSession, useText } from '../../context';
import { ScoreCurve } from '../../curve/ScoreCurve';
import { scroller } from '../../parts/scroller';
import { Adopt } from './Adopt';
import { Formula } from './Formula';
import { PlanNote } from './PlanNote';
import { ScorePicker } from './ScorePicker';
import { SheetFormulas } from './SheetFormulas';
import { StandardText } from './StandardText';
import { givenOf, Trial } from './Trial';
import { actualOf, nameOf, reasonOf, targetOf } from './words';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    flexShrink: 0,
    padding: '3px 8px 3px 2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: {
    marginLeft: 'auto',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  scroll: { flex: '1 1 0', minHeight: 0, ...scroller, padding: '8px 12px 16px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '10px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  cell: { minWidth: 0, margin: '0 -4px', padding: '0 4px', fontWeight: tokens.fontWeightRegular },
  decision: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    marginTop: '6px',
    padding: '7px 10px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tokens.colorStatusWarningBorder2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  heading: {
    margin: '14px 0 5px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  faults: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  fault: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '6px' },
  warning: { color: tokens.colorStatusWarningForeground3 },
  code: { color: tokens.colorNeutralForeground3, marginLeft: '6px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly row: ScoredRow;
  readonly checked: Checked;
  readonly at: number;
  readonly count: number;
  readonly choice: Choice | undefined;
  readonly plan: Plan | undefined;
  readonly writable: boolean;
  /** The name of the row takes the focus when the row is opened. */
  readonly takesFocus: boolean;
  readonly trials: ReadonlyMap<string, readonly string[]>;
  onTry(key: string, values: readonly string[] | undefined): void;
  onChoose(choice: Choice | undefined): void;
  onMove(step: 1 | -1): void;
  onBack(): void;
}

/** One row: the standard as understood, how its score comes about, and what is wrong with it. */
export function RowView(props: Props): ReactNode {
  const { row, checked, at, count, choice, plan, writable, takesFocus, trials, onTry, onChoose, onMove, onBack } =
    props;
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const { score: words } = text;
  const { indicator, compiled, question, reason, full, status } = row;
  const key = JSON.stringify([indicator.row, question, indicator.actual?.value]);
  const heading = useRef<HTMLHeadingElement>(null);
  const takes = useRef(takesFocus);
  useEffect(() => {
    if (takes.current) heading.current?.focus();
  }, []);
  const actual = actualOf(indicator);
  const target = targetOf(indicator);
  const facts = [
    target !== '' && say(words.target, { value: target }),
    actual !== '' && say(words.actual, { value: actual }),
    full === null ? words.noMark : say(words.fullMark, { full }),
  ].filter(Boolean);
  const cell = indicator.standard?.cell ?? indicator.name?.cell ?? { row: indicator.row, column: 0 };
  const choosable = writable && (status === 'confirm' || status === 'differs');
  return (
    <div
      style={{ display: 'contents' }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onBack();
      }}
    >
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
          {words.back}
        </Button>
        <span className={styles.place}>{say(words.place, { at: at + 1, count })}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronUpRegular />}
          aria-label={words.previous}
          title={words.previous}
          disabledFocusable={at === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronDownRegular />}
          aria-label={words.next}
          title={words.next}
          disabledFocusable={at === count - 1}
          onClick={() => onMove(1)}
        />
      </div>
      <div className={styles.scroll}>
        <h2 ref={heading} className={styles.name} tabIndex={-1}>
          {nameOf(indicator)}
        </h2>
        <div className={styles.facts}>
          {facts.map((fact) => (
            <span key={String(fact)}>{fact}</span>
          ))}
          <Button
            className={styles.cell}
            size="small"
            appearance="transparent"
            onClick={() => void session.locate({ sheet: checked.sheet, ...cell })}
          >
            {say(text.action.locate, { cell: formatCell(cell) })}
          </Button>
        </div>
        {(reason || choosable) && (
          <div className={styles.decision}>
            {reason && <span>{reasonOf(reason, text, locale)}</span>}
            {choosable && (
              <ScorePicker
                row={row}
                chosen={choice?.tried ? undefined : choice?.score}
                onChoose={(score) => onChoose(score === undefined ? undefined : { score })}
              />
            )}
          </div>
        )}
        <PlanNote plan={plan} />
        {indicator.standard && (
          <>
            <h3 className={styles.heading}>{words.standard}</h3>
            <StandardText standard={question.standard} compiled={compiled} />
          </>
        )}
        {compiled.ok && (
          <Understood
            standard={compiled.standard}
            row={row}
            tried={trials.get(key)}
            onTry={(values) => onTry(key, values)}
            adopt={(values) => (
              <Adopt
                row={row}
                checked={checked}
                tried={values}
                choice={choice}
                writable={writable}
                onChoose={onChoose}
                // Its button is gone once it has done its work.
                onWritten={() => heading.current?.focus()}
              />
            )}
          />
        )}
        {compiled.ok && (
          <>
            <h3 className={styles.heading}>{words.formula}</h3>
            <SheetFormulas checked={checked} row={indicator.row} />
            <Formula standard={compiled.standard} />
          </>
        )}
      </div>
    </div>
  );
}

interface UnderstoodProps {
  readonly standard: Standard;
  readonly row: ScoredRow;
  /** What is being tried; undefined where it is what the sheet says. */
  readonly tried: readonly string[] | undefined;
  onTry(values: readonly string[]): void;
  adopt(values: readonly string[]): ReactNode;
}

/** What can be said of a standard that was understood. */
function Understood({ standard, row, tried, onTry, adopt }: UnderstoodProps): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const { score: words } = text;
  const given = useMemo(() => givenOf(row), [row]);
  const values = tried ?? given;
  const told = useMemo(() => {
    if (standard.inputs.length > 0 && values.every((value) => value.trim() === '')) return null;
    return explain(standard, actualFrom(standard, values));
  }, [standard, values]);
  const drawn = useMemo(() => curveOf(standard), [standard]);
  const { faults, status } = useMemo(() => verify(standard), [standard]);
  const input = drawn && standard.inputs[drawn.input];
  const evaluation = told?.evaluation;
  const shown = useMemo(() => drawn && markOf(drawn, evaluation), [drawn, evaluation]);
  const examples = useMemo(() => wrongScores(faults), [faults]);
  return (
    <>
      <h3 className={styles.heading}>{words.trial}</h3>
      <Trial standard={standard} values={values} told={told} onChange={onTry} />
      {tried && adopt(tried)}
      {drawn && input && (
        <>
          <h3 className={styles.heading}>{words.curve}</h3>
          <ScoreCurve
            curve={drawn}
            input={input}
            name={standard.inputs.length === 1 ? nameOf(row.indicator) : input.name}
            actual={shown}
            tried={tried !== undefined}
            faults={examples}
          />
          {standard.inputs.length > 1 && <p className={styles.note}>{say(text.curve.others, { input: input.name })}</p>}
        </>
      )}
      <h3 className={styles.heading}>
        {faults.length > 0 ? say(words.faultsHeading, { count: faults.length }) : words.verification}
      </h3>
      {faults.length === 0 ? (
        <p className={styles.note}>{status === 'proved' ? words.proved : words.proofOpen}</p>
      ) : (
        <ul className={styles.faults}>
          {faults.map(({ code, data }, index) => (
            <li key={index} className={styles.fault}>
              <WarningFilled className={styles.warning} fontSize={16} aria-hidden />
              <span>
                {renderScoring({ group: 'fault', id: code, data }, locale)}
                <span className={styles.code}>{code}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
