import { columnName } from '../../sheet';
import { defineRule } from '../rule';
import type { IndicatorField } from '../../indicator';

/** The forms' own names of the columns. */
const TERMS: Readonly<Record<IndicatorField | 'other', string>> = {
  level1: '一级指标',
  level2: '二级指标',
  name: '三级指标',
  operator: '指标值类型',
  target: '指标值',
  unit: '计量单位',
  explanation: '指标解释',
  standard: '评（扣）分标准',
  weight: '分值',
  actual: '实际完成值',
  score: '得分',
  deviation: '偏差原因',
  remark: '备注',
  other: '其他',
};

export const rule = defineRule({
  code: 'PT109',
  name: 'header-mismatch',
  scope: 'table',
  severity: 'info',
  dimension: 'completeness',
  fields: ['columns'],
  *check({ columns }) {
    const wrong = columns
      .filter(({ field, headerSays }) => headerSays !== undefined && headerSays !== field)
      .sort((a, b) => a.column - b.column);
    const first = wrong.find(({ headerCell }) => headerCell !== null) ?? wrong[0];
    if (!first) return;
    yield {
      message: wrong.length === 1 ? 'one' : 'several',
      cell: first.headerCell ?? { row: 0, column: first.column },
      field: 'columns',
      data: {
        count: wrong.length,
        columns: wrong.map(({ column, header, field }) => `${columnName(column)}：“${header}” → “${TERMS[field]}”`),
      },
    };
  },
});
