import { rule } from '../../../src/core/rules/money-unit';
import { wording as en } from '../../../src/core/rules/money-unit/en-US';
import { wording as zh } from '../../../src/core/rules/money-unit/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { answer, targets } from './answering';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'one unit',
        title: '2022年部门整体支出绩效目标表',
        above: [
          ['部门名称', '城区财政局'],
          ['年度预算申请（万元）', '资金总额：550.13万元'],
          ['', '按收入性质分：', null, '按支出性质分：'],
          ['', '其中：一般公共预算：550.13万元', null, '其中：基本支出：317.13万元'],
          ['', '政府性基金拨款：', null, '项目支出：233万元'],
          ['', '纳入专户管理的非税收入拨款：'],
        ],
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['产出指标', '成本指标', '运转成本', '≤317.13万元'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
      },
      {
        name: 'so much a person beside the whole',
        title: '2022年部门整体支出绩效目标表',
        above: [
          ['部门名称', '城区财政局'],
          ['年度预算申请（万元）', '资金总额：550万元'],
          ['', '按收入性质分：', null, '按支出性质分：'],
          ['', '其中：一般公共预算：550万元', null, '其中：基本支出：317万元'],
          ['', '政府性基金拨款：', null, '项目支出：233万元'],
          ['', '纳入专户管理的非税收入拨款：'],
        ],
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['产出指标', '成本指标', '培训成本', '≤550元/人'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
      },
      {
        name: 'the same amount in another unit',
        rows: [...HUNAN, ['成本指标', '经济成本指标', '培训成本', '≤', 20, '万元', '即200000元']],
      },
      { name: 'the budget of its targets', sheets: [answer(), targets()] },
      { name: 'a grid in 元', sheets: [answer({ initial: 5_500_000, unit: '元' }), targets()] },
      { name: 'targets without a budget', sheets: [answer(), targets({ total: null })] },
    ],
    invalid: [
      {
        name: 'another budget than that of its targets',
        sheets: [answer({ initial: 540 }), targets()],
        findings: [
          {
            message: '年初预算数是540万元，目标表（目标表）的资金总额是550万元。年初预算应与批复的目标表一致，请核对。',
            cell: 'C4',
            data: { initial: '540万元', total: '550万元', sheet: '目标表' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'a budget in 元 under a heading of 万元',
        sheets: [answer({ initial: 5_500_000 }), targets()],
        findings: [
          {
            message:
              '年初预算数是5500000万元，目标表（目标表）的资金总额是550万元，正好相差一万倍，应是元与万元写混了。请核对单位。',
            cell: 'C4',
            data: { initial: '5500000万元', total: '550万元', sheet: '目标表' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'an item of the budget in 元',
        title: '2022年部门整体支出绩效目标表',
        above: [
          ['部门名称', '城区财政局'],
          ['年度预算申请（万元）', '资金总额：550.13万元'],
          ['', '按收入性质分：', null, '按支出性质分：'],
          ['', '其中：一般公共预算：550.13元', null, '其中：基本支出：317.13万元'],
          ['', '政府性基金拨款：', null, '项目支出：233万元'],
          ['', '纳入专户管理的非税收入拨款：'],
        ],
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
        findings: [
          {
            message: '“一般公共预算”是550.13元，资金总额是550.13万元，正好相差一万倍，应是元与万元写混了。请核对单位。',
            cell: 'B5',
            data: { total: '550.13万元', label: '一般公共预算', amount: '550.13元' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'a cost in 元',
        title: '2022年部门整体支出绩效目标表',
        above: [
          ['部门名称', '城区财政局'],
          ['年度预算申请（万元）', '资金总额：550.13万元'],
          ['', '按收入性质分：', null, '按支出性质分：'],
          ['', '其中：一般公共预算：550.13万元', null, '其中：基本支出：317.13万元'],
          ['', '政府性基金拨款：', null, '项目支出：233万元'],
          ['', '纳入专户管理的非税收入拨款：'],
        ],
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['产出指标', '成本指标', '总成本', '≤550.13元'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
        findings: [
          {
            message: '“总成本”的成本是550.13元，资金总额是550.13万元，正好相差一万倍，应是元与万元写混了。请核对单位。',
            cell: 'D10',
            data: { name: '总成本', cost: '550.13元', total: '550.13万元' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'the explanation in 元',
        rows: [...HUNAN, ['成本指标', '经济成本指标', '培训成本', '≤', 4835.36, '万元', '总支出控制在4835.36元以内']],
        findings: [
          {
            message: '“培训成本”的指标值是4835.36万元，这里写的是4835.36元，同一个数单位不同。请核对单位。',
            cell: 'G7',
            data: { name: '培训成本', value: 4835.36, unit: '万元', other: '元' },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
