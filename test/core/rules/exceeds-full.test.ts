import { rule } from '../../../src/core/rules/exceeds-full';
import { wording as en } from '../../../src/core/rules/exceeds-full/en-US';
import { wording as zh } from '../../../src/core/rules/exceeds-full/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, published, sound, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      {
        name: 'a divisor below the target',
        columns,
        rows: [...sound, published],
        findings: [
          {
            message:
              '“群众满意度”的评分标准会给出超过满分的分数：实际94%时得10.44分，满分是10分。请检查比例的分母或加上“最高不超过满分”。',
            cell: 'H6',
            severity: 'error',
            data: { name: '群众满意度', actual: '94%', score: 10.44, full: 10 },
          },
        ],
      },
      {
        name: 'a share of which the ceiling is not said: by the letter alone',
        columns,
        rows: [...sound, ['产出指标', '数量指标', '水库环境整治', '≥', 100, '%', '', '按完成比例得分（5分）', 5]],
        findings: [
          {
            message:
              '“水库环境整治”的评分标准会给出超过满分的分数：实际199%时得9.95分，满分是5分。请检查比例的分母或加上“最高不超过满分”。',
            cell: 'H6',
            severity: 'warning',
            data: { name: '水库环境整治', actual: '199%', score: 9.95, full: 5 },
          },
        ],
      },
    ],
  },
);
