import fc from 'fast-check';
import { proposeWeights } from '../../../src/core/library';
import type { WeightRow } from '../../../src/core/library';
import type { Tree } from '../../../src/core/indicator';
import { runs } from '../../support/runs';

type Short = readonly [level2: string, weight: number | null, name?: string];

const LEVEL1: Readonly<Record<string, string>> = {
  数量: '产出指标',
  质量: '产出指标',
  时效: '产出指标',
  经济成本: '成本指标',
  社会效益: '效益指标',
  经济效益: '效益指标',
  服务对象满意度: '满意度指标',
};

const row = ([level2, weight, name = '一项工作']: Short): WeightRow => ({
  level1: LEVEL1[level2] ?? null,
  level2: `${level2}指标`,
  name,
  weight,
});

const CASES: readonly (readonly [
  name: string,
  existing: readonly Short[],
  added: readonly Short[],
  expected: readonly [existing: readonly number[], added: readonly number[]],
  tree?: Tree,
  total?: number,
])[] = [
  [
    'a new table without cost: 50, 30, 10',
    [],
    [
      ['数量', null],
      ['质量', null],
      ['社会效益', null],
      ['服务对象满意度', null],
    ],
    [[], [25, 25, 30, 10]],
  ],
  [
    'a new table with cost: 20, 40, 20, 10',
    [],
    [
      ['经济成本', null],
      ['数量', null],
      ['质量', null],
      ['社会效益', null],
      ['服务对象满意度', null],
    ],
    [[], [20, 20, 20, 20, 10]],
  ],
  [
    'nobody’s satisfaction: its 10 go to 效益',
    [],
    [
      ['数量', null],
      ['社会效益', null],
    ],
    [[], [50, 40]],
  ],
  [
    'what cannot be shared evenly: whole points, the first rows more',
    [],
    [
      ['数量', null],
      ['数量', null],
      ['数量', null],
      ['社会效益', null],
      ['服务对象满意度', null],
    ],
    [[], [17, 17, 16, 30, 10]],
  ],
  [
    'level 1 keeps its sum; the row shrinks that has the points',
    [
      ['数量', 30],
      ['质量', 20],
      ['社会效益', 30],
      ['服务对象满意度', 10],
    ],
    [['社会效益', null]],
    [[30, 20, 15, 10], [15]],
  ],
  [
    'a division of the table’s own is kept',
    [
      ['数量', 60],
      ['社会效益', 20],
      ['服务对象满意度', 10],
    ],
    [['质量', null]],
    [[30, 20, 10], [30]],
  ],
  [
    'points to spare go to the new row, the others stay',
    [
      ['数量', 20],
      ['质量', 10],
      ['社会效益', 30],
      ['服务对象满意度', 10],
    ],
    [['时效', null]],
    [[20, 10, 30, 10], [20]],
  ],
  [
    'a first cost row brings the other division',
    [
      ['数量', 50],
      ['社会效益', 30],
      ['服务对象满意度', 10],
    ],
    [['经济成本', null]],
    [[40, 20, 10], [20]],
  ],
  [
    '100 where the execution rate stands among the rows, which keeps its 10',
    [
      ['质量', 10, '预算执行率'],
      ['数量', 50],
      ['社会效益', 30],
      ['服务对象满意度', 10],
    ],
    [['数量', null]],
    [[10, 25, 30, 10], [25]],
    '2021',
    100,
  ],
  [
    '100 without it: the 10 go to 产出',
    [],
    [
      ['数量', null],
      ['社会效益', null],
      ['服务对象满意度', null],
    ],
    [[], [60, 30, 10]],
    '2015',
    100,
  ],
  [
    'halves where there are more rows than points',
    [
      ['数量', 50],
      ['社会效益', 30],
      ['服务对象满意度', 0.5],
      ['服务对象满意度', 9.5],
    ],
    [['服务对象满意度', null]],
    [[50, 30, 0.5, 6.5], [3]],
  ],
];

test.each(
  CASES.map(([name, existing, added, expected, tree, total]) => ({ name, existing, added, expected, tree, total })),
)('$name', ({ existing, added, expected, tree = '2021', total = 90 }) => {
  const proposed = proposeWeights(existing.map(row), added.map(row), tree, total);
  expect([proposed.existing, proposed.added]).toEqual(expected);
});

const shorts = (weighed: boolean): fc.Arbitrary<WeightRow[]> =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(...Object.keys(LEVEL1)),
        weighed ? fc.option(fc.integer({ min: 0, max: 40 }).map((half) => half / 2)) : fc.constant(null),
      )
      .map(([level2, weight]) => row([level2, weight])),
    { maxLength: 9 },
  );

test('whatever stands, all rows together make up the total, in halves, every row above nothing', () => {
  fc.assert(
    fc.property(shorts(true), shorts(false), fc.constantFrom(90, 100), (existing, added, total) => {
      const proposed = proposeWeights(existing, added, '2021', total);
      const all = [...proposed.existing, ...proposed.added];
      expect(all).toHaveLength(existing.length + added.length);
      if (all.length === 0) return;
      expect(all.reduce((a, b) => a + b, 0)).toBe(total);
      for (const weight of all) {
        expect(weight).toBeGreaterThan(0);
        expect(Number.isInteger(weight * 2)).toBe(true);
      }
      const again = proposeWeights(
        existing.map((one, i) => ({ ...one, weight: proposed.existing[i] ?? null })),
        [],
        '2021',
        total,
      );
      if (added.length === 0) expect(again.existing).toEqual(proposed.existing);
    }),
    runs(500),
  );
});

test('rows without a weight, below zero or not a number are rows to be weighed', () => {
  const proposed = proposeWeights([row(['数量', Number.NaN]), row(['数量', -3])], [row(['社会效益', null])], '2021');
  expect(proposed).toEqual({ existing: [25, 25], added: [40] });
});
