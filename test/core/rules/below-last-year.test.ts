import { rule } from '../../../src/core/rules/below-last-year';
import { wording as en } from '../../../src/core/rules/below-last-year/en-US';
import { wording as zh } from '../../../src/core/rules/below-last-year/zh-CN';
import { compactSheet } from '../../support/compact-sheet';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';
import { ruleTester } from '../../support/rule-tester';
import { row, STANDARDS } from './self-evaluations';

const DEPARTMENT = [['部门名称', '青溪县水利局']];
const weighted = (title: string, rows: readonly CompactRow[], sheet: string, department = DEPARTMENT) =>
  compactSheet({ title, above: department, columns: 'weighted', rows, sheet });
const target = (name: string, value: CompactCell, weight: CompactCell, unit = '次') => [
  '产出指标',
  '数量指标',
  name,
  '≥',
  value,
  unit,
  '工作量',
  '得满分',
  weight,
];

const last = compactSheet({
  title: '2025年度部门整体支出绩效自评表',
  above: DEPARTMENT,
  columns: STANDARDS,
  rows: [
    row({ actual: 12 }),
    row({ name: '巡查次数', target: 24, actual: 24 }),
    row({ name: '安全事故起数', operator: '≤', target: 3, unit: '起', actual: 2 }),
  ],
  sheet: '上年自评',
});
const NOW = '2026年度部门整体支出绩效目标表';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'as much as last year',
        sheets: [weighted(NOW, [target('培训次数', 12, 5), target('巡查次数', 30, 5)], '目标表'), last],
      },
      { name: 'another unit', sheets: [weighted(NOW, [target('培训次数', 10, 5, '期')], '目标表'), last] },
      { name: 'fewer accidents', sheets: [weighted(NOW, [target('安全事故起数', 1, 5, '起')], '目标表'), last] },
      {
        name: 'of the same year',
        sheets: [weighted('2025年度部门整体支出绩效目标表', [target('培训次数', 10, 5)], '目标表'), last],
      },
      {
        name: 'another department',
        sheets: [weighted(NOW, [target('培训次数', 10, 5)], '目标表', [['部门名称', '青溪县教育局']]), last],
      },
    ],
    invalid: [
      {
        name: 'less than last year',
        sheets: [weighted(NOW, [target('培训次数', 10, 5), target('巡查次数', 24, 5)], '目标表'), last],
        findings: [
          {
            message:
              '“培训次数”的目标10次低于2025年的实际完成值12次（上年自评）。目标偏低的，请适当调高；有客观原因的，请说明。',
            cell: 'E4',
            data: { name: '培训次数', target: '10次', actual: '12次', year: 2025, sheet: '上年自评' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
