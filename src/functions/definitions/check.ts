import { checkNow } from '../../core/check';
import { RULES } from '../../core/rules';
import { isPercentUnit } from '../../core/text';
import { makeCell, makeSheet } from '../../core/sheet';
import type { Finding } from '../../core/rules/finding';
import { renderMessage } from '../../i18n/render';
import type { ElementFunction } from '../definition';
import { notAvailable } from '../value';
import type { Scalar } from '../value';
import { textOf } from './arguments';

/** What is said of the wording and the standard of one row; all else needs the table around it. */
const ROW_RULES = RULES.map((entry) => entry.rule).filter((rule) => rule.scope === 'row' && /^PT[23]/u.test(rule.code));

const HEADER = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值类型',
  '指标值',
  '计量单位',
  '指标解释',
  '评（扣）分标准',
  '分值',
];

const NOTHING_FOUND = '未发现问题';

/** The findings of one row joined by ；, or 未发现问题 (never 通过: that is the reviewer's decision). */
export const check: ElementFunction = {
  name: 'CHECK',
  kind: 'element',
  result: 'text',
  parameters: [
    { name: 'operator' },
    { name: 'target' },
    { name: 'unit', optional: true },
    { name: 'explanation', optional: true },
    { name: 'standard', optional: true },
    { name: 'weight', optional: true },
  ],
  calculate([operator = null, target = null, unit = null, explanation = null, standard = null, weight = null]) {
    if (target === null) return notAvailable('blank', { name: 'target' });
    const cells = [null, null, '本指标', operator, scaled(target, unit), unit, explanation, standard, weight];
    const filled = cells.map((value) => (typeof value === 'object' ? null : value));
    // Columns that are not given are left out whole: a missing argument is not a blank cell.
    const kept = HEADER.map((_, index) => index).filter((index) => index <= 4 || filled[index] !== null);
    const sheet = makeSheet(
      '行',
      [HEADER, filled].map((row) => kept.map((index) => makeCell(row[index]))),
    );
    const { findings } = checkNow({ sheets: [sheet], rules: ROW_RULES });
    const shown = findings.filter(({ causedBy }) => causedBy === undefined);
    return shown.length === 0 ? NOTHING_FOUND : shown.map(sentence).join('；');
  },
};

/** A percent cell holds a fraction, and a function does not see the cell's format. */
function scaled(target: Scalar, unit: Scalar): Scalar {
  const fraction = typeof target === 'number' && target > 0 && target <= 1.5 && isPercentUnit(textOf(unit));
  return fraction ? Number((target * 100).toPrecision(15)) : target;
}

function sentence(finding: Finding): string {
  return `${finding.code} ${renderMessage(finding, 'zh-CN').replace(/。$/u, '')}`;
}
