import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf } from '../standards';

export const rule = defineRule({
  code: 'PT312',
  name: 'penalty-too-weak',
  scope: 'row',
  severity: 'info',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(indicator, table): Iterable<Report> {
    for (const { data } of faultsOf(indicator, table, 'PT312')) yield reportOf(indicator, 'found', data);
  },
});
