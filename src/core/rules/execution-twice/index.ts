import { FULL_POINTS, TARGET_POINTS } from '../../indicator';
import { defineRule } from '../rule';
import { nameOf } from '../targets';
import { isExecutionRate, plain, scoredExecution, weightsOf } from '../weights';

export const rule = defineRule({
  code: 'PT409',
  name: 'execution-twice',
  scope: 'table',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['name', 'weight', 'standard', 'execution'],
  *check(table) {
    const { rows, sum } = weightsOf(table);
    const own = rows.filter(({ indicator, weight }) => weight.value > 0 && isExecutionRate(indicator));
    if (own.length === 0) return;
    const [grid] = scoredExecution(table);
    // With 90 points among the indicators, the 10 of the execution rate come on top.
    if (!grid && !sum.eq(TARGET_POINTS)) return;
    for (const { indicator, weight } of own) {
      yield {
        message: grid ? 'grid' : 'set-aside',
        cell: indicator.name?.cell ?? weight.cell,
        field: 'name',
        indicator,
        data: {
          name: nameOf(indicator),
          weight: weight.value,
          execution: grid ? grid.weight.value : FULL_POINTS - TARGET_POINTS,
          sum: plain(sum),
        },
      };
    }
  },
});
