import {
  clash,
  costsOf,
  coverageOf,
  filledItems,
  inUnit,
  itemsAddingTo,
  same,
  sumOf,
  toleranceOf,
  yuanOf,
} from '../amounts';
import { defineRule } from '../rule';
import { nameOf } from '../targets';
import Big from 'big.js';
import type { Cost } from '../amounts';

/** Costs that are a part of the spending by nature: nobody expects them to make up the budget. */
const PARTIAL = /三公|接待|会议费|培训费|差旅|公务用车|车辆|人均|单位成本|单价|标准/u;

/** One cost is the whole of which the others are parts. */
function overlapping(costs: readonly Cost[], total: Big, tolerance: Big): boolean {
  const sum = sumOf(costs);
  return costs.some(({ yuan }) => same(yuan, total, tolerance) || same(yuan.times(2), sum, tolerance));
}

/** A limit for the whole time of a project that runs over several years, against the budget of one. */
function ofSeveralYears(cost: Big, year: Big): boolean {
  const years = cost.div(year);
  const whole = years.round(0);
  return whole.gte(2) && whole.lte(5) && years.minus(whole).abs().lte(0.005);
}

/** The budget rounded up to the digits in which the limit is written (181万元 for 180.97万元). */
function isRounded(cost: Big, budget: Big): boolean {
  const difference = cost.minus(budget);
  let place = new Big(0.01);
  while (cost.mod(place.times(10)).eq(0)) place = place.times(10);
  return difference.lt(place) && difference.lte(budget.times(0.05));
}

export const rule = defineRule({
  code: 'PT502',
  name: 'cost-budget',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['budget', 'level2', 'name', 'operator', 'target', 'unit'],
  *check(table, { settings }) {
    const { budget } = table;
    if (!budget?.total) return;
    const { total } = budget;
    const { unit } = total.value;
    const whole = yuanOf(total);
    const tolerance = toleranceOf(total, settings);
    const costs = costsOf(table);
    if (costs.length === 0 || whole.lte(0) || costs.some(({ yuan }) => clash(yuan, whole))) return;

    const above = costs.filter(({ yuan }) => yuan.gt(whole.plus(tolerance)) && !ofSeveralYears(yuan, whole));
    for (const { indicator, target, yuan } of above) {
      yield {
        message: isRounded(yuan, whole) ? 'rounded' : 'above',
        cell: target.cell,
        field: 'target',
        indicator,
        severity: isRounded(yuan, whole) ? 'info' : 'error',
        data: { name: nameOf(indicator), cost: inUnit(yuan, unit), total: inUnit(whole, unit) },
      };
    }
    if (above.length > 0 || costs.some(({ yuan }) => yuan.gt(whole.plus(tolerance)))) return;

    const sum = sumOf(costs);
    const first = costs[0] as Cost;
    const data = { count: costs.length, sum: inUnit(sum, unit), total: inUnit(whole, unit) };
    if (sum.gt(whole.plus(tolerance))) {
      if (!overlapping(costs, whole, tolerance)) {
        yield { message: 'sumAbove', cell: first.target.cell, field: 'target', data };
      }
      return;
    }
    if (same(sum, whole, tolerance) || itemsAddingTo(sum, filledItems(budget), tolerance)) return;
    // A large part without any row is PT506's; some costs are parts by nature.
    if (coverageOf(table, settings) || costs.every(({ indicator }) => PARTIAL.test(indicator.name?.value ?? '')))
      return;
    yield { message: 'short', cell: first.target.cell, field: 'target', severity: 'info', data };
  },
});
