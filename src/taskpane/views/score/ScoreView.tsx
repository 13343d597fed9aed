import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CalculatorRegular, TableRegular, TaskListLtrRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { plansOf, type Choice, type Plans, type ScoredRow, type ScoredTable } from '../../../session/scoring';
import { useSessionState, useText } from '../../context';
import { useFirstCheck } from '../../parts/first-check';
import { scroller } from '../../parts/scroller';
import { ProblemBar } from '../check/ProblemBar';
import { ProgressStrip } from '../check/ProgressStrip';
import { First, OpenIntake } from '../check/states';
import { RowList } from './RowList';
import { RowView } from './RowView';
import { ScoreBar } from './ScoreBar';
import { useDesk, withEntry } from './desk';
import { Empty } from './Empty';
import { FormPicker, useWriting } from './FormPicker';
import { useScored, type Scored } from './scored';
import { TableHead } from './TableHead';

const Assistant = lazy(() => import('./Assistant'));

const useStyles = makeStyles({
  start: { padding: '8px 12px 0' },
  scroll: { position: 'relative', flex: '1 1 0', minHeight: '96px', ...scroller },
  note: {
    margin: 0,
    padding: '6px 12px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

function placeOf({ checked, tables }: Scored): string {
  const rows = tables.flatMap((table) => table.rows.map(({ indicator }) => [indicator.row, indicator.name?.value]));
  return JSON.stringify([checked.sheet, rows]);
}

/** 评分: what the standards give, what of it is written, and how each row comes about. */
export default function ScoreView(): ReactNode {
  const styles = useStyles();
  const text = useText();
  const checked = useSessionState((state) => state.checked);
  useFirstCheck();

  const scored = useScored(checked);
  /** Of which rows the choices are: where rows came or went, they are asked for anew. */
  const place = useMemo(() => (scored ? placeOf(scored) : ''), [scored]);
  const [desk, change] = useDesk(place);
  const { choices, closings, form, trials, open } = desk;
  const writing = useWriting(form);
  /** What will stand in the cells, by table. */
  const plans = useMemo(
    () => (writing && scored?.tables.map((table) => plansOf(table, choices, scored.checked.snapshot, writing))) ?? [],
    [writing, scored, choices],
  );
  /** The row to which the focus goes back. */
  const [left, setLeft] = useState<number | null>(null);
  /** Whether the open row was opened just now, or was left open on the way to another view. */
  const [opened, setOpened] = useState(false);

  if (!checked || !scored) {
    return (
      <>
        <ProblemBar />
        {checked ? <p className={styles.note}>{text.score.computing}</p> : <First />}
      </>
    );
  }
  const { tables } = scored;
  const choose = (row: number, choice: Choice | undefined): void =>
    change({ choices: withEntry(choices, row, choice) });
  const show = (row: number | null): void => {
    setOpened(true);
    change({ open: row });
  };
  const rows = tables.flatMap((table) => table.rows);
  const shown = rows.findIndex(({ indicator }) => indicator.row === open);
  const current = rows[shown];
  if (current) {
    return (
      <>
        <ProblemBar />
        <RowView
          key={current.indicator.row}
          row={current}
          checked={scored.checked}
          takesFocus={opened}
          trials={trials}
          onTry={(key, values) => change({ trials: withEntry(trials, key, values) })}
          at={shown}
          count={rows.length}
          choice={choices.get(current.indicator.row)}
          plan={plans.map((rows) => rows.get(current.indicator.row)).find((plan) => plan !== undefined)}
          writable={isWritable(tables, current)}
          onChoose={(choice) => choose(current.indicator.row, choice)}
          onMove={(step) => show(rows[shown + step]?.indicator.row ?? open)}
          onBack={() => {
            setLeft(open);
            show(null);
          }}
        />
      </>
    );
  }
  const evaluated = rows.findIndex(({ indicator }) => indicator.row === desk.evaluating);
  const evaluating = rows[evaluated];
  if (evaluating) {
    const move = (step: 1 | -1): void => {
      const next = rows[evaluated + step];
      if (!next) setLeft(evaluating.indicator.row);
      change({ evaluating: next?.indicator.row ?? null });
    };
    return (
      <>
        <ProblemBar />
        <Suspense>
          <Assistant
            key={evaluating.indicator.row}
            row={evaluating}
            checked={scored.checked}
            at={evaluated}
            rows={rows}
            onMove={move}
            onBack={() => {
              setLeft(evaluating.indicator.row);
              change({ evaluating: null });
            }}
          />
        </Suspense>
      </>
    );
  }
  if (!tables.some(({ hasStandards }) => hasStandards)) {
    return (
      <>
        <ProblemBar />
        <div className={styles.scroll}>
          <ProgressStrip />
          {rows.length > 0 ? (
            <Empty icon={CalculatorRegular} title={text.score.noStandards} hint={text.score.noStandardsHint} />
          ) : (
            <Empty icon={TableRegular} title={text.score.none} hint={text.score.noneHint}>
              <OpenIntake />
            </Empty>
          )}
        </div>
      </>
    );
  }
  return (
    <>
      <ProblemBar />
      <div className={styles.scroll}>
        <ProgressStrip />
        {tables.some(({ hasScoreColumn, hasActualColumn }) => hasScoreColumn && hasActualColumn) && (
          <>
            <div className={styles.start}>
              <Button
                size="small"
                icon={<TaskListLtrRegular />}
                onClick={() =>
                  change({
                    evaluating: (rows.find(({ status }) => status === 'waiting') ?? rows[0])?.indicator.row ?? null,
                  })
                }
              >
                {text.score.assist.start}
              </Button>
            </div>
            <FormPicker form={form} plans={plans} onChange={(chosen) => change({ form: chosen })} />
          </>
        )}
        {tables.map((table, index) => (
          <section key={table.table.range.top} aria-label={tables.length > 1 ? table.table.title?.value : undefined}>
            <TableHead
              table={table}
              choices={choices}
              closings={closings.get(table.table.range.top) ?? {}}
              form={form}
              titled={tables.length > 1}
              onClose={(closing) => change({ closings: withEntry(closings, table.table.range.top, closing) })}
            />
            {!table.hasActualColumn ? (
              <p className={styles.note}>{text.score.noActualColumn}</p>
            ) : (
              !table.hasScoreColumn && <p className={styles.note}>{text.score.noScoreColumn}</p>
            )}
            <RowList
              table={table}
              choices={choices}
              plans={plans[index] ?? NO_PLANS}
              focus={left}
              onChoose={(row, score) => choose(row, score === undefined ? undefined : { score })}
              onOpen={(row) => show(row.indicator.row)}
            />
          </section>
        ))}
      </div>
      <ScoreBar
        tables={tables}
        desk={desk}
        snapshot={scored.checked.snapshot}
        plans={writing ? plans : null}
        onWritten={() => change({ choices: new Map(), closings: new Map() })}
      />
    </>
  );
}

const NO_PLANS: Plans = new Map();

function isWritable(tables: readonly ScoredTable[], row: ScoredRow): boolean {
  return row.cell !== null && tables.some((table) => table.hasScoreColumn && table.rows.includes(row));
}
