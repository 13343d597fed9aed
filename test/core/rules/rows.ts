/** Four rows in the Hunan form in which nothing is wrong: levels, name, sign, target, unit, explanation, standard. */
export const HUNAN = [
  ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分'],
  ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分'],
  ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分'],
] as const;
