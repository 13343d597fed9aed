/** The words of 概览. */
export const zh = {
  title: '概览',
  part: { cost: '成本', output: '产出', benefit: '效益', satisfaction: '满意度', input: '投入' },
  other: '其他',

  problems: '问题分布',
  dimension: '{dimension}：必改 {error}，建议修改 {warning}，提示 {info}',
  show: '只看{dimension}的问题',
  noProblems: '没有待处理的问题。',

  weights: '分值分布',
  weightsOf: '{part} {points} 分',
  expected: '（通行分配 {expected} 分）',
  weightSum: '合计 {sum} 分',
  weightMissing: '{count} 行没有分值，暂不与通行分配对照。',
  weightRing: '内圈是本表各一级指标的分值，外圈是通行分配。',
  weightRingAlone: '各一级指标的分值。',

  scores: '得分',
  scoreOf: '{part} {score} / {full} 分',
  scorePlain: '{part} {score} 分',
  scorePartial: '{count} 行未评',
  insertChart: '插入得分图表',
  chartHint: '在新工作表“得分图表”中插入柱形图，得分改动后图表随之更新。原表不改动。',
  chartNoScores: '填写得分后，可在这里插入得分图表。',
  chartElsewhere: '这里不能插入图表。保存后用 Excel 或 WPS 打开，再从概览中插入得分图表。',
  chartTitle: '{title}得分情况',
  chartSource: '数据取自工作表“{sheet}”，得分改动后图表随之更新。',
  chart: { category: '一级指标', weight: '分值', score: '得分', execution: '预算执行率', unit: '分' },
  computing: '正在计算得分…',

  money: '预算与成本',
  budget: '预算 {amount}{unit}',
  costs: '成本指标 {count} 项，合计 {amount}{unit}',
  moneyAbove: '成本合计超出预算 {amount}{unit}',
  moneyShare: '成本合计占预算 {percent}%',
};

export type OverviewText = typeof zh;
