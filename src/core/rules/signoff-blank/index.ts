import { defineRule } from '../rule';

export const rule = defineRule({
  code: 'PT110',
  name: 'signoff-blank',
  scope: 'table',
  severity: 'info',
  dimension: 'completeness',
  fields: ['foot'],
  // Clerks hand a table in before it is signed.
  audiences: ['reviewer', 'publication'],
  *check({ foot }) {
    const blank = foot.signoffs.filter(({ label, content }) => label && !content?.value.trim());
    const first = blank[0]?.label;
    if (first) {
      yield {
        message: 'signoff',
        cell: first.cell,
        field: 'signoff',
        data: { labels: blank.map(({ label }) => `“${label?.value.replace(/[\s:：]+$/u, '') ?? ''}”`) },
      };
    }
    const anchor = foot.signoffs[0]?.label;
    if (anchor && !foot.date) yield { message: 'date', cell: anchor.cell, field: 'date' };
  },
});
