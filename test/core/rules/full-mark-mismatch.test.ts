import { rule } from '../../../src/core/rules/full-mark-mismatch';
import { wording as en } from '../../../src/core/rules/full-mark-mismatch/en-US';
import { wording as zh } from '../../../src/core/rules/full-mark-mismatch/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      {
        name: 'points of the sentence and of the column',
        columns,
        rows: [...sound, row(['督导次数', '≥', 5, '次'], '达到计划值得满分2分，否则按实际值/计划值*指标分值', 3)],
        findings: [
          {
            message: '“督导次数”的评分标准写的满分是2分，分值栏却是3分。请改成一致。',
            cell: 'H6',
            severity: 'error',
            data: { name: '督导次数', stated: 2, full: 3 },
          },
        ],
      },
    ],
  },
);
