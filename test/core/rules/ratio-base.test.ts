import { rule } from '../../../src/core/rules/ratio-base';
import { wording as en } from '../../../src/core/rules/ratio-base/en-US';
import { wording as zh } from '../../../src/core/rules/ratio-base/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, published, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      {
        name: 'a divisor that is not the target',
        columns,
        rows: [...sound, published],
        findings: [
          {
            message:
              '“群众满意度”按比例计分时除以90%，指标值却是95%。除数应当是指标值，否则会出现没达标反而分数更高的情况。',
            cell: 'H6',
            severity: 'error',
            data: { name: '群众满意度', base: '90%', target: '95%', value: 90, wanted: 95 },
            fixes: [
              {
                title: '将除数90%改为95%',
                grade: 'choice',
                result: { H6: '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/95%*10分' },
              },
            ],
          },
        ],
      },
    ],
  },
);
