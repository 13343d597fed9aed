import { rule } from '../../../src/core/rules/penalty-too-weak';
import { wording as en } from '../../../src/core/rules/penalty-too-weak/en-US';
import { wording as zh } from '../../../src/core/rules/penalty-too-weak/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, cost, row, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      {
        name: 'twice the budget and points left',
        columns,
        rows: [...sound, row(cost, '控制在预算范围内得20分，每超出10%扣2分，扣完为止', 20)],
        findings: [
          {
            message: '“预算成本”扣分过轻：实际199万元时仍得2分，实际工作中几乎扣不完。请考虑缩小扣分的档距。',
            cell: 'H6',
            severity: 'info',
            data: { name: '预算成本', actual: '199万元', score: 2 },
          },
        ],
      },
    ],
  },
);
