import Big from 'big.js';
import { FULL_POINTS, LEVEL1_NAMES, TARGET_POINTS, isSatisfaction, level1Of, weightScheme } from '../../indicator';
import { defineRule } from '../rule';
import { plain, scoredExecution, weightsOf } from '../weights';
import type { Indicator, Level1 } from '../../indicator';
import type { Source, WeightScheme } from '../rule';

const NEW: Source = { document: '财预〔2021〕101号', clause: '附件 权重', scope: 'central-project' };
const OLD: Source = { document: '财预〔2020〕10号', clause: '附件 分值权重', scope: 'project' };

const ORDER: readonly (keyof WeightScheme)[] = ['cost', 'output', 'benefit', 'satisfaction'];

/** Satisfaction counts by itself, also where the table puts it under 效益. */
function partOf({ level1, level2 }: Indicator): Level1 | null {
  if (level2 && isSatisfaction(level2.value)) return 'satisfaction';
  return level1 ? level1Of(level1.value) : null;
}

function totalOf(scheme: WeightScheme): Big {
  return ORDER.reduce((total, part) => total.plus(scheme[part] ?? 0), new Big(0));
}

function sentence(points: WeightScheme): readonly string[] {
  return ORDER.flatMap((part) => (points[part] === undefined ? [] : [`${LEVEL1_NAMES[part][0] ?? ''}${points[part]}`]));
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
    const { rows, sum, missing } = weightsOf(table);
    const [first] = rows;
    if (!first || missing.length > 0) return;
    const grid = scoredExecution(table).reduce((total, row) => total.plus(row.weight.value), new Big(0));
    const local = settings.weightSchemes.filter((scheme) => sum.eq(totalOf(scheme)));
    if (local.length === 0) {
      // Where splits are laid down and none has this total, the total is at fault: another rule's business.
      if (settings.weightSchemes.length > 0 || !sum.eq(TARGET_POINTS)) return;
      if (grid.gt(0) && !grid.plus(sum).eq(FULL_POINTS)) return;
    }

    const found: Partial<Record<Level1, Big>> = {};
    for (const { indicator, weight } of rows) {
      const part = partOf(indicator);
      if (part === null || part === 'input') return;
      found[part] = (found[part] ?? new Big(0)).plus(weight.value);
    }
    const points = Object.fromEntries(
      Object.entries(found).map(([part, value]) => [part, plain(value)] as const),
    ) as Partial<Record<Level1, number>>;
    const withCost = points.cost !== undefined;
    const schemes = local.length > 0 ? local : [weightScheme(withCost, points.satisfaction !== undefined)];
    const fits = (scheme: WeightScheme): boolean => ORDER.every((part) => (points[part] ?? 0) === (scheme[part] ?? 0));
    if (schemes.some(fits)) return;
    // Of several, the one for the same parts says best what is expected.
    const sameParts = (scheme: WeightScheme): boolean =>
      ORDER.every((part) => (points[part] === undefined) === (scheme[part] === undefined));
    const scheme = (schemes.find(sameParts) ?? schemes[0]) as WeightScheme;
    yield {
      message: local.length > 0 ? 'local' : withCost ? 'withCost' : 'withoutCost',
      cell: first.weight.cell,
      field: 'weight',
      data: { found: sentence(points), scheme: sentence(scheme) },
      source: withCost || table.tree === '2021' ? NEW : OLD,
    };
  },
});
