import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf } from '../standards';

export const rule = defineRule({
  code: 'PT313',
  name: 'qualitative-band',
  scope: 'row',
  severity: 'info',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  source: { document: '财预〔2021〕101号', clause: '项目支出绩效自评 定性指标得分', scope: 'project' },
  *check(indicator, table): Iterable<Report> {
    for (const { data } of faultsOf(indicator, table, 'PT313')) yield reportOf(indicator, 'found', data);
  },
});
