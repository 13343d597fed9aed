import { isMoneyUnit, isPercentUnit } from '../../text';
import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { absolute, agrees, amountText, nameOf, quantityOf } from '../targets';
import { near, rateIn, totalIn, wrongEquations } from './figures';

/** Money as people write it: 元 in whole, 万元 from ten thousand on. */
function yuanText(yuan: number): string {
  return yuan >= 10_000 ? `${Number((yuan / 10_000).toPrecision(10))}万元` : `${yuan}元`;
}

export const rule = defineRule({
  code: 'PT217',
  name: 'derived-rate',
  scope: 'row',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['target', 'unit', 'operator', 'explanation', 'name'],
  *check(indicator): Iterable<Report> {
    const { explanation } = indicator;
    const quantity = quantityOf(indicator);
    if (!explanation) return;
    const text = explanation.raw;
    const name = nameOf(indicator);
    const common = { cell: cellOf(indicator, 'explanation'), field: 'explanation', indicator } as const;

    for (const { value, words } of wrongEquations(text)) {
      yield { message: 'equation', ...common, data: { name, words, computed: value } };
    }

    if (quantity && isPercentUnit(quantity.unit)) {
      const rate = rateIn(text);
      if (rate && !accepts(quantity.operator, rate.value, quantity.value)) {
        yield {
          message: 'rate',
          ...common,
          data: {
            name,
            value: amountText(quantity.value, '%'),
            words: rate.words,
            computed: Number(rate.value.toFixed(1)),
          },
        };
      }
    }

    const product = totalIn(text);
    if (!product) return;
    const { total, value: yuan, words } = product;
    if (total && !agrees(total.value, total.unit, yuan, '元')) {
      yield { message: 'total', ...common, data: { name, value: total.text, words, computed: yuanText(yuan) } };
    } else if (!total && quantity && isMoneyUnit(quantity.unit)) {
      const { value, unit, operator } = quantity;
      // A ceiling above what is computed leaves room, and is no contradiction.
      const within = operator === '≤' || operator === '<' ? yuan <= absolute(value, unit) : false;
      if (within || agrees(value, unit, yuan, '元')) return;
      yield {
        message: 'total',
        ...common,
        data: { name, value: amountText(value, unit), words, computed: yuanText(yuan) },
      };
    }
  },
});

/** Whether a computed rate is as the target asks, rounding allowed for. */
function accepts(operator: string | null, rate: number, target: number): boolean {
  if (near(rate, target)) return true;
  if (operator === '≥' || operator === '>') return rate > target;
  return (operator === '≤' || operator === '<') && rate < target;
}
