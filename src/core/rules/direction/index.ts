import type { Indicator, Operator } from '../../indicator';
import { cellOf, defineRule } from '../rule';
import {
  amountText,
  fixOf,
  isCost,
  isFewerBetter,
  isReduction,
  isShare,
  levelOf,
  nameOf,
  quantityOf,
  signEdit,
} from '../targets';

const FLIPPED: Readonly<Partial<Record<Operator, Operator>>> = { '≥': '≤', '≤': '≥', '>': '<', '<': '>' };

/** Quantities that are held down on purpose: staff, meetings, receptions, cars, debts, hours of waiting. */
const HELD_DOWN =
  /人员|编制|供养|在职|会议|接待|出国|出境|公务|用车|车辆|债务|隐患|时间|时长|时限|天数|周期|间隔|等待|库存|缺口|支出|成本|费|上限|定额|控制/u;

/** Why the direction looks wrong: id of the message, or null. */
function doubt(indicator: Indicator, operator: Operator): 'fewer' | 'cost' | 'more' | null {
  const name = nameOf(indicator);
  if (isReduction(indicator)) return null;
  if (operator === '≥' || operator === '>') {
    if (isFewerBetter(name)) return 'fewer';
    return isCost(indicator) && !/效益|收益|收入|率$|度$|年限|比例/u.test(name) ? 'cost' : null;
  }
  if (operator === '=') return null;
  if (isShare(name) && !isFewerBetter(name)) return 'more';
  const work = levelOf(indicator) === 'quantity' && !isFewerBetter(name) && !HELD_DOWN.test(name) && !/率$/u.test(name);
  return work ? 'more' : null;
}

export const rule = defineRule({
  code: 'PT208',
  name: 'direction',
  scope: 'row',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['operator', 'target', 'name', 'level1', 'level2', 'unit'],
  yieldsTo: ['PT201'],
  *check(indicator, table, { sheet }) {
    const quantity = quantityOf(indicator);
    if (!quantity?.operator || !indicator.name) return;
    const message = doubt(indicator, quantity.operator);
    const flipped = FLIPPED[quantity.operator];
    if (message === null || flipped === undefined) return;
    yield {
      message,
      cell: cellOf(indicator, 'operator'),
      field: 'operator',
      indicator,
      data: { name: nameOf(indicator), sign: quantity.operator, value: amountText(quantity.value, quantity.unit) },
      fixes: fixOf('flip', signEdit(indicator, table, sheet, flipped), { to: flipped }),
    };
  },
});
