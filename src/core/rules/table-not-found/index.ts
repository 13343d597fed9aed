import type { Unread } from '../../indicator';
import { formatCell } from '../../sheet';
import { defineRule } from '../rule';

const KNOWN: ReadonlySet<Unread['reason']> = new Set(['own-sheet', 'review-form', 'list-form']);

export const rule = defineRule({
  code: 'PT101',
  name: 'table-not-found',
  scope: 'sheet',
  severity: 'info',
  dimension: 'completeness',
  fields: ['cells', 'columns'],
  *check({ unread }, { sheet, tables }) {
    // Our own sheets, the review form and lists are known for what they are.
    if (!unread || !sheet.visible || KNOWN.has(unread.reason)) return;
    // Beside a sheet that was read, only what looks like a table deserves a word.
    if (tables.length > 0 && !unread.nearest) return;
    const { reason, nearest } = unread;
    yield {
      message: reason === 'empty' ? 'empty' : reason === 'no-rows' ? 'rows' : nearest ? 'nearest' : 'header',
      cell: nearest ?? { row: 0, column: 0 },
      data: { sheet: unread.sheet, ...(nearest ? { nearest: formatCell(nearest) } : {}) },
    };
  },
});
