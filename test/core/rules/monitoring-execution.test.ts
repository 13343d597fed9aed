import { rule } from '../../../src/core/rules/monitoring-execution';
import { wording as en } from '../../../src/core/rules/monitoring-execution/en-US';
import { wording as zh } from '../../../src/core/rules/monitoring-execution/zh-CN';
import type { CompactCell } from '../../support/compact-sheet';
import { ruleTester } from '../../support/rule-tester';

const FUNDS_HEAD = ['项目资金（万元）', null, '年初预算数', '1-7月执行数', '执行率', '全年预计执行数'];
const HEADER = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '1-7月执行情况',
  '全年预计完成情况',
  '偏差原因分析',
  '完成目标可能性',
  '备注',
];
const HEAD = { title: '2025年度项目支出绩效运行监控表', columns: HEADER } as const;

const funds = (...amounts: readonly CompactCell[]) => ({
  ...HEAD,
  above: [FUNDS_HEAD, [null, '年度资金总额', ...amounts]],
  rows: [['产出指标', '数量指标', '培训次数', '≥12次', '6次', '12次', null, '确定能']],
});

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...funds(80, 40, '50%', 80), name: 'on the way' },
      { ...funds(80, 32, '40%', 80), name: 'just what is due' },
      { ...funds(0, 0, '0%', 0), name: 'no budget' },
      { ...funds(80, null, null, 80), name: 'nothing spent is written' },
      { ...funds(80, 24, '30%', 80), name: 'a later limit of the settings', settings: { executionByMonth: [[9, 70]] } },
    ],
    invalid: [
      {
        ...funds(80, 84, '105%', 84),
        name: 'above the budget',
        findings: [
          {
            message: '“年度资金总额”1—7月执行数84超过了预算数80。请核对。',
            cell: 'D3',
            data: { label: '年度资金总额', spent: 84, budget: 80, right: '105%', month: 7 },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 40, '55%', 80),
        name: 'another rate',
        findings: [
          {
            message: '“年度资金总额”的执行率填的是55%，执行数40÷预算数80应为50%。请核对。',
            cell: 'E3',
            data: { label: '年度资金总额', spent: 40, budget: 80, right: '50%', month: 7, rate: '55%' },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 40, '50%', 36),
        name: 'a forecast that is spent already',
        findings: [
          {
            message: '“年度资金总额”的全年预计执行数36比1—7月执行数40还少。请核对。',
            cell: 'F3',
            data: { label: '年度资金总额', spent: 40, budget: 80, right: '50%', month: 7, forecast: 36 },
            severity: 'error',
          },
        ],
      },
      {
        ...funds(80, 24, '30%', 80),
        name: 'behind',
        findings: [
          {
            message:
              '“年度资金总额”1—7月的执行率是30%，低于6月底应达到的40%（界限可在设置里改）。请说明原因，加快执行。',
            cell: 'E3',
            data: { label: '年度资金总额', spent: 24, budget: 80, right: '30%', month: 7, due: 40, by: 6 },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
