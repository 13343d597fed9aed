import { cellAt, contentOf } from '../../sheet';
import { defineRule } from '../rule';
import type { FixDraft, Report } from '../rule';
import { nameOf } from '../targets';

export const rule = defineRule({
  code: 'PT605',
  name: 'score-over-weight',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['score', 'weight', 'name'],
  *check(indicator, _table, { sheet }): Iterable<Report> {
    const { score, weight } = indicator;
    if (!score) return;
    const over = weight !== null && score.value > weight.value;
    if (!over && score.value >= 0) return;
    const cell = cellAt(sheet, score.cell);
    const to = over ? weight.value : 0;
    const fixes: FixDraft[] =
      cell && cell.formula === undefined
        ? [
            {
              title: 'write',
              data: { score: to },
              grade: 'choice',
              edits: [{ kind: 'set', sheet: sheet.name, cell: score.cell, from: contentOf(cell), to: { number: to } }],
            },
          ]
        : [];
    yield {
      message: over ? 'over' : 'negative',
      cell: score.cell,
      field: 'score',
      indicator,
      data: { name: nameOf(indicator), score: score.value, weight: weight?.value ?? 0 },
      fixes,
    };
  },
});
