import type { ExecutionRow } from '../../indicator';
import { EXECUTION_BASES, executionScore, isRate, labelOf, percent, rateOf } from '../executions';
import { isScore } from '../outcomes';
import { arithmetic, defineRule } from '../rule';
import type { Report } from '../rule';

/** What the points may come to: in proportion first, or by the bands. */
function scoresOf({ weight }: ExecutionRow, budget: number, spent: number): number[] {
  const given = EXECUTION_BASES.map((basis) => executionScore(budget, spent, weight?.value ?? 0, basis));
  return given.filter((score) => score !== null);
}

export const rule = defineRule({
  code: 'PT603',
  name: 'execution-arithmetic',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['execution'],
  source: { document: '财预〔2020〕10号', clause: '预算执行率', scope: 'project' },
  *check(table): Iterable<Report> {
    if (table.kind !== 'self-evaluation') return;
    for (const row of table.execution) {
      const { budget, initial, spent, rate, score, weight } = row;
      if (!spent || !budget) continue;
      const right = rateOf(spent.value, budget.value);
      if (!right) continue;
      const label = labelOf(row);
      const wrong = rate !== null && !isRate(rate, right);
      if (wrong) {
        const early = initial && initial.value !== budget.value ? rateOf(spent.value, initial.value) : null;
        yield {
          message: early && isRate(rate, early) ? 'initial' : 'rate',
          cell: rate.cell,
          field: `rate:${label}`,
          ...arithmetic(table),
          data: {
            label,
            rate: `${rate.value}%`,
            spent: spent.value,
            budget: budget.value,
            right: percent(right),
          },
        };
      }
      if (!score || !weight || weight.value <= 0) continue;
      if (score.value > weight.value) {
        yield {
          message: 'over',
          cell: score.cell,
          field: `score:${label}`,
          ...arithmetic(table),
          data: { label, score: score.value, weight: weight.value },
        };
      } else if (
        !isScore(score.value, scoresOf(row, budget.value, spent.value)) &&
        // By the wrong rate, the score is right: that was said of the rate.
        !(wrong && isScore(score.value, scoresOf(row, 100, rate.value)))
      ) {
        yield {
          message: 'score',
          cell: score.cell,
          field: `score:${label}`,
          data: {
            label,
            score: score.value,
            right: percent(right),
            weight: weight.value,
            expected: scoresOf(row, budget.value, spent.value)[0] ?? 0,
          },
        };
      }
    }
  },
});
