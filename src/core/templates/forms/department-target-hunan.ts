import { field, LEVEL1, LEVEL2, nameColumn, signRow, splitTarget, titleRows } from '../parts';
import type { Form } from '../model';

const LAST = 9;

/** 部门（单位）整体支出绩效目标表, Hunan: three columns of the target under one heading, and the scoring standard. */
export const form: Form = {
  id: 'department-target-hunan',
  version: 1,
  title: { zh: '部门整体支出绩效目标表（湖南）', en: 'Department targets with scoring standards (Hunan)' },
  kind: 'target',
  subject: 'department',
  levels: '2021',
  source: { document: '湖南省财政厅部门整体支出绩效目标申报表' },
  orientation: 'landscape',
  head: [
    titleRows('部门（单位）整体支出绩效目标表', LAST),
    {
      rows: [
        field('部门（单位）\n名称', [0, 0], 'department', [1, LAST]),
        field('部门（单位）\n职责', [0, 0], 'duties', [1, LAST], { lines: 4, hint: '按“三定”规定简要概括主要职责。' }),
        field('年度履职目标', [0, 0], 'goal', [1, LAST], {
          lines: 4,
          hint: '概括本年度要完成的主要工作和达到的效果，其中的数与下面的指标一致。',
        }),
      ],
    },
  ],
  side: { text: '绩效指标', width: 13 },
  columns: [
    LEVEL1,
    LEVEL2,
    nameColumn(20),
    ...splitTarget('指标值\n类型', '计量单位', '指标值'),
    { field: 'explanation', header: '指标解释', width: 22, hint: '说明指标的含义和数据从哪里来、怎样计算。' },
    {
      field: 'standard',
      header: '评（扣）分标准',
      width: 28,
      hint: '写明满分、怎样得分或扣分，如“达到指标值得10分；每低1个百分点扣1分，扣完为止”。',
    },
    { field: 'remark', header: '备注', width: 9 },
  ],
  blankRows: 1,
  total: null,
  foot: [
    signRow([
      [[0, 3], '业务股室审核'],
      [[4, 7], '绩效股审核'],
      [[8, LAST], '填报日期'],
    ]),
  ],
};
