import type { Interval, Target } from '../../indicator';
import { rewrite } from '../edits';
import { cellOf, defineRule } from '../rule';
import { amountText, fixOf, nameOf } from '../targets';

function* rangesOf(target: Target): Generator<Interval> {
  if (target.kind === 'range') yield target;
  if (target.kind === 'multiple') for (const part of target.parts) yield* rangesOf(part);
}

const NUMBER = /\p{Nd}+(?:[,，]\p{Nd}{3})*(?:[.．]\p{Nd}+)?/gu;

/** Exchanges the two numbers of a cell that holds just two. */
function swapped(text: string): string {
  const [first, second, ...others] = [...text.matchAll(NUMBER)];
  if (!first || !second || others.length > 0) return text;
  return (
    text.slice(0, first.index) +
    second[0] +
    text.slice(first.index + first[0].length, second.index) +
    first[0] +
    text.slice(second.index + second[0].length)
  );
}

export const rule = defineRule({
  code: 'PT213',
  name: 'range-inverted',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['target', 'unit', 'operator'],
  *check(indicator, _table, { sheet }) {
    const { target, reading } = indicator;
    if (!target) return;
    for (const { low, high, unit, lowIncluded, highIncluded } of rangesOf(reading)) {
      if (low < high || (low === high && lowIncluded && highIncluded)) continue;
      yield {
        message: low > high ? 'inverted' : 'empty',
        cell: cellOf(indicator, 'target'),
        field: 'target',
        indicator,
        data: { name: nameOf(indicator), low: amountText(low, unit), high: amountText(high, unit) },
        fixes: low > high ? fixOf('swap', rewrite(sheet, target.cell, swapped)) : [],
      };
    }
  },
});
