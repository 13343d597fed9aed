import { rule } from '../../../src/core/rules/band-overlap';
import { wording as en } from '../../../src/core/rules/band-overlap/en-US';
import { wording as zh } from '../../../src/core/rules/band-overlap/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, satisfaction, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      ...valid,
      { name: '及以上 beside 以下', columns, rows: [row(satisfaction, '95%及以上得10分，95%以下得5分', 10)] },
    ],
    invalid: [
      {
        name: 'a stretch in two bands; a shared end',
        columns,
        rows: [
          row(satisfaction, '90%-100%得10分，80%-95%得8分，80%以下不得分', 10),
          row(['知晓率', '≥', 90, '%'], '90%-100%得10分，80%-90%得8分，80%以下不得分', 10),
        ],
        findings: [
          {
            message: '“群众满意度”的评分标准有重叠：实际90%同时落在两档里，不知道该得多少分。请改清楚。',
            cell: 'H3',
            severity: 'error',
            data: { name: '群众满意度', actual: '90%' },
          },
          {
            message: '“群众满意度”相邻两档都包含分界80，计分时按较高一档。请写明“含”或“以下不含”。',
            cell: 'H3',
            severity: 'info',
            data: { name: '群众满意度', at: '80' },
          },
          {
            message: '“知晓率”相邻两档都包含分界90、80，计分时按较高一档。请写明“含”或“以下不含”。',
            cell: 'H4',
            severity: 'info',
            data: { name: '知晓率', at: '90、80' },
          },
        ],
      },
    ],
  },
);
