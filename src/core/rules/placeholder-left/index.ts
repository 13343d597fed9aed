import { defineRule } from '../rule';
import { nameOf } from '../targets';
import { findPlaceholder } from '../placeholders';
import { textSearch } from '../texts';

/** Long prose has its own 某某 and ……: only the cells that are filled in from a form are looked at. */
const PROSE = new Set(['duties']);

const withPlaceholder = textSearch((text) => findPlaceholder(text) !== null);

export const rule = defineRule({
  code: 'PT106',
  name: 'placeholder-left',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['cells'],
  *check(table) {
    for (const found of withPlaceholder(table)) {
      if (!found) {
        yield null;
        continue;
      }
      const { field, cell, text, indicator } = found;
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
