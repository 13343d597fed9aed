import { defineRule } from '../rule';
import type { Report } from '../rule';
import { reportOf, standardOf } from '../standards';

/** Longer words are cut: the place is marked in the cell. */
const LONGEST = 40;

export const rule = defineRule({
  code: 'PT302',
  name: 'standard-not-scorable',
  scope: 'row',
  severity: 'info',
  dimension: 'feasibility',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(indicator, table): Iterable<Report> {
    const compiled = standardOf(indicator, table);
    if (!compiled || compiled.ok || compiled.refusal.code === 'empty') return;
    const words = compiled.refusal.words.slice(0, LONGEST);
    yield reportOf(indicator, compiled.refusal.code, { words });
  },
});
