import { rule } from '../../../src/core/rules/value-is-sentence';
import { wording as en } from '../../../src/core/rules/value-is-sentence/en-US';
import { wording as zh } from '../../../src/core/rules/value-is-sentence/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the value alone',
        columns: 'project',
        rows: [
          quantity('培训次数', '≥10次', '培训次数≥10次'),
          quantity('总成本', '总成本不超过14万元', '项目的全部支出'),
          quantity('改善用餐环境', '明显', '明显'),
        ],
      },
      {
        name: 'several targets are another matter',
        columns: 'project',
        rows: [quantity('培训人次及合格率', '培训人次及合格率100人；95%', null), quantity('培训次数', '≥10次')],
      },
    ],
    invalid: [
      {
        name: 'the name over again',
        columns: 'project',
        rows: [
          quantity('后勤服务保障', '后勤服务保障2025年12月31日前'),
          quantity('对后勤工作的影响', '对后勤工作的影响明显'),
          quantity('降低安全隐患', '加强排查降低安全隐患'),
        ],
        findings: [
          {
            message: '“后勤服务保障”的指标值重复了指标名称。请只写要达到的值。',
            cell: 'D3',
            severity: 'info',
            data: { name: '后勤服务保障' },
            fixes: [{ title: '只保留“2025年12月31日前”', grade: 'choice', result: { D3: '2025年12月31日前' } }],
          },
          {
            message: '“对后勤工作的影响”的指标值重复了指标名称。请只写要达到的值。',
            cell: 'D4',
            severity: 'info',
            data: { name: '对后勤工作的影响' },
            fixes: [{ title: '只保留“明显”', grade: 'choice', result: { D4: '明显' } }],
          },
          {
            message: '“降低安全隐患”的指标值重复了指标名称。请只写要达到的值。',
            cell: 'D5',
            severity: 'info',
            data: { name: '降低安全隐患' },
          },
        ],
      },
      {
        name: 'the explanation over again',
        columns: 'project',
        rows: [['成本指标', '经济成本指标', '食堂投入', '饭堂总成本不超过48.14万', '饭堂总成本不超过48.14万。']],
        findings: [
          {
            message: '“食堂投入”的指标值照抄了指标解释。请只写要达到的值。',
            cell: 'D3',
            severity: 'info',
            data: { name: '食堂投入' },
            fixes: [{ title: '只保留“不超过48.14万”', grade: 'choice', result: { D3: '不超过48.14万' } }],
          },
        ],
      },
    ],
  },
);
