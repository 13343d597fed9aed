import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DataBarVerticalRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { overviewText } from '../../i18n/overview';
import { isChartable, scoreChart } from '../../session/score-chart';
import type { ScoredTable } from '../../session/scoring';
import { say, useLocale, useSession, useSessionState } from '../context';

const useStyles = makeStyles({
  note: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  button: { marginTop: '4px' },
});

/** 插入得分图表, or a line that says why there is none to insert. */
export function ChartButton({ scored }: { readonly scored: ScoredTable }): ReactNode {
  const styles = useStyles();
  const session = useSession();
  const { charts, addSheet } = useSessionState((state) => state.capabilities);
  const busy = useSessionState(({ phase }) => phase === 'writing');
  const words = overviewText(useLocale());
  if (!charts || !addSheet) return <p className={styles.note}>{words.chartElsewhere}</p>;
  if (!isChartable(scored)) return <p className={styles.note}>{words.chartNoScores}</p>;
  const { table } = scored;

  async function insert(): Promise<void> {
    const workbook = await session.readWorkbook();
    const snapshot = workbook?.sheets.find(({ name }) => name === table.sheet);
    if (!workbook || !snapshot) return;
    const about = table.title?.value.replace(/\s+/gu, '') || table.sheet;
    const chart = scoreChart(
      scored,
      snapshot,
      workbook.list.map(({ name }) => name),
      {
        ...words.chart,
        title: say(words.chartTitle, { title: about.slice(0, 60) }),
        source: say(words.chartSource, { sheet: table.sheet }),
        nameOf: (part, label) => (part === null ? label || words.other : words.part[part]),
        sayPart: (part, score, full) =>
          full === null ? say(words.scorePlain, { part, score }) : say(words.scoreOf, { part, score, full }),
      },
    );
    if (!chart) return;
    const show = { sheet: chart.sheet, row: 0, column: 0 };
    await session.insert(chart.edits, { what: 'chart-inserted', name: chart.sheet, count: 1, show });
  }

  return (
    <Button
      className={styles.button}
      size="small"
      icon={<DataBarVerticalRegular />}
      disabled={busy}
      title={words.chartHint}
      onClick={() => void insert()}
    >
      {words.insertChart}
    </Button>
  );
}
