import { compile, evaluate, toFormula, verify, type Actual, type StandardInput } from '../../../src/core/scoring';

type Beside = Omit<StandardInput, 'standard'>;
type Row = readonly [standard: string, beside: Beside, cases: readonly (readonly [Actual, number])[]];

/** Signs, marks and measures that are easily taken for something else; reckoned by hand. */
const ROWS: readonly Row[] = [
  [
    '差异率在-5%—5%之间得5分，高于5%的，每超出1个百分点扣0.5分；低于-5%的，每低1个百分点扣0.5分',
    { weight: 5 },
    [
      [0, 5],
      [-5, 5],
      [5, 5],
      [7, 4],
      [-8, 3.5],
    ],
  ],
  [
    '增长率≥-5%得5分，增长率＜-5%得2分',
    { weight: 5 },
    [
      [-4, 5],
      [-5, 5],
      [-6, 2],
      [5, 5],
    ],
  ],
  [
    '增长率5%以上得5分，0-5%得3分，-5%-0得2分，低于-5%不得分',
    { weight: 5 },
    [
      [6, 5],
      [2, 3],
      [-4, 2],
      [-6, 0],
    ],
  ],
  [
    '1.满意度>=90%，得10分;\n2.80%<=满意度<90%,得8分;\n3.60%<=满意度<80%,得5分;\n4.满意度<60%,得0分。',
    { weight: 10 },
    [
      [90, 10],
      [85, 8],
      [80, 8],
      [70, 5],
      [59, 0],
    ],
  ],
  [
    '死亡率控制在2‰以内得5分，超过2‰不得分。',
    { weight: 5, unit: '‰' },
    [
      [2, 5],
      ['1.5‰', 5],
      ['0.2%', 5],
      [2.1, 0],
    ],
  ],
  [
    '控制在目标值以内得5分，每超0.1‰扣1分。',
    { weight: 5, target: '≤4‰', unit: '‰' },
    [
      [4, 5],
      ['4.1‰', 4],
      [4.2, 3],
    ],
  ],
  [
    '批复后20日内公开的得6分；超过20日公开的，每超过1日扣0.5分，扣完为止。',
    { weight: 6 },
    [
      [20, 6],
      [15, 6],
      [22, 5],
      [32, 0],
    ],
  ],
  [
    '完成6个项目得6分，少完成一个扣1分。',
    { weight: 6 },
    [
      [6, 6],
      [5, 5],
      [8, 6],
      [0, 0],
    ],
  ],
  [
    '全年报送信息不少于24条得5分，每少报1条扣0.2分，扣完为止。',
    { weight: 5 },
    [
      [24, 5],
      [23, 4.8],
      [30, 5],
      [0, 0.2],
    ],
  ],
  [
    '获省部级以上领导批示肯定的，每次加1分，最多加3分。',
    { weight: 3 },
    [
      [0, 0],
      [2, 2],
      [4, 3],
    ],
  ],
  [
    '巷道失修率不高于7%，得5分；每增加1%，扣1分。',
    { weight: 5 },
    [
      [7, 5],
      [8, 4],
      [12, 0],
    ],
  ],
  [
    '及时率95%（含）以上得5分，95%以下、85%（含）以上得3分，85%以下得0分。',
    { weight: 5 },
    [
      [95, 5],
      [94, 3],
      [85, 3],
      [84, 0],
    ],
  ],
  [
    '培训覆盖率100%得满分；低于100%、高于80%（含）得3分；低于80%得0分。',
    { weight: 5 },
    [
      [100, 5],
      [99, 3],
      [80, 3],
      [79, 0],
    ],
  ],
  [
    '超支率≤0得5分；0＜超支率≤5%得3分；5%＜超支率≤10%得1分；超支率＞10%得0分。',
    { weight: 5 },
    [
      [-3, 5],
      [0, 5],
      [3, 3],
      [10, 1],
      [11, 0],
    ],
  ],
  [
    '综合满意度≧85%，得6分；75%≦综合满意度﹤85%，得4分；综合满意度﹤75%，得1分。',
    { weight: 6 },
    [
      [85, 6],
      [75, 4],
      [74, 1],
    ],
  ],
  [
    '排名第一得5分，第二得4分，第三得3分，其他不得分。',
    { weight: 5 },
    [
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 0],
    ],
  ],
];

test.each(ROWS)('%s', (standard, beside, cases) => {
  const compiled = compile({ standard, ...beside });
  if (!compiled.ok) throw new Error(`refused: ${compiled.refusal.code} ${compiled.refusal.words}`);
  const scores = cases.map(([actual]): readonly [Actual, number | string] => {
    const found = evaluate(compiled.standard, actual);
    return [actual, found.status === 'scored' ? found.score : found.status];
  });
  expect(scores).toEqual(cases);
  // PT311 only says that a part of a step needs a reading.
  expect(verify(compiled.standard).faults.filter(({ code }) => code !== 'PT311')).toEqual([]);
  expect(toFormula(compiled.standard).ok).toBe(true);
});

/** One point for each of several things, and what a name can't tell apart. */
const REFUSED: readonly (readonly [standard: string, code: string])[] = [
  ['资产保存完整、配置合理、处置规范、账实相符，各占1分，缺一项扣2分。', 'not-understood'],
  ['有12项制度、有措施、有记录，各得1分。', 'not-understood'],
  ['预算执行率×10分，执行率低于50%的不得分。', 'not-understood'],
  ['项目进度良好得5分，一般得3分左右。', 'range'],
];

test.each(REFUSED)('%s is left to a person', (standard, code) => {
  const compiled = compile({ standard, weight: 5 });
  expect(compiled.ok ? 'ok' : compiled.refusal.code).toBe(code);
});

test('a quantity over itself is no proportion', () => {
  const standard = '序时进度达到100%得4分；未达到的，按实际支付进度÷序时进度×分值计分。';
  const compiled = compile({ standard, weight: 4, name: '支付进度率' });
  expect(compiled.ok ? 'ok' : compiled.refusal.code).toBe('not-understood');
});
