import { amount, budgetRow, field, label, LEVEL1, LEVEL2, nameColumn, signRow, TARGET_HINT, titleRows } from '../parts';
import type { Form } from '../model';

const LAST = 4;

/** 部门（单位）整体绩效目标申报表, Henan: tasks, the budget by source and by use, and a tree of its own (投入管理 …). */
export const form: Form = {
  id: 'department-target-henan',
  version: 1,
  title: { zh: '部门整体绩效目标申报表（河南）', en: 'Department targets by task (Henan)' },
  kind: 'target',
  subject: 'department',
  levels: 'henan',
  source: { document: '河南省财政厅部门（单位）整体绩效目标申报表' },
  orientation: 'landscape',
  head: [
    titleRows('部门（单位）整体绩效目标申报表', LAST),
    {
      rows: [
        field('部门（单位）名称', [0, 0], 'department', [1, LAST]),
        field('年度履职目标', [0, 0], 'goal', [1, LAST], { lines: 4, hint: '分条写明本年度履行职责要达到的目标。' }),
      ],
    },
    {
      side: { span: [0, 0], text: '年度主要任务' },
      rows: [
        { cells: [label([1, 1], '任务名称'), label([2, LAST], '主要内容')] },
        {
          repeat: 3,
          cells: [
            { span: [1, 1], look: 'text', slot: { kind: 'task', part: 'name' } },
            { span: [2, LAST], look: 'text', slot: { kind: 'task', part: 'content' } },
          ],
        },
      ],
    },
    {
      side: { span: [0, 0], text: '预算情况' },
      rows: [
        { cells: [label([1, 2], '部门预算总额（万元）'), amount([3, LAST], { kind: 'budget-total', sum: 'source' })] },
        { cells: budgetRow('资金来源：政府预算资金', [1, 2], 'source', [3, LAST]) },
        { cells: budgetRow('财政专户管理资金', [1, 2], 'source', [3, LAST]) },
        { cells: budgetRow('单位资金', [1, 2], 'source', [3, LAST]) },
        { cells: budgetRow('资金结构：基本支出', [1, 2], 'use', [3, LAST]) },
        { cells: budgetRow('项目支出', [1, 2], 'use', [3, LAST]) },
      ],
    },
  ],
  side: null,
  columns: [
    { ...LEVEL1, width: 18 },
    { ...LEVEL2, width: 24 },
    nameColumn(32),
    { field: 'target', header: '指标值', width: 22, hint: TARGET_HINT },
    { field: 'explanation', header: '指标值说明', width: 34, hint: '说明指标值的依据和计算方法。' },
  ],
  blankRows: 1,
  total: null,
  foot: [
    signRow([
      [[0, 1], '填报人'],
      [[2, 2], '单位负责人'],
      [[3, LAST], '填报日期'],
    ]),
  ],
};
