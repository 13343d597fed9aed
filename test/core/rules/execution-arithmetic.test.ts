import { rule } from '../../../src/core/rules/execution-arithmetic';
import { wording as en } from '../../../src/core/rules/execution-arithmetic/en-US';
import { wording as zh } from '../../../src/core/rules/execution-arithmetic/zh-CN';
import type { CompactCell } from '../../support/compact-sheet';
import { ruleTester } from '../../support/rule-tester';

/** The funds grid of a self-evaluation: initial, whole year, spent, points, rate, score in C4:H4. */
const funds = (...amounts: readonly CompactCell[]) => ({
  title: '2025年度项目支出绩效自评表',
  above: [
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', ...amounts],
  ],
  columns: 'selfEvaluation' as const,
  rows: [
    ['产出指标', '数量指标', '养护里程', '≥120公里', '118公里', 20, 19.67, '雨季停工'],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '92%', 10, 10],
  ],
});

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...funds(80, 82, 77.9, 10, '95%', 9.5), name: 'rate and score agree' },
      { ...funds(80, 80, 75.9, 10, '94.88%', 9.49), name: 'rounded to two decimals' },
      { ...funds(80, 80, 75.9, 10, [0.94875, '0%'], 9.488), name: 'in full precision' },
      { ...funds(80, 80, 75.9, 10, '95%', 9.5), name: 'rounded to a whole percent' },
      { ...funds(80, 80, 70, 10, '87.5%', 7), name: 'by the bands of a project that goes on' },
      { ...funds(80, 80, 76, 10, '95%', 10), name: 'a finished project within its budget' },
      { ...funds(0, 0, 0, 10, '0%', 0), name: 'no budget' },
      { ...funds(80, 80, 80, '—', '—', '—'), name: 'dashes' },
    ],
    invalid: [
      {
        ...funds(80, 82, 77.9, 10, '96%', 9.5),
        name: 'another rate',
        findings: [
          {
            message: '“年度资金总额”的执行率填的是96%，全年执行数77.9÷全年预算数82应为95%。请核对。',
            cell: 'G3',
            data: { label: '年度资金总额', rate: '96%', spent: 77.9, budget: 82, right: '95%' },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 82, 77.9, 10, '97.38%', 9.74),
        name: 'by the initial budget',
        findings: [
          {
            message:
              '“年度资金总额”的执行率97.38%是用年初预算数算的。执行率的分母是全年预算数82，全年执行数77.9÷全年预算数应为95%。请改正。',
            cell: 'G3',
            data: { label: '年度资金总额', rate: '97.38%', spent: 77.9, budget: 82, right: '95%' },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 82, 77.9, 10, '95%', 9),
        name: 'another score',
        findings: [
          {
            message: '“年度资金总额”的执行率是95%，得分填了9分。按比例应得9.5分（分值10分）。请核对。',
            cell: 'H3',
            data: { label: '年度资金总额', score: 9, right: '95%', weight: 10, expected: 9.5 },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 80, 76, 10, '95%', 5),
        name: 'the band of another rate',
        findings: [
          {
            message: '“年度资金总额”的执行率是95%，得分填了5分。按比例应得9.5分（分值10分）。请核对。',
            cell: 'H3',
            data: { label: '年度资金总额', score: 5, right: '95%', weight: 10, expected: 9.5 },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 80, 82, 10, '102.5%', 10.25),
        name: 'more than the points',
        findings: [
          {
            message: '“年度资金总额”的得分10.25分超过了分值10分。请核对。',
            cell: 'H3',
            data: { label: '年度资金总额', score: 10.25, weight: 10 },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 82, 77.9, 10, '96%', 5),
        name: 'a whole department: a quotient is a quotient, how it is scored is of the document on projects',
        title: '2025年度部门整体支出绩效自评表',
        findings: [
          {
            message: '“年度资金总额”的执行率填的是96%，全年执行数77.9÷全年预算数82应为95%。请核对。',
            cell: 'G3',
            data: { label: '年度资金总额', rate: '96%', spent: 77.9, budget: 82, right: '95%' },
            severity: 'error',
          },
          {
            message: '“年度资金总额”的执行率是95%，得分填了5分。按比例应得9.5分（分值10分）。请核对。',
            cell: 'H3',
            data: { label: '年度资金总额', score: 5, right: '95%', weight: 10, expected: 9.5 },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
