import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import {
  closingOf,
  totalOf,
  type Choices,
  type ClosingChoices,
  type Places,
  type ScoredTable,
  type ScoreForm,
} from '../../../session/scoring';
import type { UiText } from '../../../i18n';
import { say, useText } from '../../context';
import { ClosingPicker } from './ClosingPicker';
import { ExecutionPicker } from './ExecutionPicker';

const useStyles = makeStyles({
  head: { padding: '8px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  line: { display: 'flex', alignItems: 'baseline', gap: '8px', margin: 0 },
  word: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  sum: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  grade: { marginLeft: 'auto', fontWeight: tokens.fontWeightSemibold },
  notes: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  differs: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly table: ScoredTable;
  readonly choices: Choices;
  readonly closings: ClosingChoices;
  readonly form: ScoreForm;
  readonly titled: boolean;
  onClose(change: ClosingChoices): void;
}

/** 合计 and 等级, as they will be once the choices are written. */
export function TableHead({ table, choices, closings, form, titled, onClose }: Props): ReactNode {
  const styles = useStyles();
  const words = useText().score;
  const total = useMemo(() => totalOf(table, choices, closings.execution), [table, choices, closings.execution]);
  const closing = useMemo(() => closingOf(table, total), [table, total]);
  const { places, hasScoreColumn, execution: funds } = table;
  const { sum, counted, missing, outOf, execution, withoutExecution, grade, stated } = total;
  if (counted === 0 && !titled && !funds) return null;
  const notes = [
    missing > 0 && say(places.total ? words.partialThenTotal : words.partial, { count: missing }),
    withoutExecution && words.withoutExecution,
    execution &&
      (execution.score === null
        ? say(words.executionMissing, { weight: execution.weight })
        : say(words.execution, { score: execution.score, weight: execution.weight })),
    missing === 0 && !withoutExecution && outOf !== null && outOf !== 100 && words.notHundred,
    hasScoreColumn && noPlace(places, words.noPlace),
  ].filter((note) => typeof note === 'string');
  return (
    <header className={styles.head}>
      {titled && <h2 className={styles.title}>{table.table.title?.value}</h2>}
      {counted > 0 && (
        <>
          <p className={styles.line}>
            <span className={styles.word}>{words.total}</span>
            <span className={styles.sum}>
              {outOf === null ? say(words.totalPlain, { sum }) : say(words.totalOf, { sum, full: outOf })}
            </span>
            {grade && <span className={styles.grade}>{say(words.grade, { grade: words.grades[grade] })}</span>}
          </p>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {stated !== null && <li className={styles.differs}>{say(words.stated, { stated })}</li>}
          </ul>
        </>
      )}
      {funds && <ExecutionPicker execution={funds} closings={closings} form={form} onChoose={onClose} />}
      <ClosingPicker
        what="total"
        offer={closing.total}
        chosen={closings.total}
        onChoose={(choice) => onClose({ ...closings, total: choice })}
      />
      <ClosingPicker
        what="grade"
        offer={closing.grade}
        chosen={closings.grade}
        onChoose={(choice) => onClose({ ...closings, grade: choice })}
      />
    </header>
  );
}

/** What the form has no cell for is only shown here. */
function noPlace({ total, grade }: Places, words: UiText['score']['noPlace']): string | false {
  if (total && grade) return false;
  return total ? words.grade : grade ? words.total : words.both;
}
