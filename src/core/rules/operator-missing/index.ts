import { hasColumn } from '../../indicator';
import { cellAt } from '../../sheet';
import { cellOf, defineRule } from '../rule';
import { amountText, fixOf, likelySigns, nameOf, quantityOf, signCell, signEdit } from '../targets';

export const rule = defineRule({
  code: 'PT202',
  name: 'operator-missing',
  scope: 'row',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['operator', 'target', 'unit', 'explanation', 'name', 'level1', 'level2', 'columns'],
  yieldsTo: ['PT215'],
  *check(indicator, table, { sheet }) {
    const quantity = quantityOf(indicator);
    if (!quantity || quantity.operator !== null || indicator.operator) return;
    const place = signCell(indicator, table);
    // What stands in the sign column but is no sign is another matter.
    if (place && (cellAt(sheet, place)?.text.trim() ?? '') !== '') return;
    const name = nameOf(indicator);
    yield {
      message: 'missing',
      severity: hasColumn(table, 'operator') ? 'warning' : 'info',
      cell: cellOf(indicator, 'target'),
      field: 'operator',
      indicator,
      data: { name, value: amountText(quantity.value, quantity.unit) },
      fixes: likelySigns(indicator, quantity).flatMap((sign) =>
        fixOf('add', signEdit(indicator, table, sheet, sign), { sign }),
      ),
    };
  },
});
