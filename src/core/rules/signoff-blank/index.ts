import { defineRule } from '../rule';

/** Labels that call for a signature or an opinion; telephone and date are none. */
const SIGNED = /审核|审批|审定|复核|签字|签章|签名|意见|负责人|经办|填[报表]人|股$|[科处]室$/u;

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
    const signoffs = foot.signoffs.filter(({ label }) => label && SIGNED.test(label.value));
    const blank = signoffs.filter(({ content }) => !content?.value.trim());
    const first = blank[0]?.label;
    if (first) {
      yield {
        message: 'signoff',
        cell: first.cell,
        field: 'signoff',
        data: { labels: blank.map(({ label }) => `“${label?.value.trim().replace(/[:：]$/u, '') ?? ''}”`) },
      };
    }
    const anchor = signoffs[0]?.label;
    if (anchor && !foot.date) yield { message: 'date', cell: anchor.cell, field: 'date' };
  },
});
