import { level2Of } from '../../indicator';
import { defineRule, ROWS_BETWEEN } from '../rule';
import { nameOf } from '../targets';
import { plainName } from '../texts';
import type { Indicator } from '../../indicator';

/** Words that name the thing no more closely: with and without them the indicator is the same. */
const FILLERS = /的|情况|工作|指标|开展|实际|年度|本年/gu;

function bare(indicator: Indicator): string {
  return plainName(indicator.name?.value ?? '').replace(FILLERS, '');
}

function targetOf(indicator: Indicator): string {
  return plainName([indicator.operator?.value, indicator.target?.value, indicator.unit?.value].join(' '));
}

/** Two rows of the same name may still measure two things, where the explanations differ. */
function told(first: Indicator, second: Indicator): boolean {
  const a = plainName(first.explanation?.value ?? '');
  const b = plainName(second.explanation?.value ?? '');
  return a !== '' && b !== '' && a !== b && targetOf(first) !== targetOf(second);
}

function levelOf({ level2 }: Indicator): string {
  return level2 ? (level2Of(level2.value) ?? plainName(level2.value)) : '';
}

export const rule = defineRule({
  code: 'PT105',
  name: 'duplicate-indicator',
  scope: 'table',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['level2', 'name', 'operator', 'target', 'unit', 'explanation'],
  places: true,
  *check(table) {
    const byName = new Map<string, Indicator>();
    const byWording = new Map<string, Indicator>();
    for (const [index, indicator] of table.indicators.entries()) {
      if (index % ROWS_BETWEEN === ROWS_BETWEEN - 1) yield null;
      const name = plainName(indicator.name?.value ?? '');
      if (!indicator.name || name.length < 2) continue;
      const same = byName.get(name);
      // Other wording is only taken for the same thing where category, target and unit agree as well.
      // The same words in another order are the same thing: 集中供水站新建数量, 新建集中供水站数量.
      const letters = [...bare(indicator)].sort().join('');
      const wording = [letters, levelOf(indicator), targetOf(indicator)].join('|');
      const alike = bare(indicator).length >= 3 && indicator.target ? byWording.get(wording) : undefined;
      const first = same ?? alike;
      if (first) {
        const differs = same !== undefined && told(first, indicator);
        yield {
          message: differs ? 'homonym' : same ? 'same' : 'wording',
          cell: indicator.name.cell,
          field: 'name',
          indicator,
          severity: differs ? 'info' : 'warning',
          data: {
            name: nameOf(indicator),
            row: indicator.row + 1,
            first: first.row + 1,
            other: nameOf(first),
          },
        };
      }
      if (!same) byName.set(name, indicator);
      if (!alike) byWording.set(wording, indicator);
    }
  },
});
