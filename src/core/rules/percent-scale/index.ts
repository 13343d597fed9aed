import { findQuantities, isPercentUnit } from '../../text';
import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { fixOf, isFewerBetter, isShare, nameOf, numberEdit, quantityOf } from '../targets';

/** Rates that are high wherever work is done, though some may pass 100 %. */
const HIGH = /(?:完成|执行|到位|利用|使用|支付|拨付)率$/u;

/** A hundred times as much, without the noise of binary fractions. */
function hundredfold(value: number): number {
  return Number((value * 100).toPrecision(12));
}

export const rule = defineRule({
  code: 'PT207',
  name: 'percent-scale',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['target', 'unit', 'name', 'explanation'],
  *check(indicator, _table, { sheet }): Iterable<Report> {
    const quantity = quantityOf(indicator);
    const { target, explanation } = indicator;
    if (!quantity || !target || !isPercentUnit(quantity.unit)) return;
    const { value } = quantity;
    if (value <= 0 || value > 1) return;
    const scaled = hundredfold(value);
    const explained = findQuantities(explanation?.raw ?? '').filter(({ unit }) => isPercentUnit(unit));
    if (explained.some((mention) => mention.value === value)) return;
    const name = nameOf(indicator);
    const found = explained.find((mention) => mention.value === scaled);
    // A low share is rare but possible where it counts what should not be: 差错率 0.5 %.
    if (!found && (!(isShare(name) || HIGH.test(name)) || isFewerBetter(name) || scaled < 50)) return;
    yield {
      message: found ? 'explained' : 'small',
      cell: cellOf(indicator, 'target'),
      field: 'target',
      indicator,
      data: found ? { name, value, found: found.value } : { name, value, to: scaled },
      fixes: fixOf('scale', numberEdit(sheet, target.cell, scaled), { to: scaled }),
    };
  },
});
