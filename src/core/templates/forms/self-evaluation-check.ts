import {
  ACTUAL_HINT,
  entry,
  field,
  fundsBlock,
  label,
  LEVEL1,
  LEVEL2,
  nameColumn,
  signRow,
  TARGET_HINT,
  titleRows,
  WEIGHT_HINT,
} from '../parts';
import type { Form } from '../model';

const LAST = 10;

/** 自评复核（抽查）表: the reviewer's points beside those of the self-evaluation, why they differ, and on what evidence. */
export const form: Form = {
  id: 'self-evaluation-check',
  version: 1,
  title: { zh: '绩效自评复核（抽查）表', en: 'Check of a self-evaluation' },
  kind: 'self-evaluation',
  subject: null,
  levels: '2021',
  source: { document: '财预〔2020〕10号', clause: '自评结果抽查复核' },
  orientation: 'landscape',
  head: [
    titleRows('绩效自评复核（抽查）表', LAST),
    {
      rows: [
        {
          cells: [
            label([0, 0], '单位名称'),
            entry([1, 3], 'department'),
            label([4, 4], '实施单位'),
            entry([5, LAST], 'implementer'),
          ],
        },
        field('项目名称', [0, 0], 'project', [1, LAST], { hint: '抽查部门整体支出的，此处不填。' }),
      ],
    },
    fundsBlock(
      [0, 0],
      [1, 1],
      [
        { span: [2, 2], header: '全年预算数', amount: 'budget' },
        { span: [3, 4], header: '全年执行数', amount: 'spent' },
        { span: [5, 5], header: '分值', amount: 'weight' },
        { span: [6, 7], header: '执行率', amount: 'rate' },
        { span: [8, LAST], header: '得分', amount: 'score' },
      ],
      ['年度资金总额'],
    ),
  ],
  side: null,
  columns: [
    LEVEL1,
    LEVEL2,
    nameColumn(24),
    { field: 'target', header: '年度指标值', width: 13, hint: TARGET_HINT },
    { field: 'actual', header: '实际完成值', width: 13, hint: ACTUAL_HINT },
    { field: 'weight', header: '分值', width: 7, hint: WEIGHT_HINT },
    { field: 'score', header: '自评分', width: 8 },
    { field: 'check-score', header: '复核分', width: 8, hint: '复核人按评分标准和佐证材料重新打分。' },
    { field: 'check-difference', header: '得分差异', width: 8 },
    { field: 'check-reason', header: '扣分理由', width: 20, hint: '复核分低于自评分的，写明理由。' },
    { field: 'evidence', header: '佐证材料', width: 16, hint: '写明查看了哪些材料，可填材料清单里的序号。' },
  ],
  blankRows: 1,
  total: { label: '合计', fields: ['weight', 'score', 'check-score', 'check-difference'], withExecution: true },
  foot: [
    signRow([
      [[0, 2], '复核人'],
      [[3, 7], '被抽查单位负责人'],
      [[8, LAST], '复核日期'],
    ]),
  ],
};
