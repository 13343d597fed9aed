import type { IndicatorTable } from '../../indicator';
import { findQuantities, isMoneyUnit, yuanPer } from '../../text';
import type { QuantityMention } from '../../text';
import { defineRule } from '../rule';
import type { Report } from '../rule';

/** What the rows and the budget speak of, as value and unit; money in 元. */
function known(table: IndicatorTable): Set<string> {
  const found = new Set<string>();
  const add = (value: number, unit: string | null) => found.add(keyOf(value, unit));
  for (const { reading, unit, name, explanation, standard, target } of table.indicators) {
    if (reading.kind === 'quantity') add(reading.value, reading.unit ?? unit?.value ?? null);
    for (const field of [name, explanation, standard, target]) {
      for (const mention of findQuantities(field?.raw ?? '')) add(mention.value, mention.unit);
    }
  }
  const { budget, execution } = table;
  for (const amount of [budget?.total, ...(budget?.items.map((item) => item.amount) ?? [])]) {
    if (amount) found.add(`${amount.value.yuan}元`);
  }
  for (const row of execution) {
    for (const amount of [row.initial, row.budget, row.spent]) if (amount) add(amount.value, '万元');
  }
  return found;
}

function keyOf(value: number, unit: string | null): string {
  const factor = unit !== null && isMoneyUnit(unit) ? yuanPer(unit) : null;
  return factor === null ? `${value}${unit ?? ''}` : `${Math.round(value * factor)}元`;
}

/** Whether the goal sets that number: one with a unit, that no plan, year or list is numbered by. */
function isSet({ value, unit, text }: QuantityMention): boolean {
  if (unit === null || value <= 1) return false;
  // 3个方面, 两项重点: headings counted, not work.
  if (value <= 5 && /^[个项大类种]$/u.test(unit)) return false;
  return !/[年届级月号类大]|季度|五规划|项目标|方面|个?工作日|[天日]$/u.test(text);
}

export const rule = defineRule({
  code: 'PT220',
  name: 'goal-number',
  scope: 'table',
  severity: 'info',
  dimension: 'relevance',
  source: { document: '财预〔2021〕101号', clause: '一（一）2', scope: 'central-project' },
  fields: ['goal', 'target', 'unit', 'name', 'explanation', 'standard', 'budget', 'execution'],
  *check(table): Iterable<Report> {
    const { goal, kind, indicators } = table;
    if (!goal || kind !== 'target' || indicators.length === 0) return;
    const rows = known(table);
    const values = new Set([...rows].map((key) => Number.parseFloat(key)));
    const missing = findQuantities(goal.raw).filter(
      // The same number with another counter (12座, 12个) is near enough.
      (mention) => isSet(mention) && !rows.has(keyOf(mention.value, mention.unit)) && !values.has(mention.value),
    );
    if (missing.length === 0) return;
    const numbers = [...new Set(missing.map(({ text }) => text.replace(/\s+/gu, '')))];
    yield {
      message: 'found',
      cell: goal.cell,
      field: 'goal',
      data: { numbers: numbers.slice(0, 6), count: numbers.length },
    };
  },
});
