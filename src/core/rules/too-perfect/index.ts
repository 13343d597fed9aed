import { outcomeOf } from '../outcomes';
import { defineRule } from '../rule';
import type { Report } from '../rule';

/** Fewer rows than this prove nothing. */
const ENOUGH = 5;

export const rule = defineRule({
  code: 'PT608',
  name: 'too-perfect',
  scope: 'table',
  severity: 'info',
  dimension: 'feasibility',
  fields: ['actual', 'target', 'operator', 'unit', 'score', 'weight', 'name', 'level1', 'level2'],
  *check(table): Iterable<Report> {
    if (table.kind !== 'self-evaluation') return;
    const { indicators } = table;
    const judged = indicators.filter((indicator) => outcomeOf(indicator, table)?.degree != null);
    // A share that is to be 100 % and is, or a limit, says nothing of guessing.
    const open = judged.filter(({ reading }) => !(reading.kind === 'quantity' && reading.value === 100));
    const equal = open.filter((indicator) => outcomeOf(indicator, table)?.degree === 1);
    const [first] = open;
    if (first?.actual && open.length >= ENOUGH && equal.length === open.length) {
      yield { message: 'equal', cell: first.actual.cell, field: 'actual', data: { count: open.length } };
      return;
    }
    const scored = indicators.filter(({ score, weight }) => score && weight && weight.value > 0);
    const [top] = scored;
    if (top?.score && scored.length >= ENOUGH && scored.every(({ score, weight }) => score?.value === weight?.value)) {
      yield { message: 'full', cell: top.score.cell, field: 'score', data: { count: scored.length } };
    }
  },
});
