import { rule } from '../../../src/core/rules/deadline-year';
import { wording as en } from '../../../src/core/rules/deadline-year/en-US';
import { wording as zh } from '../../../src/core/rules/deadline-year/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const timeliness = (...cells: CompactCell[]): CompactRow => ['产出指标', '时效指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the year of the table, or no year',
        rows: [
          timeliness('完成时限', '定性', '2025年12月31日前'),
          timeliness('拨付时限', '定性', '11月底前'),
          timeliness('验收', '定性', '2025年12月-2026年1月'),
        ],
      },
      {
        name: 'years of other things in the explanation',
        rows: [timeliness('完成时限', '定性', '12月底前', null, '自2023年3月起实施，2024年1月印发文件')],
      },
      {
        name: 'the year in two digits, and how long something takes',
        rows: [
          timeliness('完成时限', '定性', '25年12月底前'),
          timeliness('保修', '定性', '24年12月-25年11月'),
          timeliness('贷款期限', '定性', '20年6月期'),
          timeliness('质保期', '≥', 10, '年', '10年内免费维修'),
        ],
      },
      {
        name: 'everything speaks for another year: the title is the slip',
        rows: [timeliness('完成时限', '定性', '2026年12月31日前'), timeliness('验收时限', '定性', '2026年11月底前')],
      },
    ],
    invalid: [
      {
        name: 'left over from last year',
        rows: [timeliness('完成时限', '定性', '2024年12月\n31日前'), timeliness('拨付时限', '定性', '2025年6月30日前')],
        findings: [
          {
            message: '本表是2025年度的，“完成时限”的时限却是“2024年12月31日”。请核对年份。',
            cell: 'E3',
            severity: 'error',
            data: { name: '完成时限', year: 2025, date: '2024年12月31日' },
            fixes: [{ title: '年份改为2025', grade: 'choice', result: { E3: '2025年12月\n31日前' } }],
          },
        ],
      },
      {
        name: 'in two digits',
        rows: [
          timeliness('完成时限', '定性', '23年12月'),
          timeliness('拨付时限', '定性', '24年底前'),
          timeliness('验收时限', '定性', '2025年6月30日前'),
        ],
        findings: [
          {
            message: '本表是2025年度的，“完成时限”的时限却是“23年12月”。请核对年份。',
            cell: 'E3',
            severity: 'error',
            data: { name: '完成时限', year: 2025, date: '23年12月' },
            fixes: [{ title: '年份改为2025', grade: 'choice', result: { E3: '2025年12月' } }],
          },
          {
            message: '本表是2025年度的，“拨付时限”的时限却是“24年底”。请核对年份。',
            cell: 'E4',
            severity: 'error',
            data: { name: '拨付时限', year: 2025, date: '24年底' },
            fixes: [{ title: '年份改为2025', grade: 'choice', result: { E4: '2025年底前' } }],
          },
        ],
      },
      {
        name: 'a period, and a deadline in the explanation',
        rows: [
          timeliness('服务期', '定性', '2023.07-2024.01'),
          timeliness('完成率', '≥', 95, '%', '2024年12月31日前完成'),
          timeliness('拨付时限', '定性', '2025年6月30日前'),
        ],
        findings: [
          {
            message: '本表是2025年度的，“服务期”的时限却是“2023.07-2024.01”。请核对年份。',
            cell: 'E3',
            severity: 'error',
            data: { name: '服务期', year: 2025, date: '2023.07-2024.01' },
          },
          {
            message: '本表是2025年度的，“完成率”的时限却是“2024年12月31日”。请核对年份。',
            cell: 'G4',
            severity: 'error',
            data: { name: '完成率', year: 2025, date: '2024年12月31日' },
            fixes: [{ title: '年份改为2025', grade: 'choice', result: { G4: '2025年12月31日前完成' } }],
          },
        ],
      },
    ],
  },
);
