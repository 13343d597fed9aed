import { levelStem, parentsOf } from '../../../src/core/reader/levels';

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
