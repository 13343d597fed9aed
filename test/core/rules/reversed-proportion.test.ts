import { rule } from '../../../src/core/rules/reversed-proportion';
import { wording as en } from '../../../src/core/rules/reversed-proportion/en-US';
import { wording as zh } from '../../../src/core/rules/reversed-proportion/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, cost, row, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      {
        name: 'overspending earns more',
        columns,
        rows: [...sound, row(cost, '达到目标值得20分，否则按实际值/目标值*分值', 20)],
        findings: [
          {
            message:
              '“预算成本”越低越好，却按实际值÷目标值计分：实际125万元时得25分，超得越多分越高。应当是目标值÷实际值，或按超出的比例扣分。',
            cell: 'H6',
            severity: 'error',
            data: { name: '预算成本', actual: '125万元', score: 25 },
          },
        ],
      },
      {
        name: 'over a number in place of the target',
        columns,
        rows: [...sound, row(cost, '得分=实际成本/100*20分', 20)],
        findings: [
          {
            message:
              '“预算成本”越低越好，却按实际值÷目标值计分：实际125万元时得25分，超得越多分越高。应当是目标值÷实际值，或按超出的比例扣分。',
            cell: 'H6',
            severity: 'error',
            data: { name: '预算成本', actual: '125万元', score: 25 },
          },
        ],
      },
    ],
  },
);
