import { rule } from '../../../src/core/rules/total-grade';
import { wording as en } from '../../../src/core/rules/total-grade/en-US';
import { wording as zh } from '../../../src/core/rules/total-grade/zh-CN';
import type { CompactCell } from '../../support/compact-sheet';
import { ruleTester } from '../../support/rule-tester';

const FUNDS = [
  ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, '年度资金总额', 80, 82, 77.9, 10, '95%', 9.5],
];

/** 100 points with the execution rate; the rows earn 84.67, the whole is 94.17. Total in G9, grade in B10. */
const table = (total: CompactCell, grade: CompactCell = null, last: CompactCell = 10) => ({
  title: '2025年度项目支出绩效自评表',
  above: FUNDS,
  columns: 'selfEvaluation' as const,
  rows: [
    ['产出指标', '数量指标', '养护里程', '≥120公里', '118公里', 20, 19.67, '雨季停工'],
    ['产出指标', '质量指标', '验收合格率', '≥95%', '96%', 30, 30],
    ['效益指标', '社会效益指标', '通行条件', '明显改善', '明显改善', 30, 25],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '92%', 10, last],
  ],
  below: [['总分', null, null, null, null, 100, total], ...(grade === null ? [] : [['自评等级', grade]])],
});

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...table(94.17, '优'), name: 'total and grade agree' },
      { ...table(94.2, '优秀'), name: 'within the rounding of the rows' },
      { ...table(84.67), name: 'the indicators alone' },
      { ...table(84.67, '优'), name: 'a total without the execution rate is not graded' },
      { ...table(70, null, null), name: 'a row has no score yet' },
      { ...table(94.17, '达标'), name: 'another word for a grade' },
      { ...table(null, '优'), name: 'no total' },
    ],
    invalid: [
      {
        ...table(96.17, '优'),
        name: 'another total',
        findings: [
          {
            message: '总分填的是96.17分，4行得分84.67分加预算执行率得分9.5分，是94.17分。请核对。',
            cell: 'G9',
            data: { total: 96.17, sum: 94.17, rows: 84.67, execution: 9.5, count: 4 },
            severity: 'error',
          },
        ],
      },
      {
        ...table(88),
        name: 'no execution rate in the table',
        above: [],
        findings: [
          {
            message: '总分填的是88分，4行得分相加是84.67分。请核对。',
            cell: 'G7',
            data: { total: 88, sum: 84.67, rows: 84.67, execution: 0, count: 4 },
            severity: 'error',
          },
        ],
      },
      {
        ...table(94.17, '良'),
        name: 'another grade',
        findings: [
          {
            message:
              '总分94.17分，等级应为“优”，填的是“良”（90分及以上为优，80分及以上为良，60分及以上为中，60分以下为差）。请核对总分和等级。',
            cell: 'B10',
            data: { grade: '良', total: 94.17, due: '优' },
            severity: 'error',
          },
        ],
      },
      {
        ...table(96.17, '良'),
        name: 'a whole department: sums are sums, the grades are of the document on projects',
        title: '2025年度部门整体支出绩效自评表',
        findings: [
          {
            message: '总分填的是96.17分，4行得分84.67分加预算执行率得分9.5分，是94.17分。请核对。',
            cell: 'G9',
            data: { total: 96.17, sum: 94.17, rows: 84.67, execution: 9.5, count: 4 },
            severity: 'error',
          },
          {
            message:
              '总分96.17分，等级应为“优”，填的是“良”（90分及以上为优，80分及以上为良，60分及以上为中，60分以下为差）。请核对总分和等级。',
            cell: 'B10',
            data: { grade: '良', total: 96.17, due: '优' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
