import { rule } from '../../../src/core/rules/type-value';
import { wording as en } from '../../../src/core/rules/type-value/en-US';
import { wording as zh } from '../../../src/core/rules/type-value/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the type fits',
        rows: [
          quantity('培训次数', '≥', 10, '次'),
          quantity('培训次数', '定量', 10, '次'),
          quantity('培训效果', '定性', '效果明显'),
          quantity('完成时限', '≤', '2025年12月31日'),
          quantity('督导次数', null, '≥4次'),
        ],
      },
      {
        name: 'nothing to tell by',
        rows: [
          quantity('培训次数', '≥', 10, '次'),
          quantity('督导次数', '定性', '不适用'),
          quantity('检查次数', '≥', '#NAME?', '次'),
        ],
      },
    ],
    invalid: [
      {
        name: 'numbers typed 定性',
        rows: [quantity('培训次数', '定性', 10, '次'), ['成本指标', '经济成本指标', '总成本', '定性', '不超过14万元']],
        findings: [
          {
            message: '“培训次数”的类型是“定性”，指标值“10”却是定量的。请改用比较符号。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '培训次数', type: '定性', value: '10' },
            fixes: [
              { title: '类型改为“≥”', grade: 'choice', result: { D3: '≥' } },
              { title: '类型改为“=”', grade: 'choice', result: { D3: '=' } },
            ],
          },
          {
            message: '“总成本”的类型是“定性”，指标值“不超过14万元”却是定量的。请改用比较符号。',
            cell: 'D4',
            severity: 'warning',
            data: { name: '总成本', type: '定性', value: '不超过14万元' },
            fixes: [{ title: '类型改为“≤”', grade: 'choice', result: { D4: '≤' } }],
          },
        ],
      },
      {
        name: 'words with a sign or typed 定量, a date typed 定性',
        rows: [
          quantity('培训效果', '≥', '效果明显'),
          quantity('培训质量', '定量', '良好'),
          quantity('完成时限', '定性', '2025年12月31日前'),
        ],
        findings: [
          {
            message: '“培训效果”的类型是“≥”，指标值“效果明显”却是文字。请改为“定性”，或者写明数值。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '培训效果', type: '≥', value: '效果明显' },
            fixes: [{ title: '类型改为“定性”', grade: 'choice', result: { D3: '定性' } }],
          },
          {
            message: '“培训质量”的类型是“定量”，指标值“良好”却是文字。请改为“定性”，或者写明数值。',
            cell: 'D4',
            severity: 'warning',
            data: { name: '培训质量', type: '定量', value: '良好' },
            fixes: [{ title: '类型改为“定性”', grade: 'choice', result: { D4: '定性' } }],
          },
          {
            message:
              '“完成时限”的指标值是日期“2025年12月31日前”，类型填的是“定性”。有日期就能核对，表样允许的，请用“≤”。',
            cell: 'D5',
            severity: 'info',
            data: { name: '完成时限', value: '2025年12月31日前' },
          },
        ],
      },
    ],
  },
);
