import { rule } from '../../../src/core/rules/foreign-name';
import { wording as en } from '../../../src/core/rules/foreign-name/en-US';
import { wording as zh } from '../../../src/core/rules/foreign-name/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'its own names',
        above: [
          ['部门名称', '中共衡山县委组织部'],
          ['年度总体目标', '中共衡山县委交办的任务；配合衡山县财政局'],
        ],
        rows: HUNAN,
      },
      {
        name: 'organs without a place, and those above',
        above: [
          ['部门名称', '中共衡山县委组织部'],
          [
            '部门职责',
            '向市委组织部和县委报告；承办县委、县人民政府交办的事项；落实湖南省财政厅、衡阳市人民政府的要求',
          ],
        ],
        rows: HUNAN,
      },
      {
        name: 'last year as a base',
        above: [
          ['部门名称', '衡山县财政局'],
          ['年度总体目标', '收入较2024年增长5%，在2024年预算执行的基础上'],
        ],
        rows: [
          ...HUNAN,
          ['产出指标', '数量指标', '检查次数', '≥', 5, '次', '2025年计划检查不低于5次，比2024年计划多1次'],
        ],
      },
      {
        name: 'we, in its own words',
        above: [['部门名称', '衡山县财政局']],
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', 5, '次', '我局组织的检查']],
      },
    ],
    invalid: [
      {
        name: 'a party organ without 委',
        above: [['中共衡山县组织部']],
        rows: HUNAN,
        findings: [
          {
            message: '部门名称“中共衡山县组织部”不完整，应为“中共衡山县委组织部”。请核对。',
            cell: 'A2',
            data: { name: '中共衡山县组织部', right: '中共衡山县委组织部' },
            severity: 'warning',
            fixes: [{ title: '改为“中共衡山县委组织部”', grade: 'choice', result: { A2: '中共衡山县委组织部' } }],
          },
        ],
      },
      {
        name: 'another county',
        above: [
          ['部门名称', '中共衡山县委组织部'],
          ['年度总体目标', '完成中共祁东县委交办的任务'],
        ],
        rows: HUNAN,
        findings: [
          {
            message: '这里出现了“祁东县”，而本表是“中共衡山县委组织部”的，像是从别处的表里复制来的。请核对。',
            cell: 'B3',
            data: { place: '祁东县', name: '中共衡山县委组织部' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'another county’s office in a row',
        above: [['部门名称', '衡山县财政局']],
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', 5, '次', '由祁东县财政局组织']],
        findings: [
          {
            message: '这里出现了“祁东县”，而本表是“衡山县财政局”的，像是从别处的表里复制来的。请核对。',
            cell: 'G8',
            data: { place: '祁东县', name: '衡山县财政局' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'another county’s office in the goal',
        above: [
          ['部门名称', '衡山县水利局'],
          ['年度总体目标', '配合祁东县市场监督管理局完成抽检'],
        ],
        rows: HUNAN,
        findings: [
          {
            message: '这里出现了“祁东县”，而本表是“衡山县水利局”的，像是从别处的表里复制来的。请核对。',
            cell: 'B3',
            data: { place: '祁东县', name: '衡山县水利局' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'the words of another kind of office',
        above: [['部门名称', '衡山县财政局']],
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', 5, '次', '我院组织的检查']],
        findings: [
          {
            message: '这里写着“我院”，而本表是“衡山县财政局”的，像是从别的部门的表里复制来的。请核对。',
            cell: 'G8',
            data: { words: '我院', name: '衡山县财政局' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'the plan of another year in a row',
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', 5, '次', '2024年计划检查不低于5次']],
        findings: [
          {
            message: '这里写着“2024年计划”，而本表是2025年度的，像是沿用了2024年的文字。请核对。',
            cell: 'G7',
            data: { words: '2024年计划', named: 2024, year: 2025 },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'the goal of another year',
        above: [
          ['部门名称', '衡山县财政局'],
          ['年度总体目标', '2024年度工作目标：完成各项任务'],
        ],
        rows: HUNAN,
        findings: [
          {
            message: '这里写着“2024年度工作目标”，而本表是2025年度的，像是沿用了2024年的文字。请核对。',
            cell: 'B3',
            data: { words: '2024年度工作目标', named: 2024, year: 2025 },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
