import { rule } from '../../../src/core/rules/standard-not-scorable';
import { wording as en } from '../../../src/core/rules/standard-not-scorable/en-US';
import { wording as zh } from '../../../src/core/rules/standard-not-scorable/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { columns, cost, row, sound, training, valid } from '../../support/standard-rows';
import type { Cells } from '../../support/standard-rows';

/** What stands in the way, in a row of its own, and the sentence for it. */
const REFUSED: readonly (readonly [Cells, string, number | null, words: string, message: string])[] = [
  [
    training,
    '未完成的酌情扣分',
    5,
    '酌情',
    '“培训次数”的评分标准含“酌情”，由人裁量，不能自动计分。请写明扣分的档次和分值，或留待人工评分。',
  ],
  [
    cost,
    '按比例得分',
    20,
    '按比例',
    '“预算成本”是越低越好的指标，“按比例”没有写明怎样算比例（目标÷实际，还是2-实际÷目标），不能自动计分。请写明算法。',
  ],
  [
    training,
    '培训组织有序',
    5,
    '培训组织有序',
    '“培训次数”的评分标准没有写明分数，不能自动计分。请写明得多少分、扣多少分。',
  ],
  [
    training,
    '未完成扣1-3分',
    5,
    '扣1-3分',
    '“培训次数”的评分标准写的是分数区间“扣1-3分”，不是确定的分数，不能自动计分。请写成确定的分数，或留待人工评分。',
  ],
  [
    training,
    '完成得5分，其余由各单位比例互相抵扣',
    5,
    '其余由各单位比例互相抵扣',
    '“培训次数”的评分标准中“其余由各单位比例互相抵扣”没有读懂，不能自动计分。不影响填报，需人工评分。',
  ],
  [
    ['培训效果', '定性', '效果明显', null],
    '得5分，每低于目标值1%扣1分',
    5,
    '目标值',
    '“培训效果”的评分标准提到“目标值”，但这一行的指标值不是可以计算的数，不能自动计分。请把指标值写成数，或留待人工评分。',
  ],
  [
    ['培训效果', '定性', '效果明显', null],
    '得分=完成率×分值',
    null,
    '',
    '“培训效果”的评分标准没有写明满分，这一行也没有分值，不能自动计分。请写明满分。',
  ],
  [
    training,
    '制度健全得3分；机构健全得2分；人员到位得1分',
    7,
    '',
    '“培训次数”的评分标准列了几项得分，看不出是逐项相加还是只取其一，不能自动计分。请写明怎样计分。',
  ],
  [
    ['知晓率', null, '提高', null],
    '知晓率≥95%得5分，80分≤知晓率<95%得3分，其他不得分',
    5,
    '知晓率%/分',
    '“知晓率”的评分标准前后单位不一致（知晓率%/分），不能自动计分。请统一单位。',
  ],
  [
    training,
    '1处不符合要求“运输设备”大项不得分',
    5,
    '1处不符合要求运输设备大项不得分',
    '“培训次数”的评分标准中“1处不符合要求运输设备大项不得分”涉及其他指标的得分，不能自动计分。需人工评分。',
  ],
  [training, '师生比达到1:19得5分', 5, '1：19', '“培训次数”的评分标准含“1：19”，不能自动计分。需人工评分。'],
];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid,
    invalid: [
      ...REFUSED.map(([cells, standard, weight, words, message]) => ({
        name: standard,
        columns,
        rows: [...sound, row(cells, standard, weight)],
        findings: [{ message, cell: 'H6', severity: 'info' as const, data: { name: cells[0], words } }],
      })),
      {
        name: 'a deadline of no year in a table of none',
        columns,
        title: '绩效目标表',
        rows: [...sound, row(['完成情况', null, '按期完成', null], '12月20日前完成得5分，每推迟1天扣1分', 5)],
        findings: [
          {
            message: '“完成情况”的评分标准中“推迟1天”没有写年份，不能自动计分。请写明年份。',
            cell: 'H6',
            severity: 'info',
            data: { name: '完成情况', words: '推迟1天' },
          },
        ],
      },
    ],
  },
);
