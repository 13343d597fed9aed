import Big from 'big.js';
import type { ExecutionRow } from '../../indicator';
import { isRate, labelOf, percent, rateOf } from '../executions';
import { isScore } from '../outcomes';
import { defineRule } from '../rule';
import type { Report } from '../rule';

/** 101号: shares of the points while the project is not finished; finished ones earn all. */
const SHARES = [1, 0.7, 0.5, 0];

/** What the points of the execution rate may come to: in proportion, or by one of the bands. */
function scoresOf(row: ExecutionRow, rate: Big): number[] {
  const weight = new Big(row.weight?.value ?? 0);
  const share = rate.gt(100) ? weight : weight.times(rate).div(100);
  const proportional = share.round(2, Big.roundHalfUp).toNumber();
  return [
    proportional,
    ...SHARES.filter((_, index) => index > 0 || rate.lte(100)).map((s) => weight.times(s).toNumber()),
  ];
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
          data: { label, score: score.value, weight: weight.value },
        };
      } else if (
        !isScore(score.value, scoresOf(row, right)) &&
        !(wrong && isScore(score.value, scoresOf(row, new Big(rate.value))))
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
            expected: scoresOf(row, right)[0] ?? 0,
          },
        };
      }
    }
  },
});
