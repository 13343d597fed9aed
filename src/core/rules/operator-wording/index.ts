import type { Operator } from '../../indicator';
import { findDates, findQuantities, isPercentUnit, parseOperator } from '../../text';
import type { QuantityMention } from '../../text';
import { rewrite } from '../edits';
import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { comparatorIn, fixOf, isShare, nameOf, quantityOf, signEdit } from '../targets';

const LEADING_SIGNS = /^\s*[≥≤=<>≧≦⩾⩽＝＜＞]+\s*/u;

export const rule = defineRule({
  code: 'PT201',
  name: 'operator-wording',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['operator', 'target', 'unit', 'explanation', 'name'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    const { operator, target, explanation } = indicator;
    if (!target) return;
    const lead = LEADING_SIGNS.exec(target.raw)?.[0] ?? '';
    const sign = operator?.value ?? parseOperator(lead);
    if (sign === null || sign === '定性' || sign === '定量') return;
    // The words of the target cell itself: 3小时内 beside <, or ≥不超过5天.
    const words = operator && operator.cell.column !== target.cell.column ? target.raw : target.raw.slice(lead.length);
    const cell = cellOf(indicator, operator ? 'operator' : 'target');
    const common = { cell, field: 'operator', indicator } as const;
    const due = findDates(words).find(({ deadline }) => deadline);
    if (due && (sign === '≥' || sign === '>')) {
      yield {
        message: 'target',
        ...common,
        data: { name: nameOf(indicator), sign, words: words.trim().replace(/\s+/gu, '') },
        fixes: fixOf('sign', signEdit(indicator, table, sheet, '≤'), { to: '≤' }),
      };
      return;
    }
    const beside = findQuantities(words);
    const own = beside.length === 1 ? (beside[0] ?? null) : null;
    const quantity = quantityOf(indicator);
    const value = quantity?.value ?? own?.value;
    if (value === undefined) return;
    const unit = quantity?.unit ?? own?.unit ?? null;
    const places: readonly (readonly ['target' | 'explanation', QuantityMention | null])[] = [
      ['target', own?.operator ? own : null],
      ['explanation', explanation ? comparatorIn(explanation.raw, value, unit) : null],
    ];
    for (const [place, mention] of places) {
      if (!mention?.operator || mention.operator === sign) continue;
      const capped = isPercentUnit(unit) && value === 100 && isShare(nameOf(indicator));
      const alike = capped && [sign, mention.operator].every((one) => one === '=' || one === '≥');
      yield {
        message: alike ? 'same' : place,
        severity: alike ? 'warning' : 'error',
        ...common,
        data: { name: nameOf(indicator), sign, words: mention.text.replace(/\s+/gu, '') },
        fixes: [
          ...(operator
            ? fixOf('sign', signEdit(indicator, table, sheet, mention.operator), { to: mention.operator })
            : []),
          ...(place === 'explanation' && explanation
            ? fixOf(
                'words',
                wordsEdit(sign, mention, (change) => rewrite(sheet, explanation.cell, change)),
                {
                  to: WORDS[sign] + mention.text.replace(COMPARATOR, ''),
                },
              )
            : []),
        ],
      };
      return;
    }
  },
});

const WORDS: Readonly<Record<Operator, string>> = {
  '≥': '不低于',
  '≤': '不超过',
  '=': '等于',
  '>': '高于',
  '<': '低于',
};

/** Everything up to the number. */
const COMPARATOR = /^\P{Nd}+/u;

/** Puts the word for the sign in place of the one before the number; comparators behind it are left to people. */
function wordsEdit(
  sign: Operator,
  mention: QuantityMention,
  apply: (change: (text: string) => string) => ReturnType<typeof rewrite>,
): ReturnType<typeof rewrite> {
  const before = COMPARATOR.exec(mention.text)?.[0];
  if (before === undefined || /[上下内]$/u.test(mention.text)) return null;
  return apply((text) => {
    const rest = text.slice(mention.start + before.length);
    return text.slice(mention.start, mention.start + before.length) === before
      ? text.slice(0, mention.start) + WORDS[sign] + rest
      : text;
  });
}
