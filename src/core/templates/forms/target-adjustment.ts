import { entry, field, label, LEVEL1, LEVEL2, nameColumn, signRow, titleRows } from '../parts';
import type { Form } from '../model';

const LAST = 8;

/** 绩效目标调整申请表: what was approved, what it is to become, and why. */
export const form: Form = {
  id: 'target-adjustment',
  version: 1,
  title: { zh: '绩效目标调整申请表', en: 'Request to adjust targets' },
  kind: 'list',
  subject: null,
  levels: '2021',
  source: { document: '财预〔2015〕88号', clause: '绩效目标的批复与调整' },
  orientation: 'landscape',
  head: [
    titleRows('绩效目标调整申请表', LAST),
    {
      rows: [
        {
          cells: [
            label([0, 1], '单位名称'),
            entry([2, 3], 'department'),
            label([4, 4], '实施单位'),
            entry([5, LAST], 'implementer'),
          ],
        },
        field('项目名称', [0, 1], 'project', [2, LAST], { hint: '调整部门整体支出目标的，此处不填。' }),
        field('调整理由及依据', [0, 1], 'changeReason', [2, LAST], {
          lines: 3,
          hint: '写明政策、预算或客观条件有什么变化，附依据文件名称。',
        }),
      ],
    },
  ],
  side: null,
  columns: [
    { field: 'number', header: '序号', width: 6 },
    LEVEL1,
    LEVEL2,
    nameColumn(26),
    { field: 'change', header: '调整事项', width: 10, list: 'change', hint: '修改、新增或取消。' },
    { field: 'change-before', header: '原指标值', width: 16, hint: '照批复的目标表填写；新增的不填。' },
    { field: 'change-after', header: '调整后指标值', width: 16, hint: '取消的不填。' },
    { field: 'change-reason', header: '调整理由', width: 26 },
    { field: 'remark', header: '备注', width: 10 },
  ],
  blankRows: 1,
  total: null,
  foot: [
    signRow([
      [[0, 3], '申请单位负责人'],
      [[4, LAST], '申请日期'],
    ]),
    signRow([
      [[0, 3], '主管部门审核'],
      [[4, LAST], '财政部门审批'],
    ]),
  ],
};
