import { rule } from '../../../src/core/rules/unit-missing';
import { wording as en } from '../../../src/core/rules/unit-missing/en-US';
import { wording as zh } from '../../../src/core/rules/unit-missing/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'a unit, in its column, in the cell or behind the name',
        rows: [
          quantity('培训次数', '≥', 10, '次'),
          quantity('培训人数', '≥', '200人', null),
          quantity('督导次数（次）', '≥', 4, null),
          quantity('覆盖率', '≥', [0.95, '0%'], null),
        ],
      },
      {
        name: 'words and dates need none',
        rows: [quantity('培训', '定性', '及时', null), quantity('工期', '定性', '2025年6月30日前', null)],
      },
    ],
    invalid: [
      {
        name: 'a bare number, whose unit the explanation may know',
        rows: [quantity('执法检查', '≥', 60, null, '执法检查≥60次'), quantity('培训次数', '≥', 10, null)],
        findings: [
          {
            message: '“执法检查”的指标值60没有计量单位。请填写。',
            cell: 'E3',
            severity: 'warning',
            data: { name: '执法检查', value: '60' },
            fixes: [{ title: '计量单位填“次”', grade: 'choice', result: { F3: '次' } }],
          },
          {
            message: '“培训次数”的指标值10没有计量单位。请填写。',
            cell: 'E4',
            severity: 'warning',
            data: { name: '培训次数', value: '10' },
          },
        ],
      },
      {
        name: 'a bare range',
        columns: 'county',
        rows: [quantity('排名', '60-80')],
        findings: [
          {
            message: '“排名”的指标值60-80没有计量单位。请填写。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '排名', value: '60-80' },
          },
        ],
      },
    ],
  },
);
