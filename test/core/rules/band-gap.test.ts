import { rule } from '../../../src/core/rules/band-gap';
import { wording as en } from '../../../src/core/rules/band-gap/en-US';
import { wording as zh } from '../../../src/core/rules/band-gap/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, row, satisfaction, valid } from '../../support/standard-rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      ...valid,
      {
        name: 'whole numbers have nothing between 89 and 90',
        columns,
        rows: [row(['走访人数', '≥', 90, '人'], '90人及以上得10分，80-89人得8分，80人以下不得分', 10)],
      },
      {
        name: 'nobody comes in at place 0',
        columns,
        rows: [
          row(
            ['考核成绩', null, '按标准', null],
            '采用年度考核得分及排名，在全县排名1-3名的依次赋予10分、8分、6分',
            10,
          ),
        ],
      },
    ],
    invalid: [
      {
        name: 'a boundary in neither band, and a stretch in none',
        columns,
        rows: [
          row(satisfaction, '＞95%得10分，＜95%得8分', 10),
          row(['知晓率', '≥', 90, '%'], '≥90%得10分，80%-89%得8分，＜80%不得分', 10),
        ],
        findings: [
          {
            message: '“群众满意度”的评分标准有空档：实际95%时，没有写明得多少分。请补上这一段。',
            cell: 'H3',
            severity: 'error',
            data: { name: '群众满意度', actual: '95%' },
            fixes: [
              { title: '将“＞95”改为“≥95”', grade: 'choice', result: { H3: '≥95%得10分，＜95%得8分' } },
              { title: '将“＜95”改为“≤95”', grade: 'choice', result: { H3: '＞95%得10分，≤95%得8分' } },
            ],
          },
          {
            message: '“知晓率”的评分标准有空档：实际89.5%时，没有写明得多少分。请补上这一段。',
            cell: 'H4',
            severity: 'warning',
            data: { name: '知晓率', actual: '89.5%' },
          },
        ],
      },
    ],
  },
);
