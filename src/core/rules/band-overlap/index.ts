import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf, verificationOf } from '../standards';

export const rule = defineRule({
  code: 'PT307',
  name: 'band-overlap',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(indicator, table): Iterable<Report> {
    for (const { data } of faultsOf(indicator, table, 'PT307')) yield reportOf(indicator, 'found', data);
    const shared = verificationOf(indicator, table)?.sharedEnds ?? [];
    const [first] = shared;
    if (first)
      yield reportOf(indicator, 'shared', { at: shared.map(({ at }) => String(at)).join('、') }, { severity: 'info' });
  },
});
