import { Button, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { formatAddress, formatCell, type Edit, type SheetSnapshot } from '../../../core/sheet';
import { reviewViewText } from '../../../i18n/review-view';
import type { NoticeCode } from '../../../session';
import { addressOf, sheetOfPlace } from '../../../session/record-place';
import { answerOpinion, settleOpinion, withdrawOpinion, type RecordedOpinion } from '../../../session/review/opinions';
import { say, useLocale, useSession, useSessionState } from '../../context';

const useStyles = makeStyles({
  item: { padding: '8px 12px 6px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  place: {
    minWidth: 0,
    padding: '0 2px',
    marginLeft: '-2px',
    color: tokens.colorBrandForegroundLinkHover,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    textAlign: 'left',
  },
  by: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  settled: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    color: tokens.colorStatusSuccessForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  text: { margin: '2px 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground2 },
  answer: {
    margin: '2px 0',
    paddingLeft: '8px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '2px 4px', marginTop: '4px', marginLeft: '-4px' },
  button: { minWidth: 0, padding: '0 4px', fontWeight: tokens.fontWeightRegular },
  box: { width: '100%' },
});

interface Props {
  readonly opinion: RecordedOpinion;
  /** The sheet that was checked: its cells go by their names alone. */
  readonly sheet: string | null;
}

/** An opinion with the department's answer: gone to, answered, ticked off, withdrawn. */
export function OpinionItem({ opinion, sheet }: Props): ReactNode {
  const styles = useStyles();
  const text = reviewViewText(useLocale());
  const session = useSession();
  const [answer, setAnswer] = useState<string | null>(null);
  const tables = useSessionState((state) => state.checked?.tables);
  const box = useRef<HTMLTextAreaElement>(null);
  const answering = answer !== null;
  const opener = useRef<HTMLButtonElement>(null);
  const wasAnswering = useRef(false);
  useEffect(() => {
    if (answering) box.current?.focus();
    else if (wasAnswering.current) opener.current?.focus();
    wasAnswering.current = answering;
  }, [answering]);

  const address = addressOf(opinion.place);
  const about = address ?? wholeTable(sheetOfPlace(opinion.place) ?? opinion.place);
  const place = address
    ? address.sheet === sheet
      ? formatCell(address)
      : formatAddress(address)
    : opinion.place === '' || opinion.place === sheet
      ? text.table
      : opinion.place;

  function wholeTable(name: string) {
    const table = tables?.find((one) => one.sheet === name) ?? tables?.[0];
    if (!table) return null;
    return { sheet: table.sheet, row: table.range.top, column: table.range.left };
  }

  const write = (
    label: string,
    notice: NoticeCode,
    plan: (record: SheetSnapshot | null) => readonly Edit[],
  ): Promise<boolean> =>
    session.write({ during: 'record', label, notice, sheets: [], plan: ({ record }) => plan(record) });

  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Button
          className={styles.place}
          size="small"
          appearance="transparent"
          aria-label={say(text.go, { place })}
          disabledFocusable={!about}
          onClick={() => about && void session.locate(about)}
        >
          {place}
        </Button>
        <span className={styles.by}>
          {opinion.by === '' ? opinion.at.slice(0, 10) : say(text.by, { by: opinion.by, at: opinion.at.slice(0, 10) })}
        </span>
        {opinion.settled && (
          <span className={styles.settled}>
            <CheckmarkCircleRegular fontSize={14} />
            {text.settled}
          </span>
        )}
      </div>
      <p className={mergeClasses(styles.text, opinion.settled && styles.muted)}>{opinion.text}</p>
      {opinion.answer !== '' && answer === null && (
        <p className={styles.answer}>{say(text.answered, { answer: opinion.answer })}</p>
      )}
      {answer !== null && (
        <Textarea
          ref={box}
          className={styles.box}
          size="small"
          rows={2}
          maxLength={2000}
          aria-label={say(text.answerOf, { text: opinion.text })}
          value={answer}
          onChange={(_event, { value }) => setAnswer(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            setAnswer(null);
          }}
        />
      )}
      <div className={styles.buttons}>
        {answer === null ? (
          <>
            <Button
              ref={opener}
              className={styles.button}
              size="small"
              appearance="transparent"
              onClick={() => setAnswer(opinion.answer)}
            >
              {opinion.answer === '' ? text.answer : text.changeAnswer}
            </Button>
            <Button
              className={styles.button}
              size="small"
              appearance="transparent"
              onClick={() =>
                void (opinion.settled
                  ? write(text.label.reopen, 'opinion-reopened', (record) => settleOpinion(record, opinion, false))
                  : write(text.label.settle, 'opinion-settled', (record) => settleOpinion(record, opinion, true)))
              }
            >
              {opinion.settled ? text.reopen : text.settle}
            </Button>
            <Button
              className={styles.button}
              size="small"
              appearance="transparent"
              onClick={() =>
                void write(text.label.withdraw, 'opinion-withdrawn', (record) => withdrawOpinion(record, opinion))
              }
            >
              {text.withdraw}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="small"
              onClick={() =>
                void write(text.label.answer, 'opinion-answered', (record) =>
                  answerOpinion(record, opinion, answer),
                ).then((done) => done && setAnswer(null))
              }
            >
              {text.save}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => setAnswer(null)}>
              {text.giveUp}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
