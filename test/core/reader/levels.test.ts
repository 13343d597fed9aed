import { detectTree, levelStem, parentsOf } from '../../../src/core/reader/levels';

test.each([
  ['产出指标', '产出'],
  ['产出指标（50分）', '产出'],
  ['经济效\n益指标', '经济效益'],
  ['一、产出指标', '产出'],
  ['项目产出', '产出'],
  ['产出数量', '数量'],
  ['服务对象满意度指标', '服务对象满意度'],
])('%j → %s', (text, stem) => {
  expect(levelStem(text)).toBe(stem);
});

test.each<[string, string[]]>([
  ['时效指标', ['产出']],
  ['成本指标', ['产出', '成本']],
  ['生态环境成本指标', ['成本']],
  ['社会公众或服务对象满意度', ['满意度', '效益']],
  ['经济效率指标', []],
  ['群众满意度测评次数', []],
])('%s belongs under %j', (text, parents) => {
  expect(parentsOf(text)).toEqual(parents);
});

test.each<[string, [string, string][], ReturnType<typeof detectTree>]>([
  [
    '成本 at level 1',
    [
      ['成本指标', '经济成本指标'],
      ['产出指标', '数量指标'],
    ],
    '2021',
  ],
  [
    '成本 under 产出',
    [
      ['产出指标', '成本指标'],
      ['满意度指标', '服务对象满意度指标'],
    ],
    '2015',
  ],
  ['可持续影响', [['效益指标', '可持续影响指标']], '2015'],
  [
    '满意度 under 效益',
    [
      ['产出指标', '成本指标'],
      ['效益指标', '社会公众满意度'],
    ],
    'county',
  ],
  [
    'both mixed',
    [
      ['成本指标', '经济成本指标'],
      ['效益指标', '可持续影响指标'],
    ],
    null,
  ],
  [
    'what all have in common',
    [
      ['产出指标', '数量指标'],
      ['效益指标', '社会效益指标'],
    ],
    null,
  ],
  [
    'a provincial tree',
    [
      ['投入管理指标', '工作目标管理'],
      ['效益指标', '满意度'],
    ],
    null,
  ],
])('tree: %s', (_, levels, tree) => {
  expect(detectTree(levels)).toBe(tree);
});
