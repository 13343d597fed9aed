import { defineRule } from '../rule';
import type { Report } from '../rule';
import type { Indicator } from '../../indicator';
import { faultsOf, reportOf, standardEdit } from '../standards';

/** The target as the standard writes its numbers: with % where the divisor has it. */
function numberLike(
  indicator: Indicator,
  span: { readonly start: number; readonly end: number },
  data: Readonly<Record<string, string | number>>,
): string {
  const written = indicator.standard?.raw.slice(span.start, span.end) ?? '';
  const sign = /[%％]$/u.exec(written)?.[0] ?? '';
  return `${String(data.wanted)}${sign}`;
}

export const rule = defineRule({
  code: 'PT305',
  name: 'ratio-base',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  foldsUnder: ['PT206'],
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    for (const { data, span } of faultsOf(indicator, table, 'PT305')) {
      const to = String(data.target ?? '');
      const edit = span ? standardEdit(indicator, sheet, span, numberLike(indicator, span, data)) : null;
      const fixes = edit
        ? [{ title: 'replace', data: { base: data.base ?? '', to }, grade: 'choice' as const, edits: [edit] }]
        : [];
      yield reportOf(indicator, 'found', data, { fixes });
    }
  },
});
