import { rule } from '../../../src/core/rules/copied-text';
import { wording as en } from '../../../src/core/rules/copied-text/en-US';
import { wording as zh } from '../../../src/core/rules/copied-text/zh-CN';
import { ruleTester } from '../../support/rule-tester';

const goals = (goal: string, actual: string) => ({
  title: '2025年度项目支出绩效自评表',
  above: [
    ['年度总体目标', '预期目标', null, null, '实际完成情况'],
    [null, goal, null, null, actual],
  ],
  merges: ['A2:A3', 'B2:D2', 'E2:H2', 'B3:D3', 'E3:H3'],
  columns: 'selfEvaluation' as const,
});
const ROWS = [
  ['产出指标', '数量指标', '养护里程', '≥120公里', '118公里', 20, 19.67, '雨季停工两周'],
  ['产出指标', '质量指标', '验收合格率', '≥95%', '94%', 15, 14, '一处返工'],
  ['效益指标', '社会效益指标', '投诉件数', '≤3件', '4件', 15, 14, '夜间施工'],
];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        ...goals('养护农村道路120公里，保障通行。', '养护农村道路118公里，通行有保障。'),
        name: 'in its own words',
        rows: ROWS,
      },
      { ...goals('道路畅通', '道路畅通'), name: 'a goal of few words', rows: ROWS },
      {
        ...goals('养护农村道路120公里，保障通行。', '养护农村道路118公里。'),
        name: 'nothing to say',
        rows: ROWS.map((cells) => [...cells.slice(0, 7), '无']),
      },
      {
        ...goals('养护农村道路120公里，保障通行。', '养护农村道路118公里。'),
        name: 'one merged cell for all',
        rows: ROWS.map((cells, index) => [...cells.slice(0, 7), index === 0 ? '雨季停工两周' : null]),
        merges: ['A2:A3', 'B2:D2', 'E2:H2', 'B3:D3', 'E3:H3', 'H5:H7'],
      },
    ],
    invalid: [
      {
        ...goals('养护农村道路120公里，保障通行。', '养护农村道路 120公里，保障通行'),
        name: 'word for word',
        rows: ROWS,
        findings: [
          {
            message: '实际完成情况与预期目标一字不差。请写实际做了什么、做到什么程度。',
            cell: 'E3',
            data: {},
            severity: 'warning',
          },
        ],
      },
      {
        ...goals('养护农村道路120公里，保障通行。', '养护农村道路118公里。'),
        name: 'one reason for all',
        rows: ROWS.map((cells) => [...cells.slice(0, 7), '受天气影响。']),
        findings: [
          {
            message: '3行的偏差原因都是“受天气影响。”。请按每项指标的实际情况分别说明。',
            cell: 'H5',
            data: { count: 3, text: '受天气影响。' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
