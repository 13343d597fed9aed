import { rule } from '../../../src/core/rules/monitoring-possibility';
import { wording as en } from '../../../src/core/rules/monitoring-possibility/en-US';
import { wording as zh } from '../../../src/core/rules/monitoring-possibility/zh-CN';
import { compactSheet } from '../../support/compact-sheet';
import type { CompactCell } from '../../support/compact-sheet';
import { ruleTester } from '../../support/rule-tester';

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

const row = (name: string, forecast: string | null, possibility: string | null, reason: string | null = null) => [
  '产出指标',
  '数量指标',
  name,
  '≥12次',
  '6次',
  forecast,
  reason,
  possibility,
];
/** The official form: a column for each possibility, under one merged heading. */
const ticks = (rows: readonly (readonly CompactCell[])[]) =>
  compactSheet({
    title: HEAD.title,
    above: [[...HEADER.slice(0, 7), '完成目标可能性', null, null]],
    columns: [null, null, null, null, null, null, null, '确定能', '有可能', '完全不可能'].map((cell) => cell ?? ''),
    rows: rows.map((cells, index) => [...row(`培训次数${index + 1}`, '12次', null, '雨季延误').slice(0, 7), ...cells]),
    merges: ['H2:J2'],
  });
const SURE = row('培训次数', '12次', '确定能');

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...HEAD, name: 'certain, and the forecast agrees', rows: [SURE, row('巡查次数', '13次', '确定能')] },
      { ...HEAD, name: 'possible, with a reason', rows: [SURE, row('巡查次数', '11次', '有可能', '雨季延误')] },
      { ...HEAD, name: 'a forecast in words', rows: [SURE, row('巡查次数', '按计划推进', '确定能')] },
      { ...HEAD, name: 'no column for it', columns: HEADER.slice(0, 7), rows: [SURE.slice(0, 7)] },
      { name: 'a column for each', sheets: [ticks([['√'], [null, '√']])] },
    ],
    invalid: [
      {
        ...HEAD,
        name: 'nobody has begun',
        rows: [row('培训次数', '12次', null), row('巡查次数', '12次', null)],
        findings: [
          {
            message: '2行的完成目标可能性都还没有选。请逐行选择。',
            cell: 'H3',
            data: { count: 2 },
            severity: 'warning',
          },
        ],
      },
      {
        ...HEAD,
        name: 'one is blank',
        rows: [SURE, row('巡查次数', '12次', null)],
        findings: [
          {
            message: '“巡查次数”的完成目标可能性没有选。请在“确定能”“有可能”“完全不可能”中选一项。',
            cell: 'H4',
            data: { name: '巡查次数' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'two ticks',
        sheets: [ticks([['√', '√']])],
        findings: [
          {
            message: '“培训次数1”的完成目标可能性选了不止一项。请只选一项。',
            cell: 'H4',
            data: { name: '培训次数1' },
            severity: 'warning',
          },
        ],
      },
      {
        ...HEAD,
        name: 'possible without a reason, impossible without one',
        rows: [row('培训次数', '11次', '有可能'), row('巡查次数', '6次', '完全不可能')],
        findings: [
          {
            message: '“培训次数”选了“有可能”，却没有写偏差原因。请说明原因和改进措施。',
            cell: 'H3',
            data: { name: '培训次数', choice: '有可能' },
            severity: 'warning',
          },
          {
            message: '“巡查次数”选了“完全不可能”，却没有写偏差原因。请说明原因和改进措施。',
            cell: 'H4',
            data: { name: '巡查次数', choice: '完全不可能' },
            severity: 'warning',
          },
        ],
      },
      {
        ...HEAD,
        name: 'certain, but the forecast misses',
        rows: [row('培训次数', '10次', '确定能')],
        findings: [
          {
            message: '“培训次数”选了“确定能”，但全年预计10次，达不到目标≥12次。请核对。',
            cell: 'H3',
            data: { name: '培训次数', forecast: '10次', target: '≥12次' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
