import { coverageOf, inUnit, yuanOf } from '../amounts';
import { defineRule } from '../rule';

/** 项目支出 → what outputs of that money speak of. */
function mentionsOf(label: string): readonly string[] {
  const stem = label.replace(/\s+/gu, '').replace(/支出|经费|资金/gu, '');
  if (stem === '项目') return ['项目', '专项'];
  return stem.length >= 2 ? [stem] : [];
}

export const rule = defineRule({
  code: 'PT506',
  name: 'cost-coverage',
  scope: 'table',
  severity: 'warning',
  dimension: 'relevance',
  source: { document: '财预〔2021〕101号', clause: '一（二）2', scope: 'central-project' },
  fields: ['budget', 'level2', 'name', 'operator', 'target', 'unit'],
  *check(table, { settings }) {
    const coverage = coverageOf(table, settings);
    const total = table.budget?.total;
    if (!coverage || !total) return;
    const { unit } = total.value;
    for (const item of coverage.uncovered) {
      const words = mentionsOf(item.label);
      if (table.indicators.some(({ name }) => words.some((word) => name?.value.includes(word)))) continue;
      yield {
        message: 'uncovered',
        cell: item.amount.cell,
        field: 'budget',
        data: {
          label: item.label,
          amount: inUnit(yuanOf(item.amount), unit),
          total: inUnit(yuanOf(total), unit),
          share: yuanOf(item.amount).div(yuanOf(total)).times(100).round(0).toNumber(),
          costs: inUnit(coverage.sum, unit),
        },
      };
    }
  },
});
