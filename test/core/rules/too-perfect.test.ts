import { rule } from '../../../src/core/rules/too-perfect';
import { wording as en } from '../../../src/core/rules/too-perfect/en-US';
import { wording as zh } from '../../../src/core/rules/too-perfect/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { row, STANDARDS } from './self-evaluations';

const HEAD = { title: '2025年度项目支出绩效自评表', columns: STANDARDS } as const;

const NAMES = ['培训次数', '培训人数', '宣传场次', '巡查次数', '走访户数'];
const five = (given: Parameters<typeof row>[0]) => NAMES.map((name) => row({ name, ...given }));

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...HEAD, name: 'some above, some below', rows: [...five({}).slice(1), row({ actual: 12, score: 4 })] },
      { ...HEAD, name: 'too few to tell', rows: five({}).slice(0, 4) },
      {
        ...HEAD,
        name: 'shares that are to be 100 %',
        rows: NAMES.map((name) => row({ name: `${name}达标率`, target: 100, unit: '%', actual: '100%', score: 4 })),
      },
      {
        name: 'a target table',
        rows: NAMES.map((name) => ['产出指标', '数量指标', name, '≥', 10, '次', '不低于10次', '得满分']),
      },
    ],
    invalid: [
      {
        ...HEAD,
        name: 'every actual value is its target',
        rows: five({}),
        findings: [
          {
            message: '5个定量指标的实际完成值都与目标值分毫不差。请核对佐证材料，按实际结果填写。',
            cell: 'H3',
            data: { count: 5 },
            severity: 'info',
          },
        ],
      },
      {
        ...HEAD,
        name: 'full marks everywhere',
        rows: five({ actual: 12 }),
        findings: [
          {
            message: '5个指标全部得满分。请核对佐证材料，看目标是否偏低、评分是否从宽。',
            cell: 'J3',
            data: { count: 5 },
            severity: 'info',
          },
        ],
      },
    ],
  },
);
