import { rule } from '../../../src/core/rules/standard-missing';
import { wording as en } from '../../../src/core/rules/standard-missing/en-US';
import { wording as zh } from '../../../src/core/rules/standard-missing/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      ...valid,
      { name: 'a form without the column', columns: 'county', rows: [['产出指标', '数量指标', '人数', '28人']] },
    ],
    invalid: [
      {
        name: 'a blank cell',
        columns,
        rows: [...sound, row(['督导次数', '≥', 5, '次'], null, 5)],
        findings: [
          {
            message: '“督导次数”没有评（扣）分标准，评价时无从打分。请写明得满分的条件和扣分的办法。',
            cell: 'H6',
            severity: 'error',
            data: { name: '督导次数' },
          },
        ],
      },
    ],
  },
);
