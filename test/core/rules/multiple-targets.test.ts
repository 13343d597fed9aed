import { rule } from '../../../src/core/rules/multiple-targets';
import { wording as en } from '../../../src/core/rules/multiple-targets/en-US';
import { wording as zh } from '../../../src/core/rules/multiple-targets/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'one target, a range, words with several clauses',
        rows: [
          quantity('培训次数', '≥', 10, '次'),
          quantity('占比', null, '80%-90%'),
          quantity('工作', '定性', '有效保护，改善生态环境'),
        ],
      },
    ],
    invalid: [
      {
        name: 'two numbers, a date and a rate',
        rows: [quantity('培训', null, '10次；≥200人'), quantity('进度', null, '2025年12月31日前完成，完成率100%')],
        findings: [
          {
            message: '“培训”的指标值里有2个目标：10次、≥200人。一条指标只考核一件事，请拆成2条。',
            cell: 'E3',
            severity: 'warning',
            data: { name: '培训', count: 2, parts: ['10次', '≥200人'] },
          },
          {
            message: '“进度”的指标值里有2个目标：≤2025-12-31、100%。一条指标只考核一件事，请拆成2条。',
            cell: 'E4',
            severity: 'warning',
            data: { name: '进度', count: 2, parts: ['≤2025-12-31', '100%'] },
          },
        ],
      },
    ],
  },
);
