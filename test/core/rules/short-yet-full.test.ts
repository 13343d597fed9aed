import { rule } from '../../../src/core/rules/short-yet-full';
import { wording as en } from '../../../src/core/rules/short-yet-full/en-US';
import { wording as zh } from '../../../src/core/rules/short-yet-full/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { row, STANDARDS } from './self-evaluations';

const HEAD = { title: '2025年度项目支出绩效自评表', columns: STANDARDS } as const;

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...HEAD, name: 'reached', rows: [row({ actual: 10, score: 5 })] },
      { ...HEAD, name: 'fell short and lost points', rows: [row({ actual: 8, score: 4 })] },
      {
        ...HEAD,
        name: 'within a limit that no sign says is one',
        rows: [
          row({ name: '聘用编外人员控制数', operator: null, target: 26, unit: '人', standard: null, actual: 24 }),
          row({ name: '事故应急演练次数', operator: null, target: 12, standard: null, actual: 13 }),
          row({
            level2: '成本指标',
            name: '大中修每公里成本',
            operator: '定量',
            target: 18,
            unit: '万元',
            standard: null,
            actual: 17.6,
          }),
          row({
            level2: '时效指标',
            name: '故障响应时间',
            operator: null,
            target: 30,
            unit: '分钟',
            standard: null,
            actual: 22,
          }),
        ],
      },
      {
        ...HEAD,
        name: 'the standard takes nothing off for a part of a step',
        rows: [
          row({
            name: '合格率',
            target: 95,
            unit: '%',
            standard: '每降低1个百分点扣0.5分，扣完为止',
            actual: '94.6%',
            score: 5,
          }),
        ],
      },
      {
        ...HEAD,
        name: 'words can not be compared',
        rows: [
          row({ target: '效果明显', operator: '定性', unit: null, actual: '效果一般', standard: '酌情扣分', score: 5 }),
        ],
      },
    ],
    invalid: [
      {
        ...HEAD,
        name: 'fell short',
        rows: [row({ actual: 8, score: 5 })],
        findings: [
          {
            message: '“培训次数”目标10，实际8，没有完成，却得了满分5分。请核对实际完成值和得分。',
            cell: 'J3',
            data: { name: '培训次数', target: '10', actual: '8', weight: 5 },
            severity: 'error',
          },
        ],
      },
      {
        ...HEAD,
        name: 'too late, with a standard that nobody can compute',
        rows: [
          row({
            name: '完成时间',
            target: '2025年11月底前',
            operator: null,
            unit: null,
            actual: '2025年12月20日',
            standard: '酌情扣分',
            score: 5,
          }),
        ],
        findings: [
          {
            message:
              '“完成时间”目标2025年11月底前，实际2025年12月20日，没有完成，却得了满分5分。请核对实际完成值和得分。',
            cell: 'J3',
            data: { name: '完成时间', target: '2025年11月底前', actual: '2025年12月20日', weight: 5 },
            severity: 'error',
          },
        ],
      },
      {
        ...HEAD,
        name: 'the year of the result in two digits',
        rows: [
          row({
            name: '完成时间',
            target: '2025年11月底前',
            operator: null,
            unit: null,
            actual: '26年1月5日',
            standard: '酌情扣分',
            score: 5,
          }),
        ],
        findings: [
          {
            message: '“完成时间”目标2025年11月底前，实际26年1月5日，没有完成，却得了满分5分。请核对实际完成值和得分。',
            cell: 'J3',
            data: { name: '完成时间', target: '2025年11月底前', actual: '26年1月5日', weight: 5 },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
