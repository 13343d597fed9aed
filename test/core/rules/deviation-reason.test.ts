import { rule } from '../../../src/core/rules/deviation-reason';
import { wording as en } from '../../../src/core/rules/deviation-reason/en-US';
import { wording as zh } from '../../../src/core/rules/deviation-reason/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { row, STANDARDS } from './self-evaluations';

const HEAD = { title: '2025年度项目支出绩效自评表', columns: STANDARDS } as const;

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...HEAD, name: 'a reason is given', rows: [row({ actual: 8, deviation: '场地维修，两期延至下年' })] },
      { ...HEAD, name: 'reached', rows: [row({ actual: 10 })] },
      { ...HEAD, name: 'a little above', rows: [row({ actual: 12 })] },
      { ...HEAD, name: 'another unit can not be compared', rows: [row({ actual: '8场' })] },
      {
        ...HEAD,
        name: 'a deadline kept',
        rows: [
          row({ name: '完成时间', target: '2025年11月底前', operator: null, unit: null, actual: '2025年11月20日' }),
        ],
      },
      {
        ...HEAD,
        name: 'in time, in words',
        rows: [row({ name: '完成时间', target: '2025年11月底前', operator: null, unit: null, actual: '按时完成' })],
      },
      {
        ...HEAD,
        name: 'a limit of nothing that was kept',
        rows: [row({ name: '安全事故', operator: '=', target: 0, unit: '起', actual: 0 })],
      },
      {
        name: 'no column for reasons',
        title: '2025年度项目支出绩效自评表',
        columns: STANDARDS.slice(0, 10),
        rows: [row({ actual: 8 }).slice(0, 10)],
      },
    ],
    invalid: [
      {
        ...HEAD,
        name: 'fell short, no reason',
        rows: [row({ actual: 8 })],
        findings: [
          {
            message: '“培训次数”目标10，实际8，没有完成，偏差原因和改进措施却是空的。请如实补填。',
            cell: 'K3',
            data: { name: '培训次数', actual: '8', target: '10', percent: '80%' },
            severity: 'error',
          },
        ],
      },
      {
        ...HEAD,
        name: 'a reason that says nothing',
        rows: [
          row({
            name: '完成时间',
            target: '2025年11月底前',
            operator: null,
            unit: null,
            actual: '2025年12月3日',
            deviation: '无',
          }),
        ],
        findings: [
          {
            message:
              '“完成时间”目标2025年11月底前，实际2025年12月3日，没有完成，偏差原因和改进措施却是空的。请如实补填。',
            cell: 'K3',
            data: { name: '完成时间', actual: '2025年12月3日', target: '2025年11月底前', percent: '' },
            severity: 'error',
          },
        ],
      },
      {
        ...HEAD,
        name: 'far above',
        rows: [row({ actual: 15 })],
        findings: [
          {
            message: '“培训次数”实际15，是目标的150%，超出很多。请说明原因，并考虑下年是否调高目标。',
            cell: 'K3',
            data: { name: '培训次数', actual: '15', target: '10', percent: '150%' },
            severity: 'warning',
          },
        ],
      },
      {
        ...HEAD,
        name: 'above the limit of the settings',
        settings: { overAchievement: 1.1 },
        rows: [row({ actual: 12 })],
        findings: [
          {
            message: '“培训次数”实际12，是目标的120%，超出很多。请说明原因，并考虑下年是否调高目标。',
            cell: 'K3',
            data: { name: '培训次数', actual: '12', target: '10', percent: '120%' },
            severity: 'warning',
          },
        ],
      },
      {
        ...HEAD,
        name: 'far below a limit',
        rows: [row({ name: '项目总成本', operator: '≤', target: 80, unit: '万元', actual: 40 })],
        findings: [
          {
            message: '“项目总成本”实际40，只有控制数的50%，低出很多。请说明原因，并考虑下年是否调低控制数。',
            cell: 'K3',
            data: { name: '项目总成本', actual: '40', target: '80', percent: '50%' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
