import { dayOfTarget, printDay } from '../../scoring';
import { findDates } from '../../text';
import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf, standardOf } from '../standards';

export const rule = defineRule({
  code: 'PT304',
  name: 'threshold-mismatch',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  foldsUnder: ['PT206'],
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name', 'year'],
  *check(indicator, table): Iterable<Report> {
    for (const { data } of faultsOf(indicator, table, 'PT304')) yield reportOf(indicator, 'found', data);
    const { reading, standard } = indicator;
    const compiled = standardOf(indicator, table);
    if (!compiled?.ok || !standard || reading.kind !== 'date') return;
    const year = table.year?.value ?? null;
    const due = dayOfTarget(reading.value, year);
    const from = compiled.standard.inputs.find(({ deadline }) => deadline !== undefined)?.deadline;
    if (due === null || from === undefined || from === due) return;
    if (findDates(standard.raw, year).some(({ last }) => last !== null && dayOfTarget(last, year) === due)) return;
    yield reportOf(indicator, 'deadline', { threshold: printDay(from), target: printDay(due) });
  },
});
