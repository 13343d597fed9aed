import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf } from '../standards';
import { isFewerBetter, nameOf } from '../targets';

export const rule = defineRule({
  code: 'PT308',
  name: 'not-monotonic',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  foldsUnder: ['PT305', 'PT314', 'PT201', 'PT208'],
  *check(indicator, table): Iterable<Report> {
    // With no target to tell which way is better, a rate is taken as the more the better: not so of accidents.
    if (indicator.reading.kind !== 'quantity' && isFewerBetter(nameOf(indicator))) return;
    for (const { data } of faultsOf(indicator, table, 'PT308')) yield reportOf(indicator, 'found', data);
  },
});
