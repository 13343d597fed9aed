import { RULES } from '../../../src/core/rules';
import type { RuleEntry } from '../../../src/core/rules/rule';
import { ruleTester } from '../../support/rule-tester';
import type { CompactRow } from '../../support/compact-sheet';

function entryOf(code: string): RuleEntry {
  const entry = RULES.find(({ rule }) => rule.code === code);
  if (!entry) throw new Error(`no rule ${code}`);
  return entry;
}

type Cells = readonly [name: string, sign: string | null, target: string | number, unit: string | null];

/** A row of the form with a column of points: the standard is in H, the points in I. */
const row = ([name, sign, target, unit]: Cells, standard: string | null, weight: number | null): CompactRow => [
  '产出指标',
  '数量指标',
  name,
  sign,
  target,
  unit,
  '',
  standard,
  weight,
];

const training: Cells = ['培训次数', '≥', 10, '次'];
const satisfaction: Cells = ['群众满意度', '≥', 95, '%'];
const cost: Cells = ['预算成本', '≤', 100, '万元'];
const columns = 'weighted' as const;
const sound = [
  row(training, '达到计划值得满分2分，否则按实际值/计划值*指标分值', 2),
  row(satisfaction, '≥95%得10分，90%≤满意度<95%得8分，<90%不得分', 10),
  row(cost, '控制在预算范围内得20分，每超出5%扣2分，扣完为止', 20),
];
const valid = [{ name: 'sound standards', columns, rows: sound }] as const;

ruleTester(entryOf('PT301'), {
  valid: [
    ...valid,
    { name: 'a form without the column', columns: 'county', rows: [['产出指标', '数量指标', '人数', '28人']] },
  ],
  invalid: [
    {
      name: 'a blank cell',
      columns,
      rows: [...sound, row(['督导次数', '≥', 5, '次'], null, 5)],
      findings: [
        {
          message: '“督导次数”没有评（扣）分标准，评价时无从打分。请写明得满分的条件和扣分的办法。',
          cell: 'H6',
          severity: 'error',
          data: { name: '督导次数' },
        },
      ],
    },
  ],
});

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
    '“预算成本”是越低越好的指标，“按比例”没有写明怎样算比例（目标÷实际，还是2-实际÷目标），不能自动计分。',
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
    '“培训次数”的评分标准写的是分数区间“扣1-3分”，不是确定的分数，不能自动计分。',
  ],
  [
    training,
    '完成得5分，其余由各单位比例互相抵扣',
    5,
    '其余由各单位比例互相抵扣',
    '“培训次数”的评分标准中“其余由各单位比例互相抵扣”没有读懂，需人工评分。不影响填报，只是不能自动计分。',
  ],
  [
    ['培训效果', '定性', '效果明显', null],
    '得5分，每低于目标值1%扣1分',
    5,
    '目标值',
    '“培训效果”的评分标准提到“目标值”，但这一行的指标值不是可以计算的数，不能自动计分。',
  ],
  [
    ['培训效果', '定性', '效果明显', null],
    '得分=完成率×分值',
    null,
    '',
    '“培训效果”的评分标准没有写明满分，这一行也没有分值，不能自动计分。',
  ],
  [
    training,
    '制度健全得3分；机构健全得2分；人员到位得1分',
    7,
    '',
    '“培训次数”的评分标准列了几项得分，看不出是逐项相加还是只取其一，不能自动计分。',
  ],
  [
    ['知晓率', null, '提高', null],
    '知晓率≥95%得5分，80分≤知晓率<95%得3分，其他不得分',
    5,
    '知晓率%/分',
    '“知晓率”的评分标准前后单位不一致（知晓率%/分），不能自动计分。',
  ],
  [
    training,
    '1处不符合要求“运输设备”大项不得分',
    5,
    '1处不符合要求运输设备大项不得分',
    '“培训次数”的评分标准中“1处不符合要求运输设备大项不得分”涉及其他指标的得分，需人工评分。',
  ],
  [training, '偏差在±5%以内得5分', 5, '±', '“培训次数”的评分标准含“±”，需人工评分。'],
];

ruleTester(entryOf('PT302'), {
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
          message: '“完成情况”的评分标准中“推迟1天”没有写年份，不能自动计分。',
          cell: 'H6',
          severity: 'info',
          data: { name: '完成情况', words: '推迟1天' },
        },
      ],
    },
  ],
});

const published = row(satisfaction, '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分', 10);

ruleTester(entryOf('PT303'), {
  valid,
  invalid: [
    {
      name: 'a divisor below the target',
      columns,
      rows: [...sound, published],
      findings: [
        {
          message:
            '“群众满意度”的评分标准会给出超过满分的分数：实际94%时得10.44分，满分是10分。请检查比例的分母或加上“最高不超过满分”。',
          cell: 'H6',
          severity: 'error',
          data: { name: '群众满意度', actual: '94%', score: 10.44, full: 10 },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT304'), {
  valid,
  invalid: [
    {
      name: 'full marks begin below the target',
      columns,
      rows: [...sound, row(satisfaction, '满意度90%及以上得10分，90%以下不得分', 10)],
      findings: [
        {
          message: '“群众满意度”的评分标准从90%起得满分，指标值却是95%。请改成一致。',
          cell: 'H6',
          severity: 'error',
          data: { name: '群众满意度', threshold: '90%', target: '95%' },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT305'), {
  valid,
  invalid: [
    {
      name: 'a divisor that is not the target',
      columns,
      rows: [...sound, published],
      findings: [
        {
          message:
            '“群众满意度”按比例计分时除以90%，指标值却是95%。除数应当是指标值，否则会出现没达标反而分数更高的情况。',
          cell: 'H6',
          severity: 'error',
          data: { name: '群众满意度', base: '90%', target: '95%', value: 90, wanted: 95 },
          fixes: [
            {
              title: '将除数90%改为95%',
              grade: 'choice',
              result: { H6: '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/95%*10分' },
            },
          ],
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT306'), {
  valid: [
    ...valid,
    {
      name: 'whole numbers have nothing between 89 and 90',
      columns,
      rows: [row(['走访人数', '≥', 90, '人'], '90人及以上得10分，80-89人得8分，80人以下不得分', 10)],
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
});

ruleTester(entryOf('PT307'), {
  valid: [
    ...valid,
    { name: '及以上 beside 以下', columns, rows: [row(satisfaction, '95%及以上得10分，95%以下得5分', 10)] },
  ],
  invalid: [
    {
      name: 'a stretch in two bands; a shared end',
      columns,
      rows: [
        row(satisfaction, '90%-100%得10分，80%-95%得8分，80%以下不得分', 10),
        row(['知晓率', '≥', 90, '%'], '90%-100%得10分，80%-90%得8分，80%以下不得分', 10),
      ],
      findings: [
        {
          message: '“群众满意度”的评分标准有重叠：实际90%同时落在两档里，不知道该得多少分。请改清楚。',
          cell: 'H3',
          severity: 'error',
          data: { name: '群众满意度', actual: '90%' },
        },
        {
          message: '“群众满意度”相邻两档都包含分界80，计分时按较高一档。写明“含”或“以下不含”更清楚。',
          cell: 'H3',
          severity: 'info',
          data: { name: '群众满意度', at: '80' },
        },
        {
          message: '“知晓率”相邻两档都包含分界90、80，计分时按较高一档。写明“含”或“以下不含”更清楚。',
          cell: 'H4',
          severity: 'info',
          data: { name: '知晓率', at: '90、80' },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT308'), {
  valid,
  invalid: [
    {
      name: 'a better band that earns less',
      columns,
      rows: [...sound, row(satisfaction, '≥95%得8分，90%≤满意度<95%得10分，<90%不得分', 10)],
      findings: [
        {
          message: '“群众满意度”的评分标准会奖励更差的结果：实际94%得10分，更好的95%反而只得8分。',
          cell: 'H6',
          severity: 'error',
          data: { name: '群众满意度', actual: '94%', score: 10, better: '95%', betterScore: 8, betterActual: 95 },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT309'), {
  valid,
  invalid: [
    {
      name: 'the target earns less than the full mark',
      columns,
      rows: [...sound, row(satisfaction, '≥98%得10分，95%≤满意度<98%得8分，<95%不得分', 10)],
      findings: [
        {
          message: '“群众满意度”达到指标值（95%）只能得8分，得不到满分10分。',
          cell: 'H6',
          severity: 'error',
          data: { name: '群众满意度', actual: '95%', score: 8, full: 10 },
        },
      ],
    },
    {
      name: 'nothing earns the full mark',
      columns,
      rows: [...sound, row(['培训效果', '定性', '效果明显', null], '每举办1次得2分，最高得8分', 10)],
      findings: [
        {
          message: '“培训效果”按这个评分标准最多得8分，得不到满分10分。',
          cell: 'H6',
          severity: 'error',
          data: { name: '培训效果', actual: '', score: 8, full: 10 },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT310'), {
  valid,
  invalid: [
    {
      name: 'points of the sentence and of the column',
      columns,
      rows: [...sound, row(['督导次数', '≥', 5, '次'], '达到计划值得满分2分，否则按实际值/计划值*指标分值', 3)],
      findings: [
        {
          message: '“督导次数”的评分标准写的满分是2分，分值栏却是3分。请改成一致。',
          cell: 'H6',
          severity: 'error',
          data: { name: '督导次数', stated: 2, full: 3 },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT311'), {
  valid: [{ name: 'no steps of something continuous', columns, rows: sound.slice(0, 2) }],
  invalid: [
    {
      name: 'once a table',
      columns,
      rows: [
        row(satisfaction, '≥95%得10分，每降低1个百分点扣1分，扣完为止', 10),
        row(cost, '控制在预算范围内得20分，每超出5%扣2分，扣完为止', 20),
      ],
      findings: [
        {
          message:
            '“群众满意度”等2个指标没有写明不足一档怎样计算：实际93.5%时，不足一档不计得9分，按比例得8.5分，按一档计得8分。可在标准里注明“不足一档不计”。',
          cell: 'H3',
          severity: 'info',
          data: { name: '群众满意度', actual: '93.5%', score: 9, share: 8.5, begun: 8, count: 2 },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT312'), {
  valid,
  invalid: [
    {
      name: 'twice the budget and points left',
      columns,
      rows: [...sound, row(cost, '控制在预算范围内得20分，每超出10%扣2分，扣完为止', 20)],
      findings: [
        {
          message: '“预算成本”扣分过轻：实际199万元时仍得2分，实际工作中几乎扣不完。请考虑缩小扣分的档距。',
          cell: 'H6',
          severity: 'info',
          data: { name: '预算成本', actual: '199万元', score: 2 },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT313'), {
  valid: [
    ...valid,
    {
      name: 'usual bands',
      columns,
      rows: [row(['培训效果', '定性', '效果明显', null], '效果明显得10分，效果一般得7分，否则不得分', 10)],
    },
  ],
  invalid: [
    {
      name: '8 of 15 for 一般',
      columns,
      rows: [row(['培训效果', '定性', '效果明显', null], '效果明显得15分，效果一般得8分，否则不得分。', 15)],
      findings: [
        {
          message: '“培训效果”中“效果一般”得8分，占满分的53.3%，不在通行的60%～80%之间。',
          cell: 'H3',
          severity: 'info',
          data: { name: '培训效果', option: '效果一般', score: 8, share: 53.3, low: 60, high: 80 },
        },
      ],
    },
  ],
});

ruleTester(entryOf('PT314'), {
  valid,
  invalid: [
    {
      name: 'overspending earns more',
      columns,
      rows: [...sound, row(cost, '达到目标值得20分，否则按实际值/目标值*分值', 20)],
      findings: [
        {
          message:
            '“预算成本”越低越好，却按实际值÷目标值计分：实际125万元时得25分，超得越多分越高。应当是目标值÷实际值，或按超出的比例扣分。',
          cell: 'H6',
          severity: 'error',
          data: { name: '预算成本', actual: '125万元', score: 25 },
        },
      ],
    },
  ],
});
