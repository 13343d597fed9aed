import { amount, coverRow, field, label, LEVEL1, LEVEL2, nameColumn, signRow, TARGET_HINT, titleRows } from '../parts';
import type { BudgetGroup } from '../../indicator';
import type { Form, FormCell } from '../model';

const LAST = 4;

function funds(text: string | null, column: number, group: BudgetGroup): readonly FormCell[] {
  if (text === null) return [{ span: [column, column + 1], look: 'label' }];
  return [label([column, column], text), amount([column + 1, column + 1], { kind: 'budget', group, label: text })];
}

/** 部门整体支出绩效目标表 as counties of Hunan had it until 2024: income and spending side by side, one cell a target. */
export const form: Form = {
  id: 'department-target-county',
  version: 1,
  title: { zh: '部门整体支出绩效目标表（旧版县区）', en: 'Department targets (older county form)' },
  kind: 'target',
  subject: 'department',
  levels: 'county',
  source: { document: '财预〔2015〕88号', clause: '附件（县区沿用的式样）' },
  orientation: 'landscape',
  head: [
    titleRows('部门整体支出绩效目标表', LAST),
    coverRow(2, LAST),
    { rows: [field('部门名称', [0, 0], 'department', [1, LAST])] },
    {
      side: { span: [0, 0], text: '年度预算申请' },
      rows: [
        { cells: [label([1, 1], '资金总额'), amount([2, LAST], { kind: 'budget-total', sum: 'source' })] },
        { cells: [label([1, 2], '按收入性质分'), label([3, LAST], '按支出性质分')] },
        { cells: [...funds('一般公共预算', 1, 'source'), ...funds('基本支出', 3, 'use')] },
        { cells: [...funds('政府性基金拨款', 1, 'source'), ...funds('项目支出', 3, 'use')] },
        { cells: [...funds('纳入专户管理的非税收入拨款', 1, 'source'), ...funds(null, 3, 'use')] },
        { cells: [...funds('其他资金', 1, 'source'), ...funds(null, 3, 'use')] },
      ],
    },
    {
      rows: [
        field('部门职能\n职责概述', [0, 0], 'duties', [1, LAST], { lines: 3 }),
        field('整体绩效目标', [0, 0], 'goal', [1, LAST], {
          lines: 3,
          hint: '概括本年度要完成的主要工作和达到的效果，其中的数与下面的指标一致。',
        }),
      ],
    },
  ],
  side: { text: '部门整体支出\n年度绩效指标', width: 15 },
  columns: [
    { ...LEVEL1, width: 26 },
    { ...LEVEL2, width: 24 },
    nameColumn(34),
    { field: 'target', header: '指标值及单位', width: 30, hint: TARGET_HINT },
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
