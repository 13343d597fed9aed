import { rule } from '../../../src/core/rules/step-undefined';
import { wording as en } from '../../../src/core/rules/step-undefined/en-US';
import { wording as zh } from '../../../src/core/rules/step-undefined/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, cost, row, satisfaction, sound } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [{ name: 'no steps of something continuous', columns, rows: sound.slice(0, 2) }],
    invalid: [
      {
        name: 'once a table',
        columns,
        rows: [
          row(satisfaction, '≥95%得10分，每降低1个百分点扣1分，扣完为止', 10),
          row(cost, '控制在预算范围内得20分，每超出5%扣2分，扣完为止', 20),
        ],
        findings: [
          {
            message:
              '“群众满意度”等2个指标没有写明不足一档怎样计算：实际93.5%时，不足一档不计得9分，按比例得8.5分，按一档计得8分。可在标准里注明“不足一档不计”。',
            cell: 'H3',
            severity: 'info',
            data: { name: '群众满意度', actual: '93.5%', score: 9, share: 8.5, begun: 8, count: 2 },
          },
        ],
      },
      {
        name: 'one alone',
        columns,
        rows: [...sound.slice(0, 1), row(satisfaction, '≥95%得10分，每降低1个百分点扣1分，扣完为止', 10)],
        findings: [
          {
            message:
              '“群众满意度”没有写明不足一档怎样计算：实际93.5%时，不足一档不计得9分，按比例得8.5分，按一档计得8分。可在标准里注明“不足一档不计”。',
            cell: 'H4',
            severity: 'info',
            data: { name: '群众满意度', actual: '93.5%', score: 9, share: 8.5, begun: 8, count: 1 },
          },
        ],
      },
      {
        name: 'of things that are counted, a whole number shows it',
        columns,
        rows: [...sound.slice(0, 1), row(['办理件数', '≥', 60, '件'], '≥60件得10分，每降低5%扣1分，扣完为止', 10)],
        findings: [
          {
            message:
              '“办理件数”没有写明不足一档怎样计算：实际55件时，不足一档不计得9分，按比例得8.33分，按一档计得8分。可在标准里注明“不足一档不计”。',
            cell: 'H4',
            severity: 'info',
            data: { name: '办理件数', actual: '55件', score: 9, share: 8.33, begun: 8, count: 1 },
          },
        ],
      },
    ],
  },
);
