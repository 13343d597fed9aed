import { rule } from '../../../src/core/rules/text-number';
import { wording as en } from '../../../src/core/rules/text-number/en-US';
import { wording as zh } from '../../../src/core/rules/text-number/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'numbers as numbers', rows: HUNAN },
      {
        name: 'separators by number format',
        rows: [...HUNAN, ['产出指标', '数量指标', '发放金额', '≥', [23739200, '#,##0'], '元']],
      },
      { name: 'two numbers side by side', rows: [...HUNAN, ['产出指标', '数量指标', '批次和人数', '', '2 100', '']] },
    ],
    invalid: [
      {
        name: 'full-width digits',
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', '１２００', '次']],
        findings: [
          {
            message: '“检查次数”的“１２００”用了全角数字或符号，不能参与计算。请改为半角。',
            cell: 'E7',
            data: { name: '检查次数', text: '１２００' },
            severity: 'info',
            fixes: [{ title: '改为“1200”', grade: 'safe', result: { E7: 1200 } }],
          },
        ],
      },
      {
        name: 'torn by a blank, where the second part could be no number',
        rows: [...HUNAN, ['产出指标', '数量指标', '受益人数', '≥', '12 000', '人']],
        findings: [
          {
            message: '“受益人数”的“12 000”中间断开，一个数成了两截。请连起来。',
            cell: 'E7',
            data: { name: '受益人数', text: '12 000' },
            severity: 'info',
            fixes: [{ title: '改为“12000”', grade: 'safe', result: { E7: 12000 } }],
          },
        ],
      },
      {
        name: 'separators in text',
        rows: [...HUNAN, ['产出指标', '数量指标', '发放金额', '≥', '23,739,200.00', '元']],
        findings: [
          {
            message: '“发放金额”的“23,739,200.00”是带分隔符的文字，不能参与计算。请去掉分隔符。',
            cell: 'E7',
            data: { name: '发放金额', text: '23,739,200.00' },
            severity: 'info',
            fixes: [{ title: '改为“23739200.00”', grade: 'safe', result: { E7: 23739200 } }],
          },
        ],
      },
      {
        name: 'a number over two lines, sign and unit with it',
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['产出指标', '成本指标', '运转成本', '≤4835.\n36万元'],
          ['效益指标', '社会效益指标', '受益人数', '≥５００人'],
        ],
        findings: [
          {
            message: '“运转成本”的“≤4835. 36万元”中间断开，一个数成了两截。请连起来。',
            cell: 'D4',
            data: { name: '运转成本', text: '≤4835. 36万元' },
            severity: 'info',
            fixes: [{ title: '改为“≤4835.36万元”', grade: 'safe', result: { D4: '≤4835.36万元' } }],
          },
          {
            message: '“受益人数”的“≥５００人”用了全角数字或符号，不能参与计算。请改为半角。',
            cell: 'D5',
            data: { name: '受益人数', text: '≥５００人' },
            severity: 'info',
            fixes: [{ title: '改为“≥500人”', grade: 'safe', result: { D5: '≥500人' } }],
          },
        ],
      },
    ],
  },
);
