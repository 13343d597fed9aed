import { rule } from '../../../src/core/rules/not-monotonic';
import { wording as en } from '../../../src/core/rules/not-monotonic/en-US';
import { wording as zh } from '../../../src/core/rules/not-monotonic/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, satisfaction, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      ...valid,
      {
        name: 'a rate of what should not happen, with no target to say so',
        columns,
        rows: [...sound, row(['机械事故', null, '按标准', null], '查台账。超过2%不得分', 3)],
      },
      {
        name: 'a limit that only the standard says is one',
        columns,
        rows: [...sound, row(['预算成本', null, 100, '万元'], '控制在100万元以内得20分，每超出5%扣2分，扣完为止', 20)],
      },
    ],
    invalid: [
      {
        name: 'a better band that earns less',
        columns,
        rows: [...sound, row(satisfaction, '≥95%得8分，90%≤满意度<95%得10分，<90%不得分', 10)],
        findings: [
          {
            message:
              '“群众满意度”的评分标准会奖励更差的结果：实际94%得10分，更好的95%反而只得8分。请改为结果越好、得分越高。',
            cell: 'H6',
            severity: 'error',
            data: { name: '群众满意度', actual: '94%', score: 10, better: '95%', betterScore: 8, betterActual: 95 },
          },
        ],
      },
    ],
  },
);
