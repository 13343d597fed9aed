import Big from 'big.js';
import { clash, filledItems, inUnit, same, toleranceOf, yuanOf } from '../amounts';
import { defineRule } from '../rule';
import type { BudgetGroup } from '../../indicator';

const GROUPS: readonly (readonly [BudgetGroup, string])[] = [
  ['source', '按收入性质（资金来源）'],
  ['use', '按支出性质（资金结构）'],
];

export const rule = defineRule({
  code: 'PT501',
  name: 'budget-sum',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['budget'],
  *check({ budget }, { settings }) {
    if (!budget?.total) return;
    const { total } = budget;
    const whole = yuanOf(total);
    for (const [group, name] of GROUPS) {
      const listed = budget.items.filter((item) => item.group === group && !item.within);
      const filled = filledItems(budget).filter((item) => item.group === group);
      if (filled.length === 0) continue;
      const sum = filled.reduce((all, item) => all.plus(yuanOf(item.amount)), new Big(0));
      if (same(sum, whole, toleranceOf(total, settings))) continue;
      // Ten thousand times is PT505's; one kind of money named as 其中 need not be all of it.
      if (clash(sum, whole) || (listed.length === 1 && sum.lt(whole))) continue;
      const short = sum.lt(whole);
      yield {
        message: short && filled.length < listed.length ? 'blank' : short ? 'short' : 'above',
        cell: total.cell,
        field: group,
        severity: short && filled.length < listed.length ? 'warning' : 'error',
        data: {
          group: name,
          total: inUnit(whole, total.value.unit),
          sum: inUnit(sum, total.value.unit),
          difference: inUnit(whole.minus(sum).abs(), total.value.unit),
          items: filled.map(({ label, amount }) => `“${label}”${inUnit(yuanOf(amount), total.value.unit)}`),
        },
      };
    }
  },
});
