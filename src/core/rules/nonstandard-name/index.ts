import { LEVEL2_NAMES, level1Of, nearLevel2, normaliseLevel, officialLevel2, parentOf, TREES } from '../../indicator';
import { rewrite } from '../edits';
import { defineRule } from '../rule';
import type { Indicator, IndicatorTable, Level2 } from '../../indicator';

/** The names that a label may have been meant for: where level 1 is known, only those that belong under it. */
function candidatesFor(indicator: Indicator, table: IndicatorTable): readonly Level2[] {
  const near = indicator.level2 ? nearLevel2(indicator.level2.value) : [];
  const above = indicator.level1 ? level1Of(indicator.level1.value) : null;
  if (above === null) return near;
  const trees = table.tree ? [table.tree] : TREES;
  return near.filter((id) => trees.some((tree) => parentOf(id, tree) === above));
}

/** Puts the right letters in, keeping breaks and whatever stands around the name. */
function corrected(text: string, wrong: string, right: string): string {
  const pattern = [...wrong].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('(\\s*)');
  return text.replace(new RegExp(pattern, 'u'), (_whole, ...groups: unknown[]) => {
    const breaks = groups.slice(0, wrong.length - 1).map((group) => (typeof group === 'string' ? group : ''));
    // A letter too few or too many shifts the rest: then the breaks are let go.
    if (right.length !== wrong.length) return right;
    return [...right].map((letter, index) => letter + (breaks[index] ?? '')).join('');
  });
}

export const rule = defineRule({
  code: 'PT405',
  name: 'nonstandard-name',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['level1', 'level2'],
  *check(table, { sheet }) {
    const seen = new Set<string>();
    for (const indicator of table.indicators) {
      const { level2 } = indicator;
      if (!level2) continue;
      const place = `${level2.cell.row},${level2.cell.column}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const candidates = candidatesFor(indicator, table);
      if (candidates.length === 0) continue;
      const wrong = normaliseLevel(level2.value);
      yield {
        message: candidates.length === 1 ? 'one' : 'several',
        cell: level2.cell,
        field: 'level2',
        indicator,
        data: { name: wrong, names: candidates.map((id) => `“${officialLevel2(id)}”`) },
        fixes: candidates.flatMap((id) => {
          const right = LEVEL2_NAMES[id][0] ?? '';
          const edit = rewrite(sheet, level2.cell, (text) => corrected(text, wrong, right));
          return edit
            ? [
                {
                  title: 'rename',
                  data: { name: officialLevel2(id) },
                  grade: candidates.length === 1 ? ('safe' as const) : ('choice' as const),
                  edits: [edit],
                },
              ]
            : [];
        }),
      };
    }
  },
});
