import { isPercentUnit } from '../../text';
import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { comparatorIn, fixOf, isShare, nameOf, quantityOf, signEdit } from '../targets';

export const rule = defineRule({
  code: 'PT206',
  name: 'percent-bound',
  scope: 'row',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['target', 'operator', 'unit', 'name', 'explanation'],
  yieldsTo: ['PT201'],
  foldsUnder: ['PT203'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    const quantity = quantityOf(indicator);
    const name = nameOf(indicator);
    if (!quantity || !isPercentUnit(quantity.unit) || !isShare(name)) return;
    const { value, operator } = quantity;
    const common = { cell: cellOf(indicator, 'target'), field: 'target', indicator } as const;
    if (value > 100 || (value === 100 && operator === '>')) {
      yield { message: 'above', ...common, data: { name, value, sign: operator ?? '' } };
    } else if (value === 100 && operator === '≥') {
      // Where the explanation says 不低于 too, another sign would only set them apart.
      const explained = comparatorIn(indicator.explanation?.raw ?? '', value, quantity.unit) !== null;
      const fixes = explained ? [] : fixOf('equal', signEdit(indicator, table, sheet, '='));
      yield { message: 'plain', severity: 'info', ...common, data: { name }, fixes };
    }
  },
});
