import { rule } from '../../../src/core/rules/scope-word';
import { wording as en } from '../../../src/core/rules/scope-word/en-US';
import { wording as zh } from '../../../src/core/rules/scope-word/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'a project table',
        title: '2025年度项目支出绩效目标表',
        above: [['项目名称', '培训项目']],
        rows: [...HUNAN, ['产出指标', '时效指标', '完成时限', '≤', '2025年12月31日前', '', '本项目完成时限']],
      },
      {
        name: 'projects in general',
        rows: [...HUNAN, ['产出指标', '数量指标', '重点项目验收个数', '≥', 5, '个', '全县重点项目验收']],
      },
    ],
    invalid: [
      {
        name: 'this project in a whole-department table',
        rows: [...HUNAN, ['产出指标', '时效指标', '完成时限', '≤', '2025年12月31日前', '', '本项目完成时限']],
        findings: [
          {
            message:
              '这是部门整体支出的表，“完成时限”这一行却写着“本项目”，像是从项目表里复制来的。请改为整体工作的说法。',
            cell: 'G7',
            data: { words: '本项目', name: '完成时限' },
            severity: 'info',
            fixes: [{ title: '把“本项目”改为“本部门”', grade: 'choice', result: { G7: '本部门完成时限' } }],
          },
        ],
      },
    ],
  },
);
