import { coverageOf, inUnit, yuanOf } from '../amounts';
import { defineRule } from '../rule';

/** 项目支出 → what outputs of that money speak of. */
function mentions(label: string): RegExp | null {
  const stem = label.replace(/\s+/gu, '').replace(/支出|经费|资金/gu, '');
  if (stem === '项目') return /项目|专项/u;
  return stem.length >= 2 ? new RegExp([...stem].map((letter) => letter.replace(/\W/u, '\\$&')).join(''), 'u') : null;
}

export const rule = defineRule({
  code: 'PT506',
  name: 'cost-coverage',
  scope: 'table',
  severity: 'warning',
  dimension: 'relevance',
  fields: ['budget', 'level2', 'name', 'operator', 'target', 'unit'],
  *check(table, { settings }) {
    const coverage = coverageOf(table, settings);
    const total = table.budget?.total;
    if (!coverage || !total) return;
    const { unit } = total.value;
    for (const item of coverage.uncovered) {
      const words = mentions(item.label);
      if (words && table.indicators.some(({ name }) => name && words.test(name.value))) continue;
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
