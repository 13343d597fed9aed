import { hasColumn } from '../../indicator';
import type { Operator } from '../../indicator';
import { cellAt } from '../../sheet';
import { cellOf, defineRule } from '../rule';
import {
  amountText,
  fixOf,
  isCost,
  isFewerBetter,
  isReduction,
  nameOf,
  quantityOf,
  signCell,
  signEdit,
} from '../targets';

export const rule = defineRule({
  code: 'PT202',
  name: 'operator-missing',
  scope: 'row',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['operator', 'target', 'unit', 'columns'],
  yieldsTo: ['PT215'],
  *check(indicator, table, { sheet }) {
    const quantity = quantityOf(indicator);
    if (!quantity || quantity.operator !== null || indicator.operator) return;
    const place = signCell(indicator, table);
    // What stands in the sign column but is no sign is another matter.
    if (place && (cellAt(sheet, place)?.text.trim() ?? '') !== '') return;
    const name = nameOf(indicator);
    const less = (isCost(indicator) || isFewerBetter(name)) && !isReduction(name);
    const signs: readonly Operator[] = less ? ['≤', '='] : ['≥', '='];
    yield {
      message: 'missing',
      severity: hasColumn(table, 'operator') ? 'warning' : 'info',
      cell: cellOf(indicator, 'target'),
      field: 'operator',
      indicator,
      data: { name, value: amountText(quantity.value, quantity.unit) },
      fixes: signs.flatMap((sign) => fixOf('add', signEdit(indicator, table, sheet, sign), { sign })),
    };
  },
});
