import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf } from '../standards';

export const rule = defineRule({
  code: 'PT309',
  name: 'full-unreachable',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  foldsUnder: ['PT305', 'PT304', 'PT310'],
  *check(indicator, table): Iterable<Report> {
    for (const { data } of faultsOf(indicator, table, 'PT309')) {
      yield reportOf(indicator, data.actual === '' ? 'never' : 'target', data);
    }
  },
});
