import { cellAt } from '../../sheet';
import type { CellRef } from '../../sheet';
import { rewrite } from '../edits';
import { defineRule } from '../rule';
import { fixOf, nameOf, signCell } from '../targets';

/** A book-title mark where a sign belongs: alone in the sign column, or right before the number. */
const ALONE = /^[》〉《〈][=＝]?$/u;
const BEFORE_NUMBER = /^([》〉《〈][=＝]?)\s*\p{Nd}/u;

function choicesFor(typed: string): readonly string[] {
  const more = typed.startsWith('》') || typed.startsWith('〉');
  if (/[=＝]/u.test(typed)) return [more ? '≥' : '≤'];
  return more ? ['≥', '>'] : ['≤', '<'];
}

export const rule = defineRule({
  code: 'PT215',
  name: 'operator-typo',
  scope: 'row',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['operator', 'target', 'columns'],
  *check(indicator, table, { sheet }) {
    const places: readonly (readonly ['operator' | 'target', CellRef | undefined | null, RegExp])[] = [
      ['operator', signCell(indicator, table), ALONE],
      ['target', indicator.target?.cell, BEFORE_NUMBER],
    ];
    for (const [field, place, pattern] of places) {
      if (!place) continue;
      const cell = cellAt(sheet, place);
      const match = typeof cell?.value === 'string' ? pattern.exec(cell.value.trim()) : null;
      if (!match || cell?.formula !== undefined) continue;
      const typed = match[1] ?? match[0];
      yield {
        message: 'typo',
        cell: place,
        field,
        indicator,
        data: { typed, name: nameOf(indicator) },
        fixes: choicesFor(typed).flatMap((sign) =>
          fixOf(
            'replace',
            rewrite(sheet, place, (text) => text.replace(typed, sign)),
            { typed, sign },
          ),
        ),
      };
    }
  },
});
