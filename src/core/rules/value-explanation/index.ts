import { findQuantities } from '../../text';
import type { QuantityMention } from '../../text';
import { rewrite } from '../edits';
import { cellOf, defineRule } from '../rule';
import {
  absolute,
  agrees,
  amountText,
  decimalsOf,
  fixOf,
  nameOf,
  numberEdit,
  quantityOf,
  sameUnit,
  statedTargets,
} from '../targets';

/** Two characters in a row that both texts have: the sentence speaks of the same thing. */
function shareWords(name: string, clause: string): boolean {
  const plain = name.replace(/[\s\p{P}]/gu, '');
  for (let i = 0; i + 2 <= plain.length; i++) if (clause.includes(plain.slice(i, i + 2))) return true;
  return false;
}

/** The part of the sentence that a place stands in. */
function clauseAround(text: string, start: number, end: number): string {
  const before =
    text
      .slice(0, start)
      .split(/[，。；,;！!\n]/u)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[，。；,;！!\n]/u)[0] ?? '';
  return before + after;
}

export const rule = defineRule({
  code: 'PT203',
  name: 'value-explanation',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['target', 'unit', 'explanation', 'name'],
  yieldsTo: ['PT207'],
  *check(indicator, _table, { sheet }) {
    const quantity = quantityOf(indicator);
    const { explanation, target } = indicator;
    if (!quantity?.unit || !explanation || !target) return;
    const { value, unit } = quantity;
    const alike = (mention: QuantityMention): boolean => mention.unit !== null && sameUnit(mention.unit, unit);
    const figures = findQuantities(explanation.raw).filter(alike);
    if (figures.some((mention) => agrees(value, unit, mention.value, mention.unit))) return;
    const stated = statedTargets(explanation.raw).filter(alike);
    const [found, ...others] = stated;
    // Several figures, none of them the target: parts of it, more likely than a slip.
    if (!found || others.length > 0) return;
    if (!shareWords(nameOf(indicator), clauseAround(explanation.raw, found.start, found.end).replace(/\s+/gu, '')))
      return;
    const inUnit = Number((absolute(found.value, found.unit) / absolute(1, unit)).toPrecision(12));
    const inExplanation = Number((absolute(value, unit) / absolute(1, found.unit)).toPrecision(12));
    yield {
      message: 'differs',
      cell: cellOf(indicator, 'target'),
      field: 'target',
      indicator,
      data: { name: nameOf(indicator), value: amountText(value, unit), found: found.text.replace(/\s+/gu, '') },
      fixes: [
        ...(decimalsOf(inUnit) <= 6
          ? fixOf('target', numberEdit(sheet, target.cell, inUnit), { to: amountText(inUnit, unit) })
          : []),
        ...(decimalsOf(inExplanation) <= 6
          ? fixOf(
              'explanation',
              rewrite(sheet, explanation.cell, (text) => {
                const words = text.slice(found.start, found.end);
                const changed = words.replace(/\p{Nd}+(?:[,，]\p{Nd}{3})*(?:[.．]\p{Nd}+)?/u, String(inExplanation));
                return text.slice(0, found.start) + changed + text.slice(found.end);
              }),
              { to: amountText(inExplanation, found.unit) },
            )
          : []),
      ],
    };
  },
});
