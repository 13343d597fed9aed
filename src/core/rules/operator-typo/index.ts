import { contentOf, cellAt } from '../../sheet';
import { cellOf, defineRule } from '../rule';

/** Signs that are easily mistyped: book-title marks for comparison signs. */
const TYPO = /[》〉]\s*=?|[《〈]\s*=?/u;

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  '》': ['≥', '>'],
  '〉': ['≥', '>'],
  '《': ['≤', '<'],
  '〈': ['≤', '<'],
};

export const rule = defineRule({
  code: 'PT215',
  name: 'operator-typo',
  scope: 'row',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['operator', 'target'],
  *check(indicator, _table, { sheet }) {
    for (const field of ['operator', 'target'] as const) {
      const found = indicator[field];
      if (!found || (field === 'target' && found.cell.column === indicator.operator?.cell.column)) continue;
      const match = TYPO.exec(found.raw);
      if (!match || match.index > 1) continue;
      const cell = cellAt(sheet, found.cell);
      if (!cell || cell.formula !== undefined) continue;
      const typed = match[0];
      yield {
        message: 'typo',
        cell: cellOf(indicator, field),
        field,
        indicator,
        data: { typed, name: indicator.name?.value ?? '' },
        fixes: (CHOICES[typed.charAt(0)] ?? []).map((sign) => ({
          title: 'replace',
          data: { typed, sign },
          grade: 'choice' as const,
          edits: [
            {
              kind: 'set' as const,
              sheet: sheet.name,
              cell: found.cell,
              from: contentOf(cell),
              to: { text: found.raw.replace(typed, sign) },
            },
          ],
        })),
      };
    }
  },
});
