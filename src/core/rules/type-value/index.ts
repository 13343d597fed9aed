import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { fixOf, likelySigns, nameOf, signEdit } from '../targets';

export const rule = defineRule({
  code: 'PT216',
  name: 'type-value',
  scope: 'row',
  severity: 'warning',
  dimension: 'appropriateness',
  fields: ['operator', 'target', 'unit', 'name', 'explanation', 'level1', 'level2'],
  foldsUnder: ['PT209'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    const { operator, target, reading } = indicator;
    if (!operator || !target || operator.cell.column === target.cell.column) return;
    const type = operator.value;
    const name = nameOf(indicator);
    const common = { cell: cellOf(indicator, 'operator'), field: 'operator', indicator } as const;
    const value = target.raw.replace(/\s+/gu, '');
    if (reading.kind === 'qualitative' && type !== '定性') {
      const fixes = fixOf('sign', signEdit(indicator, table, sheet, '定性'), { to: '定性' });
      yield { message: 'words', ...common, data: { name, type, value }, fixes };
    } else if (type === '定性' && reading.kind === 'date') {
      yield { message: 'date', severity: 'info', ...common, data: { name, value } };
    } else if (type === '定性' && (reading.kind === 'quantity' || reading.kind === 'range')) {
      const signs =
        reading.kind === 'range' ? [] : reading.operator ? [reading.operator] : likelySigns(indicator, reading);
      const fixes = signs.flatMap((sign) => fixOf('sign', signEdit(indicator, table, sheet, sign), { to: sign }));
      yield { message: 'number', ...common, data: { name, type, value }, fixes };
    }
  },
});
