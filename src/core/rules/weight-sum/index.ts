import Big from 'big.js';
import { FULL_POINTS, TARGET_POINTS } from '../../indicator';
import { defineRule } from '../rule';
import { isExecutionRate, plain, scoredExecution, weightsOf } from '../weights';

const EXECUTION_POINTS = FULL_POINTS - TARGET_POINTS;
const TOLERANCE = 0.011;

function isOneOf(sum: Big, expected: readonly number[]): boolean {
  return expected.some((value) => sum.minus(value).abs().lt(TOLERANCE));
}

export const rule = defineRule({
  code: 'PT401',
  name: 'weight-sum',
  scope: 'table',
  severity: 'error',
  dimension: 'completeness',
  fields: ['name', 'weight', 'standard', 'execution'],
  *check(table) {
    const { rows, sum, missing, assumed } = weightsOf(table);
    const [first] = rows;
    // Full marks out of the standards only add up where every standard states one.
    if (!first || rows.length < 2 || (assumed && missing.length > 0)) return;
    // Weights written as shares of one.
    const scale = sum.lt(1.02) && rows.every(({ weight }) => weight.value <= 1) ? 100 : 1;
    const points = sum.times(scale);

    const grid = scoredExecution(table).reduce((total, row) => total.plus(row.weight.value), new Big(0));
    const evaluated = table.kind === 'self-evaluation';
    let expected: readonly number[];
    if (grid.gt(0)) expected = [plain(new Big(FULL_POINTS).minus(grid))];
    else if (evaluated && table.execution.length > 0) expected = [TARGET_POINTS];
    else expected = [TARGET_POINTS, FULL_POINTS];
    if (isOneOf(points, expected)) return;

    const last = rows[rows.length - 1] ?? first;
    const column = first.weight.cell.column;
    const owed = grid.gt(0) ? plain(grid) : EXECUTION_POINTS;
    const inRows = table.indicators.some(isExecutionRate);
    yield {
      message:
        missing.length > 0
          ? 'blank'
          : expected.length > 1
            ? evaluated && !inRows
              ? 'evaluation'
              : 'target'
            : 'execution',
      cell: first.weight.cell,
      range: { top: first.weight.cell.row, bottom: last.weight.cell.row, left: column, right: column },
      field: 'weight',
      data: {
        sum: plain(points),
        expected: expected.join('/'),
        execution: owed,
        total: plain(points.plus(owed)),
        missing: missing.length,
      },
    };
  },
});
