import { findQuantities, isPercentUnit, normalize } from '../../text';
import { rewrite } from '../edits';
import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { fixOf, kindOfUnit, nameOf, quantityOf, statedTargets } from '../targets';

/** A name that closes with what it counts: 干部考察人次, 培训次数, 新招录人数. */
const COUNTED: readonly (readonly [RegExp, unit: string])[] = [
  [/人次数?$/u, '人次'],
  [/户次数?$/u, '户次'],
  [/人数$/u, '人'],
  [/户数$/u, '户'],
  [/(?<![人户件家])次数$|场次数?$/u, '次'],
];

const MONEY_NAME = /(?:金额|资金|经费|成本|费用|支出额|投资额|收入|产值|税收)$/u;

/** Different measures; two classifiers of things are not. */
function differ(a: string, b: string): boolean {
  const [first, second] = [kindOfUnit(a), kindOfUnit(b)];
  return first !== null && second !== null && first !== second;
}

/** The same heads counted once or each time: whatever the figures are, one of the units is wrong. */
const SAME_HEADS: readonly (readonly string[])[] = [
  ['visits', 'persons'],
  ['households', 'household visits'],
];

/** Kinds that are taken for one another, where the figure is the same. */
const NEAR: readonly (readonly string[])[] = [
  ...SAME_HEADS,
  ['visits', 'occasions'],
  ['percent', 'permille', 'points'],
  ['days', 'working days'],
];

function within(groups: readonly (readonly string[])[], a: string, b: string): boolean {
  const [first, second] = [kindOfUnit(a), kindOfUnit(b)];
  if (first === null || second === null || first === second) return false;
  return groups.some((kinds) => kinds.includes(first) && kinds.includes(second));
}

export const rule = defineRule({
  code: 'PT204',
  name: 'unit-mismatch',
  scope: 'row',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['unit', 'target', 'explanation', 'name'],
  *check(indicator, _table, { sheet }) {
    const quantity = quantityOf(indicator);
    const { unit, target, explanation } = indicator;
    if (!quantity || !unit || !target) return;
    const own = normalize(unit.value);
    const name = nameOf(indicator);
    const report = (message: string, found: string): Report => ({
      message,
      cell: cellOf(indicator, 'unit'),
      field: 'unit',
      indicator,
      data: message === 'amount' ? { name, unit: own } : { name, unit: own, found },
      fixes:
        message === 'amount'
          ? []
          : fixOf(
              'unit',
              rewrite(sheet, unit.cell, (text) => text.replace(unitAsWritten(text, own), found)),
              { to: found },
            ),
    });

    const beside = unit.cell.column === target.cell.column ? null : findQuantities(target.raw)[0];
    if (beside?.unit && differ(beside.unit, own)) {
      yield report('target', beside.unit);
      return;
    }
    const stated = statedTargets(explanation?.raw ?? '').filter((mention) => mention.unit !== null);
    const explained = stated.find(
      ({ unit: found, value }) =>
        found !== null &&
        (value === quantity.value
          ? within(NEAR, found, own) || (isPercentUnit(found) !== isPercentUnit(own) && differ(found, own))
          : stated.length === 1 && within(SAME_HEADS, found, own)),
    );
    const agreed = stated.some((mention) => !differ(mention.unit ?? '', own));
    const counted = COUNTED.find(([pattern]) => pattern.test(name.replace(/[（(][^（）()]*[）)]$/u, '')))?.[1];
    if (explained?.unit && !agreed) {
      yield report('explanation', explained.unit);
    } else if (counted !== undefined && differ(counted, own) && !isPercentUnit(own)) {
      yield report('name', counted);
    } else if (isPercentUnit(own) && MONEY_NAME.test(name)) {
      yield report('amount', '');
    }
  },
});

/** The unit as it stands in a cell that may hold more than it. */
function unitAsWritten(text: string, unit: string): string {
  return text.includes(unit) ? unit : text.trim();
}
