import type { IndicatorTable } from '../../indicator';
import { byName, matchName, sameOwner } from '../matching';
import { numberOf } from '../outcomes';
import { defineRule } from '../rule';
import type { Report } from '../rule';
import { isFewerBetter, nameOf, quantityOf } from '../targets';

function lastYear(table: IndicatorTable, tables: readonly IndicatorTable[]): IndicatorTable | null {
  const { year } = table;
  if (!year) return null;
  const found = tables.filter(
    (other) => other.kind === 'self-evaluation' && other.year?.value === year.value - 1 && sameOwner(other, table),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

export const rule = defineRule({
  code: 'PT219',
  name: 'below-last-year',
  scope: 'table',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['name', 'target', 'operator', 'unit', 'year', 'department', 'tables'],
  *check(table, { tables }): Iterable<Report> {
    if (table.kind !== 'target') return;
    const before = lastYear(table, tables);
    if (!before) return;
    const rows = byName(before);
    for (const indicator of table.indicators) {
      const target = quantityOf(indicator);
      const last = rows.get(matchName(indicator));
      if (!target || !last?.actual || !indicator.target) continue;
      // Less to be done is said only where more is better: a limit may well be lowered.
      if (target.operator === '≤' || target.operator === '<' || isFewerBetter(nameOf(indicator))) continue;
      if (last.reading.kind !== 'quantity' || last.reading.unit !== target.unit) continue;
      const actual = numberOf(last.actual, target.unit, target.value);
      if (actual === null || actual <= target.value) continue;
      yield {
        message: 'found',
        cell: indicator.target.cell,
        field: 'target',
        indicator,
        data: {
          name: nameOf(indicator),
          target: `${target.value}${target.unit ?? ''}`,
          actual: `${actual}${target.unit ?? ''}`,
          year: before.year?.value ?? 0,
          sheet: before.sheet,
        },
      };
    }
  },
});
