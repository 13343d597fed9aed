import type { OverviewText } from './overview.zh-CN';

export const en: OverviewText = {
  title: 'Overview',
  part: { cost: 'Cost', output: 'Output', benefit: 'Benefit', satisfaction: 'Satisfaction', input: 'Input' },
  other: 'Other',

  problems: 'Findings',
  dimension: '{dimension}: must fix {error}, should fix {warning}, note {info}',
  show: 'Only findings on {dimension}',
  noProblems: 'Nothing is left to do.',

  weights: 'Points',
  weightsOf: '{part} {points}',
  expected: ' (usually {expected})',
  weightSum: 'Total {sum}',
  weightMissing: '{count} {count?row has|rows have} no points; {count?it is|they are} not compared yet.',
  weightRing: 'Inside: the points of each level 1 in this table; outside: the usual split.',
  weightRingAlone: 'The points of each level 1.',

  scores: 'Scores',
  scoreOf: '{part} {score} of {full}',
  scorePlain: '{part} {score}',
  scorePartial: '{count} {count?row|rows} without a score',
  insertChart: 'Insert a chart of the scores',
  chartHint:
    'Inserts a column chart on a new sheet, “得分图表”. It follows the scores as they change; the table itself is left alone.',
  chartNoScores: 'Once scores are filled in, a chart of them can be inserted here.',
  chartElsewhere: 'No chart can be inserted here. Save, open the file in Excel or WPS and insert it from the overview.',
  chartTitle: '{title}: scores',
  chartSource: 'From the sheet “{sheet}”; the chart follows the scores as they change.',
  chart: { category: 'Level 1', weight: 'Points', score: 'Score', execution: 'Budget execution', unit: 'Points' },
  computing: 'Computing scores…',

  money: 'Budget and cost',
  budget: 'Budget {amount} {unit}',
  costs: '{count} cost indicators, {amount} {unit} together',
  moneyAbove: 'Costs exceed the budget by {amount} {unit}',
  moneyShare: 'Costs are {percent}% of the budget',
};
