import type { SheetSnapshot } from '../../src/core/sheet';
import { compactSheet, type CompactRow } from './compact-sheet';

const COLUMNS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值类型',
  '指标值',
  '计量单位',
  '评（扣）分标准',
  '分值',
  '实际完成值',
  '得分',
];

const RATIO = '达到计划值得满分，否则按实际值/计划值*指标分值';

/** Rows of a self-evaluation, by what scoring makes of each. */
const ROWS = {
  fill: ['产出指标', '数量指标', '组织政治理论培训次数', '≥', 10, '次', RATIO, 5, 8, null],
  percent: [null, '质量指标', '培训合格率', '=', 100, '%', RATIO, 15, [1, '0%'], null],
  date: [
    null,
    '时效指标',
    '完成时限',
    '定性',
    '2026年12月31日前',
    null,
    '在2026年12月31日前完成得满分10分，每推迟1个月扣0.5分，扣完为止。',
    10,
    '2027年2月28日',
    null,
  ],
  steps: [
    '成本指标',
    '经济成本指标',
    '预算成本',
    '≤',
    100,
    '万元',
    '整体支出控制在预算范围内，得20分，每超出10%，扣2分，扣完为止。',
    20,
    125,
    null,
  ],
  grade: [
    '效益指标',
    '社会效益指标',
    '培养高素质干部队伍',
    '定性',
    '效果明显',
    null,
    '效果明显得15分，效果一般得8分，否则不得分。',
    15,
    null,
    null,
  ],
  several: [
    null,
    '社会效益指标',
    '通报批评情况',
    '=',
    0,
    '次',
    '未被通报得15分；被省、市通报批评的，每次分别扣5分、3分，扣完为止。',
    15,
    null,
    null,
  ],
  above: [
    '满意度指标',
    '服务对象满意度指标',
    '群众满意度',
    '≥',
    95,
    '%',
    '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分',
    10,
    [0.94, '0%'],
    null,
  ],
} satisfies Record<string, CompactRow>;

/**
 * A self-evaluation of 90 points and the 10 of 预算执行率, with cells for 总分 (J13) and 等级 (C14); the rows are 6 to 12.
 * Of each kind of row that the scoring view knows there is one.
 */
export function selfEvaluation(change: Partial<Record<keyof typeof ROWS, CompactRow>> = {}): SheetSnapshot {
  const rows = { ...ROWS, ...change };
  return compactSheet({
    title: '2026年度部门整体支出绩效自评表',
    above: [
      ['部门（单位）名称', null, '示例局'],
      ['资金（万元）', null, null, '年初预算数', '全年预算数', '全年执行数', null, '分值', '执行率', '得分'],
      ['年度资金总额', null, null, 100, 100, 95, null, 10, [0.95, '0%'], 9.5],
    ],
    columns: COLUMNS,
    rows: Object.values(rows),
    below: [
      ['总分', null, null, null, null, null, null, 100, null, null],
      ['自评等级', null, null],
    ],
    merges: ['A13:G13', 'A14:B14'],
    sheet: '自评',
  });
}
