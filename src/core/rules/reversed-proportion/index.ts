import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf } from '../standards';

export const rule = defineRule({
  code: 'PT314',
  name: 'reversed-proportion',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  foldsUnder: ['PT201', 'PT208'],
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(indicator, table): Iterable<Report> {
    for (const { data } of faultsOf(indicator, table, 'PT314')) yield reportOf(indicator, 'found', data);
  },
});
