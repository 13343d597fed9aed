import { readTables } from '../../src/core/reader';
import { formatCell, isOwnSheet, type Edit, type SheetSnapshot } from '../../src/core/sheet';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';
import { CHART_COLORS, isChartable, scoreChart, type ChartWords } from '../../src/session/score-chart';
import { scoreTables } from '../../src/session/scoring';
import { compactSheet, type CompactCell, type CompactRow } from '../support/compact-sheet';

const WORDS: ChartWords = {
  category: '一级指标',
  weight: '分值',
  score: '得分',
  execution: '预算执行率',
  unit: '分',
  title: '自评得分情况',
  source: '数据取自工作表“自评”。',
  nameOf: (part, label) => part ?? label,
  sayPart: (part, score, full) => `${part} ${score}/${full ?? '?'}`,
};

const ROW = (level1: string | null, name: string, weight: CompactCell, score: CompactCell): CompactRow => [
  level1,
  '数量指标',
  name,
  '≥10次',
  '10次',
  weight,
  score,
  null,
];
const ROWS = [
  ROW('产出指标', '培训次数', 40, 36.5),
  ROW(null, '印发手册数', 10, 10),
  ROW('效益指标', '能力提升人数', 40, ['=40*0.75', 30]),
  ROW('满意度指标', '服务对象满意度', 10, 10),
];
const evaluation = (rows: readonly CompactRow[] = ROWS, sheet = '自评') =>
  compactSheet({ title: '2026年度项目支出绩效自评表', columns: 'selfEvaluation', rows, sheet });

const scoredOf = (sheet: SheetSnapshot) => {
  const [scored] = scoreTables(readTables(sheet).tables, sheet);
  if (!scored) throw new Error('no table');
  return scored;
};
const chartOf = (sheet: SheetSnapshot, taken: readonly string[] = [sheet.name]) =>
  scoreChart(scoredOf(sheet), sheet, taken, WORDS);

/** What is written, by cell. */
function written(edits: readonly Edit[] = []): Record<string, unknown> {
  return Object.fromEntries(
    edits.flatMap((edit) => (edit.kind === 'set' ? [[formatCell(edit.cell), Object.values(edit.to)[0]]] : [])),
  );
}

test('points and scores by level 1 follow the cells of the table', () => {
  expect(written(chartOf(evaluation())?.edits)).toEqual({
    A1: '一级指标',
    B1: '分值',
    C1: '得分',
    A2: 'output',
    B2: '=SUMIF(自评!$F$3:$F$4,">=0")',
    C2: '=SUMIF(自评!$G$3:$G$4,">=0")',
    A3: 'benefit',
    B3: '=SUMIF(自评!$F$5,">=0")',
    C3: '=SUMIF(自评!$G$5,">=0")',
    A4: 'satisfaction',
    B4: '=SUMIF(自评!$F$6,">=0")',
    C4: '=SUMIF(自评!$G$6,">=0")',
    A5: '数据取自工作表“自评”。',
  });
});

test('the chart shows all of them and nothing else, beside no cell that is written', () => {
  const chart = chartOf(evaluation())?.edits.find((edit) => edit.kind === 'addChart');
  expect(chart).toMatchObject({
    source: { top: 0, left: 0, bottom: 3, right: 2 },
    title: '自评得分情况',
    alternative: 'output 46.5/50；benefit 30/40；satisfaction 10/10',
    axes: { categories: '一级指标', values: '分' },
    colors: [CHART_COLORS.weight, CHART_COLORS.score],
    place: { top: 6 },
  });
});

test.each<[string, CompactRow[], string, unknown]>([
  [
    'a sum between the rows is none of theirs',
    [ROWS[0]!, ['小计', null, null, null, null, 40, 36.5, null], ROWS[1]!, ...ROWS.slice(2)],
    'C2',
    expect.stringMatching(/^=SUMIF\(自评!\$G\$3,">=0"\)\+SUMIF\(自评!\$G\$5,">=0"\)$/),
  ],
  [
    'a score that stands in words is taken as it is now',
    [ROW('产出指标', '培训次数', 40, '36.5分'), ...ROWS.slice(1)],
    'C2',
    46.5,
  ],
  ['points that stand in words too', [ROW('产出指标', '培训次数', '40分', 36.5), ...ROWS.slice(1)], 'B2', 50],
  [
    'a row that is not scored yet is followed',
    [ROW('产出指标', '培训次数', 40, null), ...ROWS.slice(1)],
    'C2',
    '=SUMIF(自评!$G$3:$G$4,">=0")',
  ],
])('%s', (_, rows, cell, expected) => {
  expect(written(chartOf(evaluation(rows))?.edits)[cell]).toEqual(expected);
});

test('the name of a sheet is quoted where it must be', () => {
  expect(written(chartOf(evaluation(ROWS, "一 'A' 表"))?.edits)['C3']).toBe(`=SUMIF('一 ''A'' 表'!$G$5,">=0")`);
});

test.each([
  [['自评'], '得分图表'],
  [['自评', '得分图表'], '得分图表 2'],
  [['自评', '得分图表', '得分图表 2'], '得分图表 3'],
])('beside %p it is called %s, and is no table', (taken, name) => {
  expect(chartOf(evaluation(), taken)?.sheet).toBe(name);
  expect(isOwnSheet(name)).toBe(true);
});

test('without a score in a cell there is no chart', () => {
  const blank = evaluation(ROWS.map((row) => [...row.slice(0, 6), null, null]));
  expect(isChartable(scoredOf(blank))).toBe(false);
  expect(chartOf(blank)).toBeNull();
});

test('the columns are told from white and from each other', () => {
  const light = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [weight, score] = [light(CHART_COLORS.weight), light(CHART_COLORS.score)];
  expect(1.05 / weight).toBeGreaterThanOrEqual(3);
  expect(1.05 / score).toBeGreaterThanOrEqual(3);
  expect(weight / score).toBeGreaterThanOrEqual(2);
});

test('inserted by the session it is shown, checked by nobody, and undone', async () => {
  const host = new MemoryHost([evaluation()]);
  const session = createSession(host, { now: () => new Date(2026, 2, 5), rules: [], delay: () => () => undefined });
  await session.check();
  const chart = chartOf(evaluation());
  const show = { sheet: '得分图表', row: 0, column: 0 };
  const insertion = { what: 'chart-inserted', name: '得分图表', count: 1, show } as const;
  expect(await session.insert(chart?.edits ?? [], insertion)).toBe(true);
  expect(host.charts('得分图表')).toHaveLength(1);
  expect(host.selected?.sheet).toBe('得分图表');
  await session.check();
  expect(session.getState().checked?.sheet).toBe('自评');
  expect(session.getState().undo).toBe('插入得分图表');
  expect(await session.undo()).toBe(true);
  expect((await host.read({ sheets: 'all' })).list.map(({ name }) => name)).toEqual(['自评']);
});
