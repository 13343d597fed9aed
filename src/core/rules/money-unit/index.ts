import Big from 'big.js';
import { findQuantities, isMoneyUnit } from '../../text';
import { clash, costsOf, filledItems, inUnit, same, yuanOf } from '../amounts';
import { answeredTargets } from '../matching';
import { defineRule } from '../rule';
import { nameOf } from '../targets';
import type { IndicatorTable } from '../../indicator';
import type { Report, RuleContext } from '../rule';

/** The budget's own amounts against each other. */
function* inBudget({ budget }: IndicatorTable): Generator<Report> {
  if (!budget?.total) return;
  const total = yuanOf(budget.total);
  for (const group of ['source', 'use'] as const) {
    const items = filledItems(budget).filter((item) => item.group === group);
    const sum = items.reduce((all, item) => all.plus(yuanOf(item.amount)), new Big(0));
    const single = items.find((item) => clash(yuanOf(item.amount), total));
    const [first] = items;
    if (!first || !(single || clash(sum, total))) continue;
    const culprit = single ?? first;
    yield {
      message: 'budget',
      cell: culprit.amount.cell,
      field: group,
      data: {
        total: inUnit(total, budget.total.value.unit),
        label: culprit.label,
        amount: inUnit(yuanOf(culprit.amount), culprit.amount.value.unit),
      },
    };
  }
}

/** The same digits in 元 here and in 万元 there, within a row. */
function* inRows({ indicators }: IndicatorTable): Generator<Report> {
  for (const indicator of indicators) {
    const { reading } = indicator;
    if (reading.kind !== 'quantity' || !reading.unit || !isMoneyUnit(reading.unit) || reading.value < 10) continue;
    for (const field of ['explanation', 'standard'] as const) {
      const found = indicator[field];
      if (!found) continue;
      const other = findQuantities(found.value).find(
        ({ value, unit }) => value === reading.value && unit !== null && isMoneyUnit(unit) && unit !== reading.unit,
      );
      if (!other?.unit) continue;
      yield {
        message: 'row',
        cell: found.cell,
        field,
        indicator,
        data: { name: nameOf(indicator), value: reading.value, unit: reading.unit, other: other.unit },
      };
      break;
    }
  }
}

/** 年初预算数 of a self-evaluation or monitoring table against the total of the targets that it answers. */
function* againstTargets(table: IndicatorTable, { sheet, tables, settings }: RuleContext): Generator<Report> {
  const [whole] = table.execution;
  const targets = answeredTargets(table, tables);
  const total = targets?.budget?.total;
  // The grid's amounts are in 万元 unless its words say 元.
  if (!whole?.initial || !targets || !total || whole.initial.value <= 0 || inYuan(table, sheet)) return;
  if (targets.year && table.year && targets.year.value !== table.year.value) return;
  const initial = new Big(whole.initial.value).times(SCALE);
  if (same(initial, yuanOf(total), new Big(settings.sumTolerance).times(SCALE))) return;
  yield {
    message: clash(initial, yuanOf(total)) ? 'initialUnit' : 'initial',
    cell: whole.initial.cell,
    field: 'initial',
    ...(clash(initial, yuanOf(total)) ? {} : { severity: 'warning' as const }),
    data: {
      initial: inUnit(initial, '万元'),
      total: inUnit(yuanOf(total), total.value.unit),
      sheet: targets.sheet,
    },
  };
}

const SCALE = 10_000;

/** 单位：元, （元）: somewhere above the indicators. */
function inYuan({ range, headerRows }: IndicatorTable, sheet: RuleContext['sheet']): boolean {
  const end = headerRows[0] ?? range.bottom;
  return sheet.cells
    .slice(range.top, end)
    .some((row) => row?.some((cell) => /[（(]\s*元\s*[）)]|单位\s*[:：]\s*元/u.test(String(cell?.value ?? ''))));
}

export const rule = defineRule({
  code: 'PT505',
  name: 'money-unit',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: [
    'budget',
    'execution',
    'level2',
    'name',
    'operator',
    'target',
    'unit',
    'explanation',
    'standard',
    'title',
    'department',
    'tables',
  ],
  *check(table, context) {
    yield* againstTargets(table, context);
    yield* inBudget(table);
    yield* inRows(table);
    const { budget } = table;
    if (!budget?.total) return;
    const total = yuanOf(budget.total);
    for (const { indicator, target, yuan, unit } of costsOf(table)) {
      if (!clash(yuan, total)) continue;
      yield {
        message: 'cost',
        cell: indicator.unit?.cell ?? target.cell,
        field: 'unit',
        indicator,
        data: {
          name: nameOf(indicator),
          cost: `${String(target.value)}${String(target.value).includes(unit) ? '' : unit}`,
          total: inUnit(total, budget.total.value.unit),
        },
      };
    }
  },
});
