import { contentOf, cellAt } from '../../sheet';
import { isScore, scoresOf } from '../outcomes';
import { defineRule } from '../rule';
import type { FixDraft, Report } from '../rule';
import { nameOf } from '../targets';

export const rule = defineRule({
  code: 'PT601',
  name: 'score-arithmetic',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['score', 'actual', 'standard', 'target', 'operator', 'unit', 'weight', 'name'],
  // The score is above the points, or full in spite of a shortfall: said there already.
  yieldsTo: ['PT605', 'PT610'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    const { score, actual } = indicator;
    if (!score || !actual) return;
    const given = scoresOf(indicator, table, sheet);
    const [expected] = given ?? [];
    if (given === null || expected === undefined || isScore(score.value, given)) return;
    const cell = cellAt(sheet, score.cell);
    const holds = contentOf(cell);
    // A score cell that is computed is mended at its formula, by a person.
    const fixes: FixDraft[] =
      cell && cell.formula === undefined
        ? [...new Set(given)].slice(0, 3).map((value) => ({
            title: 'write',
            data: { score: value },
            grade: 'choice',
            edits: [{ kind: 'set', sheet: sheet.name, cell: score.cell, from: holds, to: { number: value } }],
          }))
        : [];
    yield {
      message: given.length > 1 ? 'readings' : 'found',
      cell: score.cell,
      field: 'score',
      indicator,
      data: {
        name: nameOf(indicator),
        score: score.value,
        actual: actual.raw.trim(),
        expected,
        readings: given.map(String),
      },
      fixes,
    };
  },
});
