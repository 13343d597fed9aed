import { compile, evaluate, type Actual, type StandardInput } from '../../../src/core/scoring';

interface Row extends StandardInput {
  readonly cases: readonly (readonly [Actual, number])[];
}

const rows: readonly Row[] = [
  {
    name: '组织政治理论培训次数',
    standard: '达到计划值得满分2分，否则按实际值/计划值*指标分值',
    target: 10,
    operator: '≥',
    unit: '次',
    weight: 2,
    cases: [
      [0, 0],
      [8, 1.6],
      [9, 1.8],
      [10, 2],
      [11, 2],
      ['8次', 1.6],
    ],
  },
  {
    name: '培训合格率',
    standard: '达到计划值得满分2分，否则按实际值/计划值*指标分值',
    target: 100,
    operator: '=',
    unit: '%',
    weight: 2,
    cases: [
      [100, 2],
      ['100%', 2],
      [99, 1.98],
      ['50%', 1],
    ],
  },
  {
    name: '完成时限',
    standard: '在2026年12月31日前完成得满分6分，每推迟1个月扣0.5分，扣完为止。',
    target: '2026年12月31日前',
    operator: '定性',
    weight: 6,
    cases: [
      ['2026-12-31', 6],
      ['2026-11-02', 6],
      ['按时完成', 6],
      ['2026年12月', 6],
      ['2027-01-30', 6],
      ['2027-01-31', 5.5],
      ['2027-02-28', 5],
      ['2027-02-27', 5.5],
      ['2028-01-31', 0],
      ['2029-01-31', 0],
    ],
  },
  {
    name: '培养高素质干部队伍',
    standard: '效果明显得15分，效果一般得8分，否则不得分。',
    target: '效果明显',
    operator: '定性',
    weight: 15,
    cases: [
      ['效果明显', 15],
      ['效果一般', 8],
      ['其他', 0],
    ],
  },
  {
    name: '群众满意度',
    standard: '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分',
    target: 95,
    operator: '≥',
    unit: '%',
    weight: 10,
    cases: [
      [94, 10.44],
      ['94%', 10.44],
      [94.9, 10.54],
      [95, 10],
      [100, 10],
      [90, 10],
      [81, 9],
      [0, 0],
    ],
  },
  {
    name: '预算成本',
    standard: '整体支出控制在预算范围内，得20分，每超出10%，扣2分，扣完为止。',
    target: 4835.36,
    operator: '≤',
    unit: '万元',
    weight: 20,
    cases: [
      [4835.36, 20],
      [4000, 20],
      [4836, 20],
      [5318.89, 20],
      [5318.896, 18],
      [6044.2, 16],
      [9670.72, 0],
      [20000, 0],
    ],
  },
];

describe.each(rows)('$name', ({ cases, ...input }) => {
  const compiled = compile(input);

  test.each(cases)('%p earns %p', (actual, score) => {
    if (!compiled.ok) throw new Error(compiled.refusal.code);
    expect(evaluate(compiled.standard, actual)).toMatchObject({ status: 'scored', score });
  });
});

test('a quarter over the budget: 16 by whole steps, 15 in proportion, 14 for a begun step', () => {
  const compiled = compile(rows[5] as Row);
  if (!compiled.ok) throw new Error(compiled.refusal.code);
  expect(evaluate(compiled.standard, 6044.2)).toMatchObject({
    score: 16,
    otherReadings: [
      { reading: 'share', score: 15 },
      { reading: 'begun', score: 14 },
    ],
  });
});
