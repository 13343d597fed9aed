import { readTables } from '../../src/core/reader';
import { formatCell, type SheetSnapshot } from '../../src/core/sheet';
import type { Finding } from '../../src/core/rules/finding';
import type { Dimension, Severity, WeightScheme } from '../../src/core/rules/rule';
import { groupFindings } from '../../src/session';
import { countDimensions, moneyOverview, scoreOverview, weightOverview } from '../../src/session/overview';
import { scoreTables, type Choice } from '../../src/session/scoring';
import { compactSheet, type CompactRow } from '../support/compact-sheet';
import { selfEvaluation } from '../support/self-evaluation';

function finding(key: string, severity: Severity, dimension: Dimension, more: Partial<Finding> = {}): Finding {
  return {
    key,
    code: 'PT101',
    rule: key,
    severity,
    dimension,
    address: { sheet: 'Sheet1', row: 0, column: 0 },
    message: key,
    data: {},
    advisory: false,
    fixes: [],
    hidden: false,
    row: null,
    ...more,
  };
}

const tableOf = (sheet: SheetSnapshot) => {
  const [table] = readTables(sheet).tables;
  if (!table) throw new Error('no table');
  return table;
};

const scoredOf = (sheet: SheetSnapshot) => {
  const [scored] = scoreTables(readTables(sheet).tables, sheet);
  if (!scored) throw new Error('no table');
  return scored;
};

const ROW = (level1: string | null, name: string, weight: number | null, score: number | null = null): CompactRow => [
  level1,
  '数量指标',
  name,
  '≥10次',
  '10次',
  weight,
  score,
  null,
];
const evaluation = (rows: readonly CompactRow[]) =>
  compactSheet({ title: '2026年度项目支出绩效自评表', columns: 'selfEvaluation', rows, sheet: '自评' });

describe('problems by dimension', () => {
  test('each severity counts where it belongs, a fact once, and what was kept not at all', () => {
    const { open } = groupFindings([
      finding('a', 'error', 'completeness'),
      finding('b', 'error', 'relevance', { causedBy: 'a' }),
      finding('c', 'warning', 'completeness'),
      finding('d', 'info', 'feasibility'),
      finding('e', 'error', 'feasibility', { suppressed: { key: 'e', reason: '甲', by: '', at: '' } }),
    ]);
    expect(countDimensions(open)).toEqual({
      completeness: { error: 1, warning: 1, info: 0 },
      relevance: { error: 0, warning: 0, info: 0 },
      appropriateness: { error: 0, warning: 0, info: 0 },
      feasibility: { error: 0, warning: 0, info: 1 },
    });
  });

  test('nothing found is nothing counted', () => {
    expect(Object.values(countDimensions([]))).toEqual(Array(4).fill({ error: 0, warning: 0, info: 0 }));
  });
});

describe('points beside the usual split', () => {
  const local: WeightScheme = { cost: 0, output: 60, benefit: 30, satisfaction: 10 };
  const rows = [
    ROW('产出指标', '培训次数', 30),
    ROW(null, '印发手册数', 20),
    ROW('效益指标', '能力提升人数', 30),
    ROW('满意度指标', '服务对象满意度', 10),
  ];
  const partsOf = (sheet: SheetSnapshot, schemes: readonly WeightScheme[] = []) =>
    weightOverview(tableOf(sheet), schemes)?.parts.map(({ part, points, expected, rows: count, cell }) => [
      part,
      points,
      expected,
      count,
      formatCell(cell),
    ]);

  test('each part has its points, those that 101号 gives it, and the first of its rows to go to', () => {
    expect(partsOf(evaluation(rows))).toEqual([
      ['output', 50, 50, 2, 'C3'],
      ['benefit', 30, 30, 1, 'C5'],
      ['satisfaction', 10, 10, 1, 'C6'],
    ]);
  });

  test('a local split that is nearer takes its place', () => {
    const sixty = [ROW('产出指标', '培训次数', 60), ...rows.slice(2)];
    expect(partsOf(evaluation(sixty), [local])?.map(([part, points, expected]) => [part, points, expected])).toEqual([
      ['output', 60, 60],
      ['benefit', 30, 30],
      ['satisfaction', 10, 10],
    ]);
  });

  test('a row without points is counted as missing, and nothing is compared', () => {
    const overview = weightOverview(tableOf(evaluation([...rows.slice(0, 3), ROW('满意度指标', '满意度', null)])), []);
    expect(overview).toMatchObject({ sum: 80, missing: 1 });
    expect(overview?.parts.map(({ expected }) => expected)).toEqual([null, null, null]);
  });

  test('what is none of the trees keeps its own label', () => {
    const overview = weightOverview(tableOf(evaluation([ROW('党建 指标', '学习次数', 10), ...rows])), []);
    expect(overview?.parts[0]).toMatchObject({ part: null, label: '党建指标', points: 10, expected: null });
  });

  test('a table without points has no ring', () => {
    expect(
      weightOverview(tableOf(evaluation(rows.map((row) => [...row.slice(0, 5), null, null, null]))), []),
    ).toBeNull();
  });
});

describe('scores by level 1', () => {
  const rows = [
    ROW('产出指标', '培训次数', 50, 46.5),
    ROW(null, '印发手册数', 10, 10),
    ROW('效益指标', '能力提升人数', 30, 28.255),
    ROW('满意度指标', '服务对象满意度', 10, 10),
  ];
  const partsOf = (sheet: SheetSnapshot, choices: ReadonlyMap<number, Choice> = new Map()) =>
    scoreOverview(scoredOf(sheet), choices)?.parts.map(({ part, score, full, counted, rows: count, cell }) => [
      part,
      score,
      full,
      `${counted}/${count}`,
      formatCell(cell),
    ]);

  test('scores are summed as they are rounded, out of the full marks, and the whole has a grade', () => {
    const sheet = evaluation(rows);
    expect(partsOf(sheet)).toEqual([
      ['output', 56.5, 60, '2/2', 'C3'],
      ['benefit', 28.26, 30, '1/1', 'C5'],
      ['satisfaction', 10, 10, '1/1', 'C6'],
    ]);
    expect(scoreOverview(scoredOf(sheet), new Map())?.total).toMatchObject({ sum: 94.76, outOf: 100, grade: '优' });
  });

  test.each<[number, string]>([
    [50, '优'],
    [40, '良'],
    [15, '中'],
    [0, '差'],
  ])('%p points of 50 for output are %s', (score, grade) => {
    const [, ...others] = rows;
    const sheet = evaluation([ROW('产出指标', '培训次数', 50, score), ...others]);
    expect(scoreOverview(scoredOf(sheet), new Map())?.total.grade).toBe(grade);
  });

  test('what is not scored yet is told, and there is no grade', () => {
    const some = [rows[0] as CompactRow, ROW(null, '印发手册数', 10, null), ...rows.slice(2)].map((row, at) =>
      at === 1 ? [...row.slice(0, 4), null, ...row.slice(5)] : row,
    );
    expect(partsOf(evaluation(some))?.[0]).toEqual(['output', 46.5, 60, '1/2', 'C3']);
    expect(scoreOverview(scoredOf(evaluation(some)), new Map())?.total).toMatchObject({ missing: 1, grade: null });
  });

  test('a choice counts as it will be written', () => {
    const parts = partsOf(selfEvaluation(), new Map([[8, { score: 16 }]]));
    expect(parts?.find(([part]) => part === 'cost')?.[1]).toBe(16);
  });

  test('a table with nothing scored has no scores', () => {
    const blank = rows.map((row) => [...row.slice(0, 4), null, row[5] ?? null, null, null]);
    expect(scoreOverview(scoredOf(evaluation(blank)), new Map())).toBeNull();
  });
});

describe('budget beside costs', () => {
  const money = (budget: string | null, ...costs: readonly string[]) =>
    moneyOverview(
      tableOf(
        compactSheet({
          title: '2022年部门整体支出绩效目标表',
          above: [['部门名称', '城区财政局'], ...(budget === null ? [] : [['年度预算申请（万元）', budget]])],
          columns: 'county',
          rows: [
            ['产出指标', '数量指标', '培训次数', '≥10次'],
            ...costs.map((cost, at): CompactRow => ['产出指标', '成本指标', `第${at + 1}项成本`, cost]),
          ],
        }),
      ),
    );

  test('all costs together, in the unit of the budget, with the cells to go to', () => {
    const overview = money('资金总额：100.5万元', '≤60万元', '≤350000元');
    expect(overview).toMatchObject({ budget: 100.5, costs: 95, unit: '万元', count: 2 });
    expect(overview && [overview.budgetCell, overview.costCell].map(formatCell)).toEqual(['B3', 'D6']);
  });

  test.each<[string, string | null, string[]]>([
    ['no budget', null, ['≤60万元']],
    ['no cost', '资金总额：100万元', []],
    ['a cost that is no amount', '资金总额：100万元', ['≤5%']],
  ])('%s: nothing to hold against each other', (_, budget, costs) => {
    expect(money(budget, ...costs)).toBeNull();
  });
});
