import { rule } from '../../../src/core/rules/percent-scale';
import { wording as en } from '../../../src/core/rules/percent-scale/en-US';
import { wording as zh } from '../../../src/core/rules/percent-scale/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quality = (...cells: CompactCell[]): CompactRow => ['产出指标', '质量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'percent as percent, a cell in percent format, a fraction with no percent',
        rows: [
          quality('合格率', '≥', 95, '%', '合格率不低于95%'),
          quality('覆盖率', '≥', [0.95, '0%'], '%', '覆盖率不低于95%'),
          quality('准确率', '≥', 0.95, null, '准确率不低于95%'),
        ],
      },
      {
        name: 'rates that are small',
        rows: [
          quality('差错率', '≤', 0.5, '%'),
          quality('自然增长率', '≤', 0.9, '%'),
          quality('投诉率', '≤', 1, '%'),
          quality('抽检率', '≥', 0.3, '%', '抽检率不低于0.3%'),
        ],
      },
    ],
    invalid: [
      {
        name: 'the explanation tells, or the name',
        rows: [
          quality('利用率', '≥', 0.95, '%', '利用率不低于95%'),
          quality('培训合格率', '≥', '0.98', '%'),
          quality('建档率', '=', 1, '%'),
        ],
        findings: [
          {
            message: '“利用率”的指标值是0.95%，指标解释写的是95%，相差100倍：像是把百分数写成了小数。请核对。',
            cell: 'E3',
            severity: 'error',
            data: { name: '利用率', value: 0.95, found: 95 },
            fixes: [{ title: '指标值改为95', grade: 'choice', result: { E3: 95 } }],
          },
          {
            message: '“培训合格率”的指标值只有0.98%，像是把98%写成了小数。请核对。',
            cell: 'E4',
            severity: 'error',
            data: { name: '培训合格率', value: 0.98, to: 98 },
            fixes: [{ title: '指标值改为98', grade: 'choice', result: { E4: '98' } }],
          },
          {
            message: '“建档率”的指标值只有1%，像是把100%写成了小数。请核对。',
            cell: 'E5',
            severity: 'error',
            data: { name: '建档率', value: 1, to: 100 },
            fixes: [{ title: '指标值改为100', grade: 'choice', result: { E5: 100 } }],
          },
        ],
      },
    ],
  },
);
