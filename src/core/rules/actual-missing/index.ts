import { hasColumn } from '../../indicator';
import type { Indicator } from '../../indicator';
import { findQuantities } from '../../text';
import { saysNothing } from '../outcomes';
import { defineRule } from '../rule';
import type { Report } from '../rule';
import { nameOf } from '../targets';

const NUMERAL = /[\d０-９一二两三四五六七八九十百千万零]/u;

function isQuantity({ reading }: Indicator): boolean {
  return reading.kind === 'quantity' || reading.kind === 'range';
}

export const rule = defineRule({
  code: 'PT604',
  name: 'actual-missing',
  scope: 'table',
  severity: 'error',
  dimension: 'completeness',
  fields: ['actual', 'target', 'operator', 'unit', 'name'],
  *check(table): Iterable<Report> {
    if (table.kind !== 'self-evaluation' || !hasColumn(table, 'actual')) return;
    const column = table.columns.find(({ field }) => field === 'actual')?.column ?? 0;
    const rows = table.indicators.filter(({ name, target }) => name !== null && target !== null);
    const blank = rows.filter(({ actual }) => actual === null || actual.raw.trim() === '');
    const [first] = blank;
    // A table that nobody has begun to fill is one fact, not one a row.
    if (first && blank.length === rows.length && rows.length > 1) {
      yield {
        message: 'all',
        cell: { row: first.row, column },
        field: 'actual',
        data: { count: rows.length },
      };
      return;
    }
    for (const indicator of rows) {
      const { actual } = indicator;
      if (!actual || actual.raw.trim() === '') {
        yield {
          message: 'blank',
          cell: { row: indicator.row, column },
          field: 'actual',
          indicator,
          data: { name: nameOf(indicator) },
        };
      } else if (
        isQuantity(indicator) &&
        typeof actual.value === 'string' &&
        !saysNothing(actual.value) &&
        !NUMERAL.test(actual.value) &&
        findQuantities(actual.value).length === 0
      ) {
        yield {
          message: 'words',
          cell: actual.cell,
          field: 'actual',
          indicator,
          data: { name: nameOf(indicator), actual: actual.raw.trim(), target: indicator.target?.raw.trim() ?? '' },
        };
      }
    }
  },
});
