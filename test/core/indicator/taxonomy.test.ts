import {
  LEVELS,
  TREES,
  level1Of,
  level2Of,
  meantLevel2,
  nearLevel2,
  normaliseLevel,
  officialLevel1,
  officialLevel2,
  parentOf,
  treeOf,
  weightScheme,
} from '../../../src/core/indicator';
import type { Level1, Level2 } from '../../../src/core/indicator';

test.each([
  ['产出指标', '产出'],
  ['经济效\n率指标', '经济效率'],
  ['一、产出指标（50分）', '产出'],
  ['社会效益 指标', '社会效益'],
  ['产出指标50分', '产出'],
  ['满意度指标：', '满意度'],
  ['成本类指标', '成本'],
  ['', ''],
])('%j is the label %j', (text, label) => expect(normaliseLevel(text)).toBe(label));

test.each<[string, Level1 | null, Level2 | null]>([
  ['成本指标', 'cost', 'output-cost'],
  ['产出指标', 'output', null],
  ['项目效果', 'benefit', null],
  ['满意度指标', 'satisfaction', 'service-satisfaction'],
  ['投入管理指标', 'input', null],
  ['产出数量', null, 'quantity'],
  ['经济成本指标', null, 'economic-cost'],
  ['环境效益指标', null, 'ecological-benefit'],
  ['社会公众或服务\n对象满意度', null, 'service-satisfaction'],
  ['重点工作任务完成', null, null],
  ['三级指标', null, null],
])('%j at either level', (text, level1, level2) => {
  expect([level1Of(text), level2Of(text)]).toEqual([level1, level2]);
});

test.each<[string, readonly Level2[]]>([
  ['经济效率指标', ['economic-benefit']],
  ['可持续响指标', ['sustainable-impact']],
  ['生济效益', ['economic-benefit', 'ecological-benefit']],
  ['社会效益指标', []],
  ['质星指标', []],
  ['履职效益', []],
])('%j is a slip for %j', (text, near) => {
  expect(nearLevel2(text)).toEqual(near);
  expect(meantLevel2(text)).toBe(level2Of(text) ?? (near.length === 1 ? near[0] : null));
});

test('every tree knows its own levels again', () => {
  for (const tree of TREES) {
    for (const [level1, levels] of Object.entries(LEVELS[tree]) as [Level1, readonly Level2[]][]) {
      expect(level1Of(officialLevel1(level1))).toBe(level1);
      for (const level2 of levels) {
        expect(parentOf(level2, tree)).toBe(level1);
        expect(level2Of(officialLevel2(level2))).toBe(level2);
      }
    }
  }
});

test('what stands above a level 2', () => {
  expect(parentOf('service-satisfaction', 'county')).toBe('benefit');
  expect(parentOf('output-cost', '2015')).toBe('output');
  expect(parentOf('sustainable-impact', '2021')).toBeNull();
});

test.each([
  [
    '2021',
    [
      ['成本指标', '经济成本指标'],
      ['满意度指标', '服务对象满意度指标'],
    ],
  ],
  [
    '2015',
    [
      ['产出指标', '成本指标'],
      ['满意度指标', '服务对象满意度指标'],
    ],
  ],
  [
    'county',
    [
      ['产出指标', '成本指标'],
      ['效益指标', '社会公众或服务对象满意度'],
    ],
  ],
  [
    null,
    [
      ['产出指标', '数量指标'],
      ['效益指标', '社会效益指标'],
    ],
  ],
  ['2015', [['效益指标', '可持续影响指标']]],
  [
    '2021',
    [
      ['成本指标', '经济成本指标'],
      ['效益指标', '可持续影响指标'],
    ],
  ],
  [
    null,
    [
      ['投入管理指标', '工作目标管理'],
      ['效益指标', '满意度'],
    ],
  ],
  [null, []],
] as const)('the tree %j', (tree, rows) => {
  expect(treeOf(rows.map(([level1, level2]) => ({ level1, level2 })))).toBe(tree);
});

test('points of level 1 come to 90 whichever of them there are', () => {
  for (const withCost of [true, false]) {
    for (const withSatisfaction of [true, false]) {
      const points = Object.values(weightScheme(withCost, withSatisfaction));
      expect(points.reduce((sum, value) => sum + value, 0)).toBe(90);
    }
  }
  expect(weightScheme(true, true)).toEqual({ cost: 20, output: 40, benefit: 20, satisfaction: 10 });
});
