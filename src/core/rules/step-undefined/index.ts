import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, hasFault, reportOf } from '../standards';

export const rule = defineRule({
  code: 'PT311',
  name: 'step-undefined',
  scope: 'table',
  severity: 'info',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(table): Iterable<Report> {
    const open = table.indicators.filter((indicator) => hasFault(indicator, table, 'PT311'));
    const [first] = open;
    const [fault] = first ? faultsOf(first, table, 'PT311') : [];
    if (first && fault)
      yield reportOf(first, open.length > 1 ? 'several' : 'one', { ...fault.data, count: open.length });
  },
});
