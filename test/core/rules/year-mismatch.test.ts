import { rule } from '../../../src/core/rules/year-mismatch';
import { wording as en } from '../../../src/core/rules/year-mismatch/en-US';
import { wording as zh } from '../../../src/core/rules/year-mismatch/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { answer, targets } from './answering';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'a year that holds',
        rows: [...HUNAN, ['产出指标', '时效指标', '完成时限', '≤', '2025年12月31日前', '']],
        below: [['审核：', null, '2025.1.15']],
      },
      {
        name: 'one deadline outside: a matter of its row',
        rows: [...HUNAN, ['产出指标', '时效指标', '完成时限', '≤', '2026年12月31日前', '']],
      },
      {
        name: 'deadlines in two years',
        rows: [
          ...HUNAN,
          ['产出指标', '时效指标', '验收时限', '≤', '2025年6月30日前', ''],
          ['产出指标', '时效指标', '完成时限', '≤', '2026年12月31日前', ''],
        ],
        below: [['审核：', null, '2024.12.15']],
      },
      { name: 'signed in the year before', rows: HUNAN, below: [['审核：', null, '2024.12.15']] },
      {
        name: 'a self-evaluation signed in the year after',
        title: '2025年度部门整体支出绩效自评表',
        rows: HUNAN,
        below: [['审核：', null, '2026.3.15']],
      },
      { name: 'its own five-year plan', above: [['年度总体目标', '完成“十四五”规划各项任务']], rows: HUNAN },
      { name: 'the year of its targets', sheets: [answer(), targets()] },
      { name: 'last year’s self-evaluation beside this year’s targets', sheets: [answer({ year: 2024 }), targets()] },
      {
        name: 'targets of other work',
        sheets: [answer({ year: 2026, names: ['维修处数', '绿化面积', '培训次数'] }), targets()],
      },
      {
        name: 'several self-evaluations: nobody can tell which answers the targets',
        sheets: [answer({ year: 2026 }), answer({ year: 2027, sheet: '另一份' }), targets()],
      },
    ],
    invalid: [
      {
        name: 'a self-evaluation of another year than its targets',
        sheets: [answer({ year: 2026 }), targets()],
        findings: [
          {
            message:
              '这张表写的是2026年度，目标表（目标表）是2025年度，两张表的指标却大多相同。请核对年度，或换上同一年度的目标表。',
            cell: 'A1',
            data: { year: 2026, other: 2025, sheet: '目标表' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'deadline and signing both say the next year',
        rows: [...HUNAN, ['产出指标', '时效指标', '完成时限', '≤', '2026年12月31日前', '']],
        below: [['审核：', null, '2025.12.15']],
        findings: [
          {
            message:
              '标题写的是2025年，表内却是2026年的内容：E7“2026年12月31日前”、C8“2025-12-15”。很可能是标题的年度没有改，请核对。',
            cell: 'A1',
            data: { year: 2025, likely: 2026, grounds: ['E7“2026年12月31日前”', 'C8“2025-12-15”'] },
            severity: 'error',
            fixes: [
              { title: '把标题的年度改为2026年', grade: 'choice', result: { A1: '2026年度部门整体支出绩效目标表' } },
            ],
          },
        ],
      },
      {
        name: 'two deadlines and the plan say the next year',
        above: [['年度总体目标', '准确把握“十五五”时期的主要目标，2026年完成改革']],
        rows: [
          ...HUNAN,
          ['产出指标', '时效指标', '验收时限', '≤', '2026年6月30日前', ''],
          ['产出指标', '时效指标', '完成时限', '≤', '2026年12月31日前', ''],
        ],
        findings: [
          {
            message:
              '标题写的是2025年，表内却是2026年的内容：E8“2026年6月30日前”、E9“2026年12月31日前”、B2“十五五”、B2“2026年”。很可能是标题的年度没有改，请核对。',
            cell: 'A1',
            data: {
              year: 2025,
              likely: 2026,
              grounds: ['E8“2026年6月30日前”', 'E9“2026年12月31日前”', 'B2“十五五”', 'B2“2026年”'],
            },
            severity: 'error',
            fixes: [
              { title: '把标题的年度改为2026年', grade: 'choice', result: { A1: '2026年度部门整体支出绩效目标表' } },
            ],
          },
        ],
      },
      {
        name: 'signed at another time',
        rows: HUNAN,
        below: [['审核：', null, '2025.12.15']],
        findings: [
          {
            message: '签署日期2025-12-15不在2025年度这类表通常的填报时间（2024-07至2025-06）内。请核对日期或年度。',
            cell: 'C7',
            data: { date: '2025-12-15', year: 2025, from: '2024-07', to: '2025-06' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
