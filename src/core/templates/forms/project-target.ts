import {
  amount,
  budgetRow,
  entry,
  field,
  label,
  LEVEL1,
  LEVEL2,
  nameColumn,
  signRow,
  TARGET_HINT,
  titleRows,
} from '../parts';
import type { Form } from '../model';

const LAST = 5;

/** 项目支出绩效目标表. */
export const form: Form = {
  id: 'project-target',
  version: 1,
  title: { zh: '项目支出绩效目标表', en: 'Project targets' },
  kind: 'target',
  subject: 'project',
  levels: '2021',
  source: { document: '财预〔2021〕101号', clause: '附件' },
  orientation: 'landscape',
  head: [
    titleRows('项目支出绩效目标表', LAST),
    {
      rows: [
        field('项目名称', [0, 0], 'project', [1, LAST]),
        {
          cells: [
            label([0, 0], '主管部门'),
            entry([1, 3], 'department'),
            label([4, 4], '实施单位'),
            entry([5, LAST], 'implementer'),
          ],
        },
      ],
    },
    {
      side: { span: [0, 0], text: '项目资金\n（万元）' },
      rows: [
        { cells: [label([1, 3], '年度资金总额'), amount([4, LAST], { kind: 'budget-total', sum: 'source' })] },
        { cells: budgetRow('其中：政府预算资金', [1, 3], 'source', [4, LAST]) },
        { cells: budgetRow('财政专户管理资金', [1, 3], 'source', [4, LAST]) },
        { cells: budgetRow('单位资金', [1, 3], 'source', [4, LAST]) },
      ],
    },
    {
      rows: [
        field('年度目标', [0, 0], 'goal', [1, LAST], {
          lines: 4,
          hint: '概括项目本年度要完成什么、达到什么效果，其中的数与下面的指标一致。',
        }),
      ],
    },
  ],
  side: { text: '绩效指标', width: 13 },
  columns: [
    { ...LEVEL1, width: 14 },
    LEVEL2,
    nameColumn(32),
    { field: 'target', header: '指标值', width: 22, hint: TARGET_HINT },
    { field: 'explanation', header: '指标值说明', width: 36, hint: '说明指标值的依据和计算方法。' },
  ],
  blankRows: 1,
  total: null,
  foot: [
    signRow([
      [[0, 2], '填报人'],
      [[3, 3], '单位负责人'],
      [[4, LAST], '填报日期'],
    ]),
  ],
};
