import { isScore, outcomeOf, scoresOf } from '../outcomes';
import { defineRule } from '../rule';
import type { Report } from '../rule';
import { nameOf } from '../targets';

export const rule = defineRule({
  code: 'PT610',
  name: 'short-yet-full',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['score', 'weight', 'actual', 'target', 'operator', 'unit', 'standard', 'name'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    const { score, weight, actual } = indicator;
    if (!score || !weight || !actual || weight.value <= 0 || score.value !== weight.value) return;
    const outcome = outcomeOf(indicator, table);
    if (!outcome || outcome.met) return;
    // 每低1个百分点扣0.5分: a part of a step may cost nothing.
    const given = scoresOf(indicator, table, sheet);
    if (given !== null && isScore(score.value, given)) return;
    yield {
      message: 'found',
      cell: score.cell,
      field: 'score',
      indicator,
      data: {
        name: nameOf(indicator),
        target: indicator.target?.raw.trim() ?? '',
        actual: actual.raw.trim(),
        weight: weight.value,
      },
    };
  },
});
