import { rule } from '../../../src/core/rules/threshold-mismatch';
import { wording as en } from '../../../src/core/rules/threshold-mismatch/en-US';
import { wording as zh } from '../../../src/core/rules/threshold-mismatch/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, satisfaction, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      {
        name: 'full marks begin below the target',
        columns,
        rows: [...sound, row(satisfaction, '满意度90%及以上得10分，90%以下不得分', 10)],
        findings: [
          {
            message: '“群众满意度”的评分标准从90%起得满分，指标值却是95%。请改成一致。',
            cell: 'H6',
            severity: 'error',
            data: { name: '群众满意度', threshold: '90%', target: '95%' },
          },
        ],
      },
    ],
  },
);
