import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('./typescript.cjs');

/** Milliseconds: the median of `times` runs, after one to warm up. */
export async function median(times, run) {
  await run();
  const taken = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
}

/** A target table of `count` indicators, with a fault here and there. */
export function rows(count) {
  const { makeCell, makeSheet } = require('../src/core/sheet');
  const lines = [
    ['部门整体支出绩效目标表'],
    ['2026年度'],
    ['部门名称', '某县教育局'.replace('某', '安')],
    ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准', '分值'],
  ];
  for (let i = 0; i < count; i++) {
    const target = 10 + (i % 90);
    lines.push([
      '产出指标',
      i % 2 ? '质量指标' : '数量指标',
      `第${i + 1}项工作${i % 2 ? '完成率' : '次数'}`,
      i % 7 === 0 ? '=' : '≥',
      target,
      i % 2 ? '%' : '次',
      `计划不低于${target}${i % 2 ? '%' : '次'}`,
      '达到计划值得满分2分，否则按实际值/计划值*指标分值',
      2,
    ]);
  }
  return makeSheet(
    '目标表',
    lines.map((line) => line.map((value) => makeCell(value))),
  );
}

const sorted = (list) => [...list].sort((a, b) => a - b);

/** The median of a list of figures. */
export const middle = (list) => sorted(list)[Math.floor(list.length / 2)];

/** The 95th percentile of a list of figures. */
export const late = (list) => sorted(list)[Math.ceil(list.length * 0.95) - 1];
