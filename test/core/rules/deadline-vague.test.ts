import { rule } from '../../../src/core/rules/deadline-vague';
import { wording as en } from '../../../src/core/rules/deadline-vague/en-US';
import { wording as zh } from '../../../src/core/rules/deadline-vague/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const timeliness = (...cells: CompactCell[]): CompactRow => ['产出指标', '时效指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'a date, a span of time, or the explanation says when',
        rows: [
          timeliness('完成时限', '定性', '2025年12月31日前'),
          timeliness('办结时限', '≤', 3, '个工作日'),
          timeliness('任务完成时间', '定性', '按时完成', null, '2025年11月底前全部完成'),
          timeliness('发放时限', '定性', '及时发放', null, '收到申请后5个工作日内发放'),
        ],
      },
      {
        name: 'words that set no deadline',
        rows: [timeliness('处理问题', '定性', '及时'), ['产出指标', '质量指标', '任务完成', '定性', '年度内完成']],
      },
      {
        name: 'the last of February in a leap year',
        title: '2024年度部门整体支出绩效目标表',
        rows: [timeliness('完成时限', '≤', '2024年2月29日')],
      },
    ],
    invalid: [
      {
        name: 'no date',
        title: '2022年部门整体支出绩效目标表',
        columns: 'county',
        rows: [
          timeliness('完成各项任务时限', '年度内及时完成'),
          timeliness('档案整理', '当年完成上一年的档案整理工作'),
        ],
        findings: [
          {
            message: '“完成各项任务时限”的时限“年度内及时完成”没有具体日期，是否按期无从判断。请写明日期。',
            cell: 'D3',
            severity: 'info',
            data: { name: '完成各项任务时限', value: '年度内及时完成' },
            fixes: [{ title: '改为“2022年12月31日前”', grade: 'choice', result: { D3: '2022年12月31日前' } }],
          },
          {
            message: '“档案整理”的时限“当年完成上一年的档案整理工作”没有具体日期，是否按期无从判断。请写明日期。',
            cell: 'D4',
            severity: 'info',
            data: { name: '档案整理', value: '当年完成上一年的档案整理工作' },
          },
        ],
      },
      {
        name: 'days that do not exist',
        rows: [
          timeliness('完成时限', '定性', '2025年2月30日前'),
          timeliness('拨付时限', '定性', '11月31日前', null, '2月29日或2025年2月29日前'),
        ],
        findings: [
          {
            message: '“完成时限”写的日期“2025年2月30日”不存在。请改正。',
            cell: 'E3',
            severity: 'error',
            data: { name: '完成时限', date: '2025年2月30日' },
            fixes: [{ title: '改为“2025年2月28日”', grade: 'choice', result: { E3: '2025年2月28日前' } }],
          },
          {
            message: '“拨付时限”写的日期“11月31日”不存在。请改正。',
            cell: 'E4',
            severity: 'error',
            data: { name: '拨付时限', date: '11月31日' },
            fixes: [{ title: '改为“11月30日”', grade: 'choice', result: { E4: '11月30日前' } }],
          },
          {
            message: '“拨付时限”写的日期“2025年2月29日”不存在。请改正。',
            cell: 'G4',
            severity: 'error',
            data: { name: '拨付时限', date: '2025年2月29日' },
            fixes: [{ title: '改为“2025年2月28日”', grade: 'choice', result: { G4: '2月29日或2025年2月28日前' } }],
          },
        ],
      },
      {
        name: 'a month that does not exist has no nearest day',
        rows: [timeliness('完成时限', '定性', '2025-13-01'), timeliness('拨付时限', '定性', '2025年13月31日前')],
        findings: [
          {
            message: '“完成时限”写的日期“2025-13-01”不存在。请改正。',
            cell: 'E3',
            severity: 'error',
            data: { name: '完成时限', date: '2025-13-01' },
          },
          {
            message: '“拨付时限”写的日期“2025年13月31日”不存在。请改正。',
            cell: 'E4',
            severity: 'error',
            data: { name: '拨付时限', date: '2025年13月31日' },
          },
        ],
      },
    ],
  },
);
