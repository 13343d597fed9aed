import { hasColumn } from '../../indicator';
import { deviationOf, outcomeOf, saysNothing } from '../outcomes';
import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { nameOf } from '../targets';

export const rule = defineRule({
  code: 'PT602',
  name: 'deviation-reason',
  scope: 'row',
  severity: 'error',
  dimension: 'completeness',
  fields: ['actual', 'target', 'operator', 'unit', 'deviation', 'remark', 'name'],
  source: { document: '财预〔2020〕10号', clause: '附件：偏差原因分析及改进措施', scope: 'project' },
  *check(indicator, table, { settings }): Iterable<Report> {
    if (table.kind !== 'self-evaluation' || !hasColumn(table, 'deviation')) return;
    if (!saysNothing(indicator.deviation?.value) || !saysNothing(indicator.remark?.value)) return;
    const outcome = outcomeOf(indicator, table);
    const { actual } = indicator;
    if (!outcome || !actual) return;
    const deviation = deviationOf(outcome, settings);
    if (!deviation) return;
    const column = table.columns.find(({ field }) => field === 'deviation')?.column;
    yield {
      message: deviation,
      cell: indicator.deviation?.cell ?? { row: indicator.row, column: column ?? cellOf(indicator, 'actual').column },
      field: 'deviation',
      indicator,
      ...(outcome.met ? { severity: 'warning' as const } : {}),
      data: {
        name: nameOf(indicator),
        actual: actual.raw.trim(),
        target: indicator.target?.raw.trim() ?? '',
        percent: outcome.degree === null ? '' : `${Math.round(outcome.degree * 1000) / 10}%`,
      },
    };
  },
});
