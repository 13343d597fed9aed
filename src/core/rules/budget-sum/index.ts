import Big from 'big.js';
import type { Budget, BudgetGroup, ExecutionRow, IndicatorTable } from '../../indicator';
import { clash, filledItems, inUnit, same, toleranceOf, yuanOf } from '../amounts';
import { defineRule } from '../rule';
import type { Report, RuleSettings } from '../rule';

const GROUPS: readonly (readonly [BudgetGroup, string])[] = [
  ['source', '按收入性质（资金来源）'],
  ['use', '按支出性质（资金结构）'],
];

const COLUMNS: readonly (readonly ['initial' | 'budget' | 'spent', string])[] = [
  ['initial', '年初预算数'],
  ['budget', '全年预算数'],
  ['spent', '执行数'],
];

/** Less than the whole, with kinds of money left blank, may be nothing but a blank: the rest is wrong for sure. */
function verdict(sum: Big, whole: Big, blanks: boolean): Pick<Report, 'message' | 'severity'> {
  if (sum.gt(whole)) return { message: 'above', severity: 'error' };
  return blanks ? { message: 'blank', severity: 'warning' } : { message: 'short', severity: 'error' };
}

/** The budget block: the total against its kinds by source and by use. */
function* inBudget(budget: Budget, settings: RuleSettings): Generator<Report> {
  const { total } = budget;
  if (!total) return;
  const whole = yuanOf(total);
  const { unit } = total.value;
  for (const [group, name] of GROUPS) {
    const listed = budget.items.filter((item) => item.group === group && !item.within);
    const filled = filledItems(budget).filter((item) => item.group === group);
    if (filled.length === 0) continue;
    const sum = filled.reduce((all, item) => all.plus(yuanOf(item.amount)), new Big(0));
    if (same(sum, whole, toleranceOf(total, settings))) continue;
    // Ten thousand times is PT505's; one kind of money named as 其中 need not be all of it.
    if (clash(sum, whole) || (listed.length === 1 && sum.lt(whole))) continue;
    yield {
      ...verdict(sum, whole, filled.length < listed.length),
      cell: total.cell,
      field: group,
      data: {
        group: name,
        total: inUnit(whole, unit),
        sum: inUnit(sum, unit),
        difference: inUnit(whole.minus(sum).abs(), unit),
        items: filled.map(({ label, amount }) => `“${label}”${inUnit(yuanOf(amount), unit)}`),
      },
    };
  }
}

const TOTAL_ROW = /总额|合计|总计/u;
const USE_ROW = /基本支出|项目支出|经营支出/u;
/** Parts of 基本支出. */
const PART_ROW = /人员|公用/u;

/** Rows of the grid that make up the whole, each way of dividing it by itself. */
function divisions(parts: readonly ExecutionRow[]): readonly (readonly ExecutionRow[])[] {
  const uses = parts.filter(({ label }) => USE_ROW.test(label.value));
  const sources = parts.filter(
    ({ label }) => !USE_ROW.test(label.value) && !(uses.length > 0 && PART_ROW.test(label.value)),
  );
  return [sources, uses].filter((rows) => rows.length > 1);
}

/** The funds grid of evaluations and monitoring: the row of the total against the rows of its kinds, by column. */
function* inGrid({ execution }: IndicatorTable, settings: RuleSettings): Generator<Report> {
  const [first, ...parts] = execution;
  if (!first || !TOTAL_ROW.test(first.label.value) || parts.some(({ label }) => TOTAL_ROW.test(label.value))) return;
  for (const rows of divisions(parts)) {
    for (const [column, name] of COLUMNS) {
      const total = first[column];
      const amounts = rows.flatMap(({ label, [column]: amount }) =>
        amount ? [{ label: label.value.replace(/^其中[:：]?/u, ''), amount: new Big(amount.value) }] : [],
      );
      if (!total || amounts.length === 0) continue;
      const sum = amounts.reduce((all, { amount }) => all.plus(amount), new Big(0));
      const whole = new Big(total.value);
      if (same(sum, whole, new Big(settings.sumTolerance))) continue;
      yield {
        ...verdict(sum, whole, amounts.length < rows.length),
        cell: total.cell,
        field: column,
        data: {
          group: name,
          total: whole.toString(),
          sum: sum.toString(),
          difference: whole.minus(sum).abs().toString(),
          items: amounts.map(({ label, amount }) => `“${label}”${amount.toString()}`),
        },
      };
    }
  }
}

export const rule = defineRule({
  code: 'PT501',
  name: 'budget-sum',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['budget', 'execution'],
  *check(table, { settings }) {
    if (table.budget) yield* inBudget(table.budget, settings);
    yield* inGrid(table, settings);
  },
});
