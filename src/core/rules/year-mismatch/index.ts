import { formatCell } from '../../sheet';
import { rewrite } from '../edits';
import { answeredTargets } from '../matching';
import { defineRule } from '../rule';
import type { Report } from '../rule';
import { inSigningWindow, monthName, yearEvidence } from '../years';

export const rule = defineRule({
  code: 'PT503',
  name: 'year-mismatch',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['title', 'year', 'target', 'goal', 'foot', 'name', 'tables'],
  places: true,
  *check(table, { sheet, settings, tables }): Generator<Report> {
    const { stated, likely, grounds } = yearEvidence(table, settings);
    if (!stated) return;
    if (likely !== null) {
      const edit = rewrite(sheet, stated.cell, (text) => text.replace(String(stated.value), String(likely)));
      yield {
        message: 'title',
        cell: stated.cell,
        field: 'year',
        data: {
          year: stated.value,
          likely,
          grounds: grounds.map(({ cell, text }) => `${formatCell(cell)}“${text}”`),
        },
        fixes: edit ? [{ title: 'year', data: { likely }, grade: 'choice', edits: [edit] }] : [],
      };
      return;
    }
    const targets = answeredTargets(table, tables);
    // Last year's self-evaluation is handed in beside this year's targets: that is no mistake.
    const apart = targets?.year && targets.year.assumed !== 'implied' ? stated.value - targets.year.value : 0;
    if (targets && apart !== 0 && !(apart === -1 && table.kind === 'self-evaluation')) {
      yield {
        message: 'targets',
        cell: stated.cell,
        field: 'year',
        severity: 'warning',
        data: { year: stated.value, other: targets.year?.value ?? 0, sheet: targets.sheet },
      };
    }
    const { date } = table.foot;
    if (!date || inSigningWindow(date.value, stated.value, table.kind, settings)) return;
    const [first, last] = settings.signingMonths[table.kind];
    yield {
      message: 'signing',
      cell: date.cell,
      field: 'foot',
      severity: 'warning',
      data: {
        date: date.value,
        year: stated.value,
        from: monthName(stated.value, first),
        to: monthName(stated.value, last),
      },
    };
  },
});
