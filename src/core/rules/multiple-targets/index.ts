import type { Target } from '../../indicator';
import { cellOf, defineRule } from '../rule';
import { amountText, nameOf } from '../targets';

/** A target in a few signs, for a sentence. */
function inWords(target: Target): string {
  switch (target.kind) {
    case 'quantity':
      return (target.operator ?? '') + amountText(target.value, target.unit);
    case 'range':
      return `${target.low}-${amountText(target.high, target.unit)}`;
    case 'date':
      return (target.operator ?? '') + target.value.replace(/^--/u, '');
    default:
      return target.value ?? '';
  }
}

export const rule = defineRule({
  code: 'PT214',
  name: 'multiple-targets',
  scope: 'row',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['target'],
  *check(indicator) {
    const { reading } = indicator;
    if (reading.kind !== 'multiple') return;
    const parts = reading.parts.map(inWords);
    yield {
      message: 'several',
      cell: cellOf(indicator, 'target'),
      field: 'target',
      indicator,
      data: { name: nameOf(indicator), count: parts.length, parts },
    };
  },
});
