import { findDates } from '../../text';
import type { DateMention } from '../../text';
import { rewrite } from '../edits';
import { defineRule } from '../rule';
import { fixOf, nameOf } from '../targets';
import { yearEvidence } from '../years';

/** What was done before is no deadline. */
const PAST = /上年|去年|往年|截至|截止到|自|从|已于|成立|印发|文件/u;

function deadlines(text: string, near: number, whole: boolean): DateMention[] {
  return findDates(text, near).filter(
    ({ year, deadline, start }) =>
      year !== null && (whole || deadline) && !PAST.test(text.slice(Math.max(0, start - 8), start)),
  );
}

export const rule = defineRule({
  code: 'PT212',
  name: 'deadline-year',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['target', 'explanation', 'year', 'title', 'goal', 'foot', 'rows'],
  *check(indicator, table, { sheet, settings }) {
    const { year } = table;
    if (!year || year.assumed === 'implied' || table.multiYear) return;
    // Where everything else speaks for another year, the title is the slip, and one finding says so.
    if (yearEvidence(table, settings).likely !== null) return;
    for (const field of ['target', 'explanation'] as const) {
      const found = indicator[field];
      if (!found || (indicator.reading.kind === 'quantity' && field === 'target')) continue;
      const dates = deadlines(found.raw, year.value, field === 'target');
      if (dates.length === 0 || dates.some((date) => date.year === year.value)) continue;
      const [date] = dates as [DateMention];
      const edit =
        dates.length === 1
          ? rewrite(sheet, found.cell, (text) => {
              const words = text.slice(date.start, date.end);
              return text.slice(0, date.start) + words.replace(/^\p{Nd}+/u, String(year.value)) + text.slice(date.end);
            })
          : null;
      yield {
        message: 'other',
        cell: found.cell,
        field,
        indicator,
        data: {
          name: nameOf(indicator),
          year: year.value,
          date: found.raw.slice(date.start, dates.at(-1)?.end).replace(/\s+/gu, ''),
        },
        fixes: fixOf('year', edit, { year: year.value }),
      };
      return;
    }
  },
});
