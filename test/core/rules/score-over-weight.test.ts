import { rule } from '../../../src/core/rules/score-over-weight';
import { wording as en } from '../../../src/core/rules/score-over-weight/en-US';
import { wording as zh } from '../../../src/core/rules/score-over-weight/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { row, STANDARDS } from './self-evaluations';

const HEAD = { title: '2025年度项目支出绩效自评表', columns: STANDARDS } as const;

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...HEAD, name: 'full marks', rows: [row({ score: 5 })] },
      { ...HEAD, name: 'nothing', rows: [row({ score: 0 })] },
      { ...HEAD, name: 'no points given', rows: [row({ weight: null, standard: '酌情扣分', score: 9 })] },
    ],
    invalid: [
      {
        ...HEAD,
        name: 'above the points',
        rows: [row({ score: 5.5 })],
        findings: [
          {
            message: '“培训次数”的分值是5分，得分却填了5.5分。请核对，得分不能超过分值。',
            cell: 'J3',
            data: { name: '培训次数', score: 5.5, weight: 5 },
            severity: 'error',
            fixes: [{ title: '得分改为5', grade: 'choice', result: { J3: 5 } }],
          },
        ],
      },
      {
        ...HEAD,
        name: 'below nothing',
        rows: [row({ score: -1 })],
        findings: [
          {
            message: '“培训次数”的得分是-1分。请改正，扣分扣完为止，得分不能小于0。',
            cell: 'J3',
            data: { name: '培训次数', score: -1, weight: 5 },
            severity: 'error',
            fixes: [{ title: '得分改为0', grade: 'choice', result: { J3: 0 } }],
          },
        ],
      },
      {
        ...HEAD,
        name: 'by formula',
        rows: [row({ score: ['=5+1', 6] })],
        findings: [
          {
            message: '“培训次数”的分值是5分，得分却填了6分。请核对，得分不能超过分值。',
            cell: 'J3',
            data: { name: '培训次数', score: 6, weight: 5 },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
