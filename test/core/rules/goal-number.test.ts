import { rule } from '../../../src/core/rules/goal-number';
import { wording as en } from '../../../src/core/rules/goal-number/en-US';
import { wording as zh } from '../../../src/core/rules/goal-number/zh-CN';
import { ruleTester } from '../../support/rule-tester';

const table = (goal: string) => ({
  title: '2026年度项目支出绩效目标表',
  above: [
    ['项目资金（万元）', '年度资金总额', 80],
    ['年度目标', goal],
  ],
  columns: 'project' as const,
  rows: [
    ['产出指标', '数量指标', '养护里程', '≥120公里', '全县农村公路'],
    ['满意度指标', '服务对象满意度指标', '沿线群众满意度', '≥90%', '问卷调查500人'],
  ],
});

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...table('养护道路120公里，沿线群众满意度90%以上。'), name: 'both have indicators' },
      { ...table('投入80万元，走访群众500人。'), name: 'the budget, and a number of an explanation' },
      { ...table('2026年底前完成十五五规划第1阶段任务，3个方面同步推进。'), name: 'years and counts of headings' },
      { ...table('养护道路120千米。'), name: 'another word for the unit' },
      { ...table('养护道路0.012万公里，走访0.05万名群众。'), name: 'multipliers, and another counter' },
      { ...table('保障道路畅通。'), name: 'no number' },
    ],
    invalid: [
      {
        ...table('养护道路150公里，整治隐患36处，满意度90%以上。'),
        name: 'two without indicators',
        findings: [
          {
            message: '绩效目标里写了150公里、36处，指标里没有对应的数。重要的任务请设指标，或核对两处是否一致。',
            cell: 'B3',
            data: { numbers: ['150公里', '36处'], count: 2 },
            severity: 'info',
          },
        ],
      },
    ],
  },
);
