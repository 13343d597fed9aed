import { defineRule } from '../rule';
import type { Report } from '../rule';
import { hasColumn } from '../../indicator';
import { reportOf } from '../standards';

export const rule = defineRule({
  code: 'PT301',
  name: 'standard-missing',
  scope: 'row',
  severity: 'error',
  dimension: 'completeness',
  fields: ['standard', 'name', 'columns'],
  *check(indicator, table): Iterable<Report> {
    if (!hasColumn(table, 'standard') || !indicator.name || (indicator.standard?.value ?? '').trim() !== '') return;
    const column = table.columns.find(({ field }) => field === 'standard')?.column ?? 0;
    yield reportOf(indicator, 'missing', {}, { cell: { row: indicator.row, column } });
  },
});
