import { rule } from '../../../src/core/rules/qualitative-band';
import { wording as en } from '../../../src/core/rules/qualitative-band/en-US';
import { wording as zh } from '../../../src/core/rules/qualitative-band/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      ...valid,
      {
        name: 'usual bands',
        columns,
        rows: [row(['培训效果', '定性', '效果明显', null], '效果明显得10分，效果一般得7分，否则不得分', 10)],
      },
    ],
    invalid: [
      {
        name: '8 of 15 for 一般',
        columns,
        rows: [row(['培训效果', '定性', '效果明显', null], '效果明显得15分，效果一般得8分，否则不得分。', 15)],
        findings: [
          {
            message: '“培训效果”中“效果一般”得8分，占满分的53.3%，不在通行的60%～80%之间。请考虑调整这一档的分值。',
            cell: 'H3',
            severity: 'info',
            data: { name: '培训效果', option: '效果一般', score: 8, share: 53.3, low: 60, high: 80 },
          },
        ],
      },
    ],
  },
);
