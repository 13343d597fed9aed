import { rule } from '../../../src/core/rules/actual-missing';
import { wording as en } from '../../../src/core/rules/actual-missing/en-US';
import { wording as zh } from '../../../src/core/rules/actual-missing/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { row, STANDARDS } from './self-evaluations';

const HEAD = { title: '2025年度项目支出绩效自评表', columns: STANDARDS } as const;

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...HEAD, name: 'filled', rows: [row({}), row({ name: '培训合格率', target: 95, unit: '%', actual: '96%' })] },
      {
        ...HEAD,
        name: 'words where words are asked for',
        rows: [row({ target: '效果明显', operator: '定性', unit: null, actual: '效果明显' }), row({})],
      },
      { ...HEAD, name: 'a number in a sentence', rows: [row({ actual: '全年开展培训八次' }), row({})] },
      {
        ...HEAD,
        name: 'a deadline kept',
        rows: [row({ target: '2025年11月底前', operator: null, unit: null, actual: '按时完成' }), row({})],
      },
      {
        name: 'a target table',
        columns: 'hunan',
        rows: [['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分']],
      },
    ],
    invalid: [
      {
        ...HEAD,
        name: 'one is blank',
        rows: [row({ actual: null, score: null }), row({ name: '培训人数', unit: '人' })],
        findings: [
          {
            message: '“培训次数”的实际完成值没有填。请填写实际完成了多少。',
            cell: 'H3',
            data: { name: '培训次数' },
            severity: 'error',
          },
        ],
      },
      {
        ...HEAD,
        name: 'nobody has begun',
        rows: [row({ actual: null, score: null }), row({ name: '培训人数', unit: '人', actual: null, score: null })],
        findings: [
          {
            message: '2行的实际完成值都还没有填。请逐行填写后再检查。',
            cell: 'H3',
            data: { count: 2 },
            severity: 'error',
          },
        ],
      },
      {
        ...HEAD,
        name: 'words for a number',
        rows: [row({ actual: '已完成' }), row({ name: '培训人数', unit: '人' })],
        findings: [
          {
            message: '“培训次数”的目标是10，实际完成值却写成“已完成”。定量指标请填写完成的数。',
            cell: 'H3',
            data: { name: '培训次数', actual: '已完成', target: '10' },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
