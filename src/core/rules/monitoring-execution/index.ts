import type { IndicatorTable } from '../../indicator';
import { isRate, labelOf, percent, rateOf } from '../executions';
import { defineRule } from '../rule';
import type { Report } from '../rule';

/** The month up to which a monitoring form reports: from its headings (1-7月执行数), else July. */
function cutOff({ columns, title }: IndicatorTable): number {
  for (const text of [...columns.map(({ header }) => header), title?.value ?? '']) {
    const month = /1\s*[-—~至到]\s*(\d{1,2})\s*月/u.exec(text)?.[1];
    if (month !== undefined && Number(month) >= 1 && Number(month) <= 12) return Number(month);
  }
  return 7;
}

export const rule = defineRule({
  code: 'PT702',
  name: 'monitoring-execution',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['execution', 'columns', 'title'],
  *check(table, { settings }): Iterable<Report> {
    if (table.kind !== 'monitoring') return;
    const month = cutOff(table);
    for (const [index, row] of table.execution.entries()) {
      const label = labelOf(row);
      const budget = row.budget ?? row.initial;
      const { spent, forecast, rate } = row;
      if (!spent || !budget) continue;
      const right = rateOf(spent.value, budget.value);
      if (!right) continue;
      const data = { label, spent: spent.value, budget: budget.value, right: percent(right), month };
      if (spent.value > budget.value) {
        yield { message: 'above', cell: spent.cell, field: `spent:${label}`, data };
      }
      if (rate && !isRate(rate, right)) {
        yield { message: 'rate', cell: rate.cell, field: `rate:${label}`, data: { ...data, rate: `${rate.value}%` } };
      }
      if (forecast && spent.value > forecast.value) {
        yield {
          message: 'forecast',
          cell: forecast.cell,
          field: `forecast:${label}`,
          data: { ...data, forecast: forecast.value },
        };
      }
      // The parts follow the whole: one warning says it.
      const due = settings.executionByMonth.filter(([by]) => by <= month).at(-1);
      if (index === 0 && due && right.lt(due[1])) {
        yield {
          message: 'behind',
          cell: rate?.cell ?? spent.cell,
          field: `behind:${label}`,
          severity: 'warning',
          data: { ...data, due: due[1], by: due[0] },
        };
      }
    }
  },
});
