import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SCORING_WORDING, type Clause, type Compiled, type Span } from '../../../core/scoring';
import { useLocale, useText } from '../../context';
import { readingsOf } from './clauses';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '24px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  mark: {
    padding: '1px 2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2,
    color: 'inherit',
    borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
    boxDecorationBreak: 'clone',
    [FORCED]: { forcedColorAdjust: 'auto', backgroundColor: 'Canvas', color: 'CanvasText' },
  },
  /** Neighbours are told apart. */
  even: { borderBottomStyle: 'double', borderBottomWidth: '3px' },
  refused: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderBottom: `2px solid ${tokens.colorStatusDangerForeground1}`,
  },
  number: { fontSize: '10px', marginRight: '1px', color: tokens.colorBrandForeground1, userSelect: 'none' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto auto minmax(0, 1fr)',
    columnGap: '8px',
    rowGap: '2px',
    margin: '6px 0 0',
    padding: 0,
    listStyle: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  item: { display: 'grid', gridTemplateColumns: 'subgrid', gridColumn: '1 / -1' },
  at: { color: tokens.colorBrandForeground1, fontVariantNumeric: 'tabular-nums' },
  meaning: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  words: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  reading: { display: 'block', color: tokens.colorNeutralForeground1, fontVariantNumeric: 'tabular-nums' },
});

/** 评分标准 as written, each clause marked and numbered, with what it was read as. */
export function StandardText({
  standard,
  compiled,
}: {
  readonly standard: string;
  readonly compiled: Compiled;
}): ReactNode {
  const styles = useStyles();
  const text = useText();
  const meanings = SCORING_WORDING[useLocale()].clause;
  if (!compiled.ok) {
    const { span, words } = compiled.refusal;
    const at = span ?? spanOf(standard, words);
    return (
      <p className={styles.text}>
        {at ? (
          <>
            {standard.slice(0, at.start)}
            <mark className={mergeClasses(styles.mark, styles.refused)}>{standard.slice(at.start, at.end)}</mark>
            {standard.slice(at.end)}
          </>
        ) : (
          standard
        )}
      </p>
    );
  }
  const clauses = inOrder(compiled.standard.clauses);
  return (
    <>
      <p className={styles.text}>
        {clauses.map(({ span }, index) => (
          <span key={span.start}>
            {standard.slice(index === 0 ? 0 : clauses[index - 1]?.span.end, span.start)}
            <mark className={mergeClasses(styles.mark, index % 2 === 1 && styles.even)}>
              <sup className={styles.number} aria-hidden>
                {index + 1}
              </sup>
              {standard.slice(span.start, span.end)}
            </mark>
          </span>
        ))}
        {standard.slice(clauses.at(-1)?.span.end ?? 0)}
      </p>
      <ol className={styles.list} aria-label={text.score.clauses}>
        {clauses.map((clause, index) => (
          <li key={clause.span.start} className={styles.item}>
            <span className={styles.at} aria-hidden>
              {index + 1}
            </span>
            <span className={styles.meaning}>{meanings[clause.effect.kind]}</span>
            <span className={styles.words}>
              {standard.slice(clause.span.start, clause.span.end).replace(/\s+/gu, '')}
              {readingsOf(compiled.standard, compiled.standard.clauses.indexOf(clause), text.score).map((reading) => (
                <span key={reading} className={styles.reading}>
                  {reading}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Clauses that share a stretch of the text are shown once, by the one that begins it. */
function inOrder(clauses: readonly Clause[]): readonly Clause[] {
  const sorted = [...clauses].sort((a, b) => a.span.start - b.span.start);
  return sorted.filter(
    ({ span }, index) => span.start >= Math.max(0, ...sorted.slice(0, index).map((one) => one.span.end)),
  );
}

function spanOf(text: string, words: string): Span | null {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? null : { start, end: start + words.length };
}
