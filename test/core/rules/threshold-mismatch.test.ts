import { rule } from '../../../src/core/rules/threshold-mismatch';
import { wording as en } from '../../../src/core/rules/threshold-mismatch/en-US';
import { wording as zh } from '../../../src/core/rules/threshold-mismatch/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, satisfaction, sound, training, valid, type Cells } from '../../support/standard-rows';

const dated: Cells = ['完成时限', '≤', '2025年11月30日', null];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      ...valid,
      {
        name: 'a deadline that is named, before a later one with fewer points',
        columns,
        rows: [
          ...sound,
          row(dated, '2025年11月30日前完成得5分，2025年12月31日前完成得3分，否则不得分', 5),
          row(dated, '按期完成得5分，每推迟1个月扣1分，扣完为止', 5),
        ],
      },
    ],
    invalid: [
      {
        name: 'another deadline',
        columns,
        rows: [...sound, row(dated, '2025年12月31日前完成得5分，每推迟1个月扣1分，扣完为止', 5)],
        findings: [
          {
            message: '“完成时限”的评分标准以2025-12-31为期限，指标值却是2025-11-30。请改成一致。',
            cell: 'H6',
            severity: 'error',
            data: { name: '完成时限', threshold: '2025-12-31', target: '2025-11-30' },
          },
        ],
      },
      {
        name: 'full marks for a number that is not the target',
        columns,
        rows: [...sound, row(training, '完成8次得2分，每少1次扣0.5分，扣完为止', 2)],
        findings: [
          {
            message: '“培训次数”的评分标准从8次起得满分，指标值却是10次。请改成一致。',
            cell: 'H6',
            severity: 'error',
            data: { name: '培训次数', threshold: '8次', target: '10次' },
          },
        ],
      },
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
