import { hasColumn } from '../../indicator';
import { cellOf, defineRule } from '../rule';
import { findPlaceholder } from '../placeholders';
import { remembered } from '../remembered';
import type { Indicator } from '../../indicator';
import type { Report } from '../rule';

/** Whether it is a row in use: with something to say, and not with filler alone, which is PT106's. */
const isMeant = remembered((indicator) => isUsed(indicator) && !isFiller(indicator));

/** Whether the row says anything beside its categories: a form's unused rows do not. */
function isUsed(indicator: Indicator): boolean {
  const { name, target, explanation, standard, weight, actual, score } = indicator;
  return [name, target, explanation, standard, weight, actual, score].some((field) => field !== null);
}

/** A row that holds nothing but filler is PT106's. */
function isFiller(indicator: Indicator): boolean {
  return [indicator.name, indicator.target].some((field) => field && findPlaceholder(field.raw) !== null);
}

export const rule = defineRule({
  code: 'PT103',
  name: 'required-blank',
  scope: 'table',
  severity: 'error',
  dimension: 'completeness',
  fields: ['name', 'target', 'explanation', 'standard', 'weight', 'actual', 'score', 'title', 'year'],
  places: true,
  *check(table): Generator<Report> {
    const { year, title } = table;
    const head = title?.cell ?? { row: table.range.top, column: table.range.left };
    if (!year) {
      // Without a title this may be a part of a form, pasted: then the year is missed, but nothing is wrong for sure.
      if (!title || findPlaceholder(title.raw) === null) {
        yield { message: 'year', cell: head, field: 'year', severity: title ? 'error' : 'warning' };
      }
    } else if (year.assumed === 'implied') {
      yield { message: 'impliedYear', cell: head, field: 'year', severity: 'warning', data: { year: year.value } };
    }

    for (const indicator of table.indicators) {
      if (!isMeant(indicator)) continue;
      const row = indicator.row + 1;
      if (!indicator.name) {
        const column = table.columns.find(({ field }) => field === 'name')?.column ?? table.range.left;
        yield {
          message: 'name',
          cell: { row: indicator.row, column },
          field: 'name',
          indicator,
          data: { row, value: (indicator.explanation ?? indicator.target ?? indicator.standard)?.raw ?? '' },
        };
      } else if (!indicator.target && hasColumn(table, 'target')) {
        const column = table.columns.find(({ field }) => field === 'target')?.column;
        yield {
          message: 'target',
          cell: column === undefined ? cellOf(indicator, 'target') : { row: indicator.row, column },
          field: 'target',
          indicator,
          data: { name: indicator.name.value },
        };
      }
    }
  },
});
