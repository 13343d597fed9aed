import Big from 'big.js';
import { FULL_POINTS, LEVEL1_NAMES, TARGET_POINTS } from '../../indicator';
import { defineRule } from '../rule';
import { nearestScheme, pointsOf, schemesFor, scoredExecution, splitOf, weightsOf, WEIGHT_PARTS } from '../weights';
import type { Source, WeightScheme } from '../rule';

const NEW: Source = { document: '财预〔2021〕101号', clause: '附件 权重', scope: 'central-project' };
const OLD: Source = { document: '财预〔2020〕10号', clause: '附件 分值权重', scope: 'project' };

function sentence(points: WeightScheme): readonly string[] {
  return WEIGHT_PARTS.flatMap((part) =>
    points[part] === undefined ? [] : [`${LEVEL1_NAMES[part][0] ?? ''}${points[part]}`],
  );
}

export const rule = defineRule({
  code: 'PT402',
  name: 'weight-split',
  scope: 'table',
  severity: 'info',
  dimension: 'appropriateness',
  fields: ['level1', 'level2', 'name', 'weight', 'standard', 'execution'],
  source: NEW,
  *check(table, { settings }) {
    const weights = weightsOf(table);
    const { rows, sum, missing } = weights;
    const [first] = rows;
    if (!first || missing.length > 0) return;
    const grid = scoredExecution(table).reduce((total, row) => total.plus(row.weight.value), new Big(0));
    const local = settings.weightSchemes.filter((scheme) => sum.eq(pointsOf(scheme)));
    if (local.length === 0) {
      // Where splits are laid down and none has this total, the total is at fault: another rule's business.
      if (settings.weightSchemes.length > 0 || !sum.eq(TARGET_POINTS)) return;
      if (grid.gt(0) && !grid.plus(sum).eq(FULL_POINTS)) return;
    }

    const points = splitOf(weights);
    if (!points) return;
    const withCost = points.cost !== undefined;
    const schemes = schemesFor(points, sum, local);
    const fits = (scheme: WeightScheme): boolean =>
      WEIGHT_PARTS.every((part) => (points[part] ?? 0) === (scheme[part] ?? 0));
    if (schemes.some(fits)) return;
    const scheme = nearestScheme(points, schemes);
    yield {
      message: local.length > 0 ? 'local' : withCost ? 'withCost' : 'withoutCost',
      cell: first.weight.cell,
      field: 'weight',
      data: { found: sentence(points), scheme: sentence(scheme) },
      source: withCost || table.tree === '2021' ? NEW : OLD,
    };
  },
});
