import { rule } from '../../../src/core/rules/operator-typo';
import { wording as en } from '../../../src/core/rules/operator-typo/en-US';
import { wording as zh } from '../../../src/core/rules/operator-typo/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

const typo = (name: string, typed: string): string =>
  `“${name}”的比较符号写成了书名号“${typed}”，系统和读者都认不出。请改为“≥”“>”等比较符号。`;

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'signs, and titles of books and documents',
        rows: [
          quantity('培训次数', '≥', 10, '次'),
          quantity('培训人数', null, '>200人'),
          quantity('办法印发', '定性', '《管理办法》印发'),
          quantity('制度数', '≥', '修订《2025年计划》1项'),
        ],
      },
      { name: 'a formula is left alone', rows: [quantity('培训次数', ['="》"', '》'], 10, '次')] },
    ],
    invalid: [
      {
        name: 'in the sign column',
        rows: [quantity('培训次数', '》', 10, '次'), quantity('总成本', ' 《= ', 14, '万元')],
        findings: [
          {
            message: typo('培训次数', '》'),
            cell: 'D3',
            severity: 'warning',
            data: { typed: '》', name: '培训次数' },
            fixes: [
              { title: '将“》”改为“≥”', grade: 'choice', result: { D3: '≥' } },
              { title: '将“》”改为“>”', grade: 'choice', result: { D3: '>' } },
            ],
          },
          {
            message: typo('总成本', '《='),
            cell: 'D4',
            severity: 'warning',
            data: { typed: '《=', name: '总成本' },
            fixes: [{ title: '将“《=”改为“≤”', grade: 'choice', result: { D4: ' ≤ ' } }],
          },
        ],
      },
      {
        name: 'before the number',
        columns: 'county',
        rows: [quantity('群众满意度', '〉 95%')],
        findings: [
          {
            message: typo('群众满意度', '〉'),
            cell: 'D3',
            severity: 'warning',
            data: { typed: '〉', name: '群众满意度' },
            fixes: [
              { title: '将“〉”改为“≥”', grade: 'choice', result: { D3: '≥ 95%' } },
              { title: '将“〉”改为“>”', grade: 'choice', result: { D3: '> 95%' } },
            ],
          },
        ],
      },
    ],
  },
);
