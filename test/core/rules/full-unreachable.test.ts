import { rule } from '../../../src/core/rules/full-unreachable';
import { wording as en } from '../../../src/core/rules/full-unreachable/en-US';
import { wording as zh } from '../../../src/core/rules/full-unreachable/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, satisfaction, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      {
        name: 'the target earns less than the full mark',
        columns,
        rows: [...sound, row(satisfaction, '≥98%得10分，95%≤满意度<98%得8分，<95%不得分', 10)],
        findings: [
          {
            message: '“群众满意度”达到指标值（95%）只能得8分，得不到满分10分。请改为达到指标值得满分。',
            cell: 'H6',
            severity: 'error',
            data: { name: '群众满意度', actual: '95%', score: 8, full: 10 },
          },
        ],
      },
      {
        name: 'nothing earns the full mark',
        columns,
        rows: [...sound, row(['培训效果', '定性', '效果明显', null], '每举办1次得2分，最高得8分', 10)],
        findings: [
          {
            message: '“培训效果”按这个评分标准最多得8分，得不到满分10分。请核对各项分值。',
            cell: 'H6',
            severity: 'error',
            data: { name: '培训效果', actual: '', score: 8, full: 10 },
          },
        ],
      },
    ],
  },
);
