import type { IndicatorTable } from '../../indicator';
import { findQuantities, isMoneyUnit, yuanPer } from '../../text';
import type { QuantityMention } from '../../text';
import { defineRule } from '../rule';
import type { Report } from '../rule';
import { absolute } from '../targets';

interface Known {
  /** Value and unit; money in 元. */
  readonly amounts: ReadonlySet<string>;
  /** Without units, as written and with multipliers taken in: 12万人 and 120000人. */
  readonly values: ReadonlySet<number>;
}

/** What the rows and the budget speak of. */
function known(table: IndicatorTable): Known {
  const found = new Set<string>();
  const values = new Set<number>();
  const add = (value: number, unit: string | null): void => {
    found.add(keyOf(value, unit));
    values.add(value).add(absolute(value, unit));
  };
  for (const { reading, unit, name, explanation, standard, target } of table.indicators) {
    if (reading.kind === 'quantity') add(reading.value, reading.unit ?? unit?.value ?? null);
    for (const field of [name, explanation, standard, target]) {
      for (const mention of findQuantities(field?.raw ?? '')) add(mention.value, mention.unit);
    }
  }
  const { budget, execution } = table;
  for (const amount of [budget?.total, ...(budget?.items.map((item) => item.amount) ?? [])]) {
    if (amount) add(amount.value.yuan, '元');
  }
  for (const row of execution) {
    for (const amount of [row.initial, row.budget, row.spent]) if (amount) add(amount.value, '万元');
  }
  return { amounts: found, values };
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
    const { amounts, values } = known(table);
    const missing = findQuantities(goal.raw).filter(
      // The same number with another counter (12座, 12个) is near enough.
      (mention) =>
        isSet(mention) &&
        !amounts.has(keyOf(mention.value, mention.unit)) &&
        !values.has(mention.value) &&
        !values.has(absolute(mention.value, mention.unit)),
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
