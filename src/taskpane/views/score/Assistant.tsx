import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronUpRegular } from '@fluentui/react-icons';
import {
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { DEFAULT_SETTINGS } from '../../../core/rules/rule';
import { explain, renderScoring } from '../../../core/scoring';
import type { Checked } from '../../../session';
import { actualFrom, assist, isPooled, rowEdits, type ScoredRow } from '../../../session/scoring';
import { say, useLocale, useSession, useSessionState, useText } from '../../context';
import { scroller } from '../../parts/scroller';
import { ScorePicker } from './ScorePicker';
import { StandardText } from './StandardText';
import { givenOf, Value } from './Trial';
import { nameOf, targetOf } from './words';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    flexShrink: 0,
    padding: '3px 8px 3px 2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  scroll: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flex: '1 1 0',
    minHeight: 0,
    ...scroller,
    padding: '8px 12px 12px',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  narrow: { maxWidth: '200px', minWidth: 0 },
  result: {
    display: 'block',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  steps: {
    margin: 0,
    paddingLeft: '18px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  note: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    flexShrink: 0,
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  main: { flexGrow: 1 },
});

interface Props {
  readonly row: ScoredRow;
  readonly rows: readonly ScoredRow[];
  readonly checked: Checked;
  readonly at: number;
  /** Past the last row it ends. */
  onMove(step: 1 | -1): void;
  onBack(): void;
}

/** 逐项自评: a result in, its score and explanation out, a reason where one is due, and on to the next row. */
export default function Assistant({ row, rows, checked, at, onMove, onBack }: Props): ReactNode {
  const styles = useStyles();
  const text = useText();
  const locale = useLocale();
  const session = useSession();
  const writing = useSessionState((state) => state.phase === 'writing');
  const thresholds = useSessionState((state) => state.settings.thresholds);
  const words = text.score.assist;
  const { indicator, compiled, full } = row;
  const standard = compiled.ok ? compiled.standard : null;

  const given = useMemo(() => givenOf(row), [row]);
  const [tried, setTried] = useState<readonly string[]>(() =>
    given.length > 0 ? given : [String(indicator.actual?.value ?? '')],
  );
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [byHand, setByHand] = useState(row.existing === null ? '' : String(row.existing));
  /** Null while nobody has touched the draft. */
  const [reason, setReason] = useState<string | null>(null);
  const [invalid, setInvalid] = useState(false);
  const reasonBox = useRef<HTMLTextAreaElement>(null);
  const title = useId();

  const settled = useDeferredValue(tried);
  const told = useMemo(
    () =>
      standard && settled.some((value) => value.trim() !== '')
        ? explain(standard, actualFrom(standard, settled))
        : null,
    [standard, settled],
  );
  const settings = useMemo(() => ({ ...DEFAULT_SETTINGS, ...thresholds }), [thresholds]);
  const found = useMemo(
    () => assist(row, settled, checked.snapshot, checked.corrections, settings),
    [row, settled, checked, settings],
  );
  const options = found?.options ?? [];
  const { deviation = null } = found ?? {};
  const draft = reason ?? deviation?.draft ?? '';
  const person = settled.some((value) => value.trim() !== '') && options.length === 0;
  const score = person
    ? byHand.trim() === '' || !Number.isFinite(Number(byHand))
      ? null
      : Number(byHand)
    : (chosen ?? (options.length === 1 ? (options[0]?.score ?? null) : null));

  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (writing) return;
    if (person && byHand.trim() !== '' && (score === null || score < 0 || (full !== null && score > full))) {
      setInvalid(true);
      return;
    }
    // What was computed is seen before it is written.
    if (deviation?.place && reason === null) {
      setReason(deviation.draft);
      reasonBox.current?.focus();
      const blank = deviation.draft.indexOf('____');
      reasonBox.current?.setSelectionRange(blank, blank + 4);
      return;
    }
    const edits = found
      ? rowEdits(row, { actual: found.actual, deviation }, { score, deviation: draft }, checked.snapshot)
      : [];
    if (edits.length === 0) onMove(1);
    else void session.evaluateRow(edits, nameOf(indicator)).then((written) => written && onMove(1));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // What ends a composition belongs to the input method (229 where the browser does not say so).
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      onBack();
    } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      if (event.key === 'ArrowDown' || at > 0) onMove(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.ctrlKey) submit(event);
  };

  const filled = rows.filter((one) => one.indicator.actual !== null).length;
  const pooled = standard !== null && isPooled(standard);
  const inputs = standard ? (pooled ? standard.inputs.slice(0, 1) : standard.inputs) : [];
  const set = (index: number, value: string): void => {
    setChosen(undefined);
    setTried(
      Array.from({ length: Math.max(inputs.length, 1) }, (_, place) =>
        place === index ? value : (tried[place] ?? ''),
      ),
    );
  };
  return (
    <form style={{ display: 'contents' }} aria-labelledby={title} noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
          {text.score.back}
        </Button>
        <span className={styles.place}>{say(words.progress, { at: at + 1, count: rows.length, filled })}</span>
      </div>
      <div className={styles.scroll}>
        <h2 id={title} className={styles.name}>
          {nameOf(indicator)}
        </h2>
        <span className={styles.facts}>
          {[
            targetOf(indicator) !== '' && say(text.score.target, { value: targetOf(indicator) }),
            full === null ? text.score.noMark : say(text.score.fullMark, { full }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {indicator.standard && <StandardText standard={row.question.standard} compiled={compiled} />}
        {inputs.map((input, index) => (
          <Field
            key={index}
            size="small"
            label={
              inputs.length > 1
                ? input.name
                : pooled
                  ? say(text.score.pooled, { unit: input.unit ?? '' })
                  : words.actual
            }
          >
            <Value
              input={input}
              value={tried[index] ?? ''}
              focused={index === 0}
              onChange={(value) => set(index, value)}
            />
          </Field>
        ))}
        {inputs.length === 0 && (
          <Field size="small" label={words.actual}>
            <Input
              className={styles.narrow}
              autoFocus
              size="small"
              value={tried[0] ?? ''}
              onChange={(_event, { value }) => set(0, value)}
            />
          </Field>
        )}
        {!row.actualCell && <p className={styles.note}>{words.noCell}</p>}
        {found?.unwritable && row.actualCell && <p className={styles.note}>{words.unwritable}</p>}
        <div role="status">
          {told && (
            <strong className={styles.result}>
              {told.evaluation.status === 'scored'
                ? say(words.willScore, { score: told.evaluation.score })
                : text.score.noResult}
            </strong>
          )}
        </div>
        {told && (
          <ol className={styles.steps} aria-label={text.score.steps}>
            {told.messages.map((message, index) => (
              <li key={index}>{renderScoring(message, locale)}</li>
            ))}
          </ol>
        )}
        {options.length > 1 && (
          <ScorePicker row={{ ...row, options, status: 'confirm' }} chosen={chosen} onChoose={setChosen} />
        )}
        {person && (
          <Field
            size="small"
            label={words.score}
            {...(invalid
              ? { validationState: 'error' as const, validationMessage: say(words.invalidScore, { full: full ?? 100 }) }
              : {})}
          >
            <Input
              className={styles.narrow}
              size="small"
              inputMode="decimal"
              value={byHand}
              onChange={(_event, { value }) => {
                setByHand(value);
                setInvalid(false);
              }}
            />
          </Field>
        )}
        {deviation &&
          (deviation.place ? (
            <Field size="small" label={words.deviation} hint={`${words.why[deviation.kind]}${words.draft}`}>
              <Textarea
                ref={reasonBox}
                size="small"
                rows={4}
                resize="vertical"
                value={draft}
                onChange={(_event, { value }) => setReason(value)}
              />
            </Field>
          ) : (
            <p className={styles.note}>{`${words.why[deviation.kind]}${words.noDeviation}`}</p>
          ))}
        <p className={styles.note}>{words.keys}</p>
      </div>
      <footer className={styles.foot}>
        <Button
          size="small"
          icon={<ChevronUpRegular />}
          aria-label={text.score.previous}
          title={text.score.previous}
          disabledFocusable={at === 0}
          onClick={() => at > 0 && onMove(-1)}
        />
        <Button className={styles.main} size="small" appearance="primary" type="submit" disabledFocusable={writing}>
          {at === rows.length - 1 ? words.last : words.submit}
        </Button>
        <Button size="small" onClick={() => onMove(1)}>
          {words.skip}
        </Button>
      </footer>
    </form>
  );
}
