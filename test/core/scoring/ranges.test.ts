import {
  compile,
  curve,
  evaluate,
  explain,
  renderExplanation,
  toFormula,
  verify,
  type Actual,
  type Standard,
  type StandardInput,
} from '../../../src/core/scoring';
import { calculate } from '../../support/sheet-formula';

function compiled(input: StandardInput): Standard {
  const result = compile(input);
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.words}: ${input.standard}`);
  return result.standard;
}

/** Three grades, 100–80 %（含）, 80–60 %（含）, below 60 %, in the notations that are met with. */
const THREE: readonly string[] = [
  '达成年度指标的，得分值的100%-80%（含）；部分达成年度指标并具有一定效果的，得分值的80%-60%（含）；未达成年度指标且效果较差的，得分值的60%-0%。',
  '达成年度指标得100%～80%（含80%）的分值，部分达成年度指标并具有一定效果得80%～60%（含60%）的分值，未达成年度指标且效果较差得60%～0%的分值',
  '指标完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照该指标分值区间的100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。',
  '分达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档：达成年度指标：80%（含）—100%；部分达成年度指标并具有一定效果：60%（含）—80%；未达成年度指标且效果较差：0%—60%',
  '①达成年度指标，在权重的80%（含）至100%之间计分；\n②部分达成年度指标并具有一定效果，在权重的60%（含）至80%之间计分；\n③未达成年度指标且效果较差，在权重的0%至60%之间计分。',
  '达成年度指标（100%-80%（含））、部分达成年度指标并具有一定效果（80%-60%（含））、未达成年度指标且效果较差（60%-0%）',
  '达成年度指标得８０％（含）以上分值，部分达成年度指标并具有一定效果得６０％（含）－８０％分值，未达成年度指标且效果较差得６０％以下分值',
];

describe.each(THREE)('%s', (standard) => {
  test.each<[Actual, number | string]>([
    ['达成 100%', 10],
    ['达成，90%', 9],
    ['达成年度指标，得分比例为88.8%', 8.88],
    ['90%（达成）', 9],
    ['达成 80%', 8],
    ['达成 79.99%', 'share-outside'],
    ['达成 100.01%', 'share-outside'],
    ['达成', 'share-needed'],
    [['达成年度指标'], 'share-needed'],
    [['达成年度指标', ''], 'share-needed'],
    ['达成 0.9', 'percent-unclear'],
    ['达成 9分', 'unit-differs'],
    ['部分达成 80%', 'share-outside'],
    ['部分达成 79.99%', 8],
    ['部分达成并具有一定效果：60%', 6],
    ['部分达成 59.9%', 'share-outside'],
    ['未达成 60%', 'share-outside'],
    ['未达成 59.9%', 5.99],
    ['未达成，0%', 0],
    [['未达成年度指标且效果较差', 30], 3],
    [{ 评价结果: '部分达成年度指标并具有一定效果', 得分比例: '75%' }, 7.5],
    ['90%', 'several-needed'],
    ['基本可以 90%', 'not-a-grade'],
  ])('%j', (actual, wanted) => {
    const found = evaluate(compiled({ standard, weight: 10 }), actual);
    expect(found.status === 'scored' ? found.score : found.status === 'invalid' ? found.problem : found.code).toBe(
      wanted,
    );
  });

  test('is proved sound, has no curve, and its formula gives the same', () => {
    const read = compiled({ standard, weight: 10 });
    expect(verify(read)).toMatchObject({ status: 'proved', faults: [] });
    expect(curve(read)).toBeNull();
    const result = toFormula(read);
    if (!result.ok) throw new Error(result.reason);
    const [best = '', middle = '', worst = ''] = read.inputs[0]?.options ?? [];
    for (const grade of [best, middle, worst]) {
      for (const share of [0, 30, 59.99, 60, 79.99, 80, 95, 100, 101, '']) {
        const found = evaluate(read, [grade, share]);
        const native = calculate(result.formula, { ACTUAL1: grade, ACTUAL2: share, WEIGHT: 10, TARGET: 0 });
        expect({ grade, share, native }).toEqual({
          grade,
          share,
          native: found.status === 'scored' ? found.score : null,
        });
      }
    }
  });
});

test.each<[string, readonly (readonly [Actual, number | string])[]]>([
  [
    '效果显著得8-10分，效果一般得5-8分，效果较差得0-5分',
    [
      ['效果显著 9.5分', 9.5],
      ['效果显著 8', 8],
      ['效果一般，8分', 8],
      ['效果一般 4.9分', 'share-outside'],
      ['效果较差（0分）', 0],
      ['效果显著 95%', 'unit-differs'],
    ],
  ],
  [
    '效果明显的，在8～10分之间酌情给分；效果一般的，在5～8分之间酌情给分；否则不得分',
    [
      ['效果明显 10分', 10],
      ['其他', 0],
      ['其他 3分', 'share-unneeded'],
      [['其他', null], 0],
    ],
  ],
  [
    '优：9-10分；良：8-9分；中：6-8分；差：0-6分',
    [
      ['优 9.5', 9.5],
      ['中，6分', 6],
      ['差', 'share-needed'],
    ],
  ],
  [
    '优秀得满分，良好得满分的80%-95%，其他不得分',
    [
      ['优秀', 10],
      ['良好 90%', 9],
      ['良好 96%', 'share-outside'],
      ['其他', 0],
    ],
  ],
])('%s', (standard, cases) => {
  const read = compiled({ standard, weight: 10 });
  for (const [actual, wanted] of cases) {
    const found = evaluate(read, actual);
    const got = found.status === 'scored' ? found.score : found.status === 'invalid' ? found.problem : found.code;
    expect({ actual, got }).toEqual({ actual, got: wanted });
  }
});

test('is told in plain words', () => {
  const read = compiled({ standard: THREE[0] ?? '', weight: 10 });
  const said = (actual: Actual): string => renderExplanation(explain(read, actual));
  expect(said('达成 90%')).toBe(
    '评价结果为“达成年度指标”；得分比例为90%；“达成年度指标”可得满分的80%～100%，按90%计：10分 × 90% = 9分；得分9分。',
  );
  expect(said('部分达成')).toBe('“部分达成年度指标并具有一定效果”可得60%～<80%，请写明得分比例。');
  expect(said('部分达成 85%')).toBe('“部分达成年度指标并具有一定效果”可得60%～<80%，85%不在此范围内。');
});

test.each<[string, readonly string[]]>([
  ['效果明显得9-12分，效果一般得6-8分，效果较差得0-5分', ['PT303', 'PT313', 'PT310']],
  ['效果明显得7-9分，效果一般得6-7分，效果较差得0-5分', ['PT309', 'PT313', 'PT310']],
  ['效果明显得8-10分，效果一般得6-8.5分，效果较差得0-5分', ['PT308', 'PT313']],
  ['效果明显得8-10分，效果一般得5-8分，效果较差得0-5分', ['PT313']],
  ['效果明显得8-10分，效果一般得6-8分，效果较差得0-6分', []],
])('%s: faults %j', (standard, codes) => {
  const read = compiled({ standard, weight: 10 });
  const { faults } = verify(read);
  expect([...new Set(faults.map(({ code }) => code))].sort()).toEqual([...codes].sort());
  for (const { counterexample } of faults) {
    if (!counterexample || counterexample.actual === '') continue;
    expect(evaluate(read, counterexample.actual)).toMatchObject({ status: 'scored', score: counterexample.score });
  }
});

test.each([
  ['酌情扣1-3分', 'discretion'],
  ['每发现一处问题扣1-3分', 'range'],
  ['完成率80%-90%得3-5分，90%以上得满分', 'range'],
  ['根据完成情况得0-10分', 'range'],
  ['效果较好得8-10分', 'range'],
  ['效果较好得8-10分，效果一般得60%-80%', 'unit-clash'],
  ['优秀90-100分，良好80-90分，合格60-80分', 'range'],
  ['达成得80%-100%，部分达成酌情给分', 'discretion'],
])('%s is refused: %s', (standard, code) => {
  const result = compile({ standard, weight: 10 });
  expect(result.ok ? null : result.refusal.code).toBe(code);
});
