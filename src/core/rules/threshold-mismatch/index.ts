import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf } from '../standards';

export const rule = defineRule({
  code: 'PT304',
  name: 'threshold-mismatch',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(indicator, table): Iterable<Report> {
    for (const { data } of faultsOf(indicator, table, 'PT304')) yield reportOf(indicator, 'found', data);
  },
});
