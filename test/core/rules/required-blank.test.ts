import { rule } from '../../../src/core/rules/required-blank';
import { wording as en } from '../../../src/core/rules/required-blank/en-US';
import { wording as zh } from '../../../src/core/rules/required-blank/zh-CN';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'all filled in', rows: HUNAN },
      { name: 'a category that is not used', rows: [...HUNAN, ['效益指标', '生态效益指标']] },
      {
        name: 'kinds of money that did not occur, and a place for the seal',
        title: '2022年部门整体支出绩效目标表',
        above: [
          ['填报单位：（盖章）'],
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
        name: 'filler in place of a name is told as filler',
        rows: [...HUNAN, ['产出指标', '数量指标', '……', null, null, '次']],
      },
    ],
    invalid: [
      {
        name: 'no name',
        rows: [...HUNAN, ['产出指标', '数量指标', null, '≥', 5, '次', '检查不低于5次']],
        findings: [
          {
            message: '第7行有内容（“检查不低于5次”）却没有指标名称，不知道考核什么。请填写三级指标。',
            cell: 'C7',
            data: { row: 7, value: '检查不低于5次' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'no target',
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', null, '次', '检查次数']],
        findings: [
          {
            message: '“检查次数”没有指标值，完成与否无从判断。请填写指标值。',
            cell: 'E7',
            data: { name: '检查次数' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'no year',
        title: '部门整体支出绩效目标表',
        rows: HUNAN,
        findings: [
          {
            message: '表上没有写明年度。请在标题或表头写明，例如“2026年度”。',
            cell: 'A1',
            data: {},
            severity: 'error',
          },
        ],
      },
      {
        name: 'a year in the deadlines only',
        title: '部门整体支出绩效目标表',
        rows: [...HUNAN, ['产出指标', '时效指标', '完成时限', '≤', '2026年12月31日前', '', '完成时间']],
        findings: [
          {
            message: '表上没有写明年度，只能从完成期限推定为2026年。请在标题或表头写明。',
            cell: 'A1',
            data: { year: 2026 },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'a part of a form, without title',
        sheets: [
          makeSheet(
            '片段',
            [
              ['一级指标', '二级指标', '三级指标', '指标值'],
              ['产出指标', '数量指标', '培训次数', '≥10次'],
            ].map((row) => row.map((text) => makeCell(text))),
          ),
        ],
        findings: [
          {
            message: '表上没有写明年度。请在标题或表头写明，例如“2026年度”。',
            cell: 'A1',
            data: {},
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
