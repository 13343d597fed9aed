import { defineRule, TEXTS_BETWEEN } from '../rule';
import { nameOf } from '../targets';
import { findPlaceholder } from '../placeholders';
import { textsOf } from '../texts';

/** Long prose has its own 某某 and ……: only the cells that are filled in from a form are looked at. */
const PROSE = new Set(['duties']);

export const rule = defineRule({
  code: 'PT106',
  name: 'placeholder-left',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['cells'],
  *check(table) {
    let count = 0;
    for (const { field, cell, text, indicator } of textsOf(table)) {
      if (++count % TEXTS_BETWEEN === 0) yield null;
      if (PROSE.has(field)) continue;
      const placeholder = findPlaceholder(text);
      if (placeholder === null) continue;
      yield {
        message: indicator?.name && field !== 'name' ? 'row' : 'head',
        cell,
        field,
        ...(indicator ? { indicator } : {}),
        data: { placeholder, name: indicator ? nameOf(indicator) : '' },
      };
    }
  },
});
