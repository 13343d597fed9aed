import { hasColumn } from '../../indicator';
import { findQuantities, isUnit } from '../../text';
import { cellOf, defineRule } from '../rule';
import { fixOf, nameOf, write } from '../targets';

/** 培训次数（次）: the unit stands behind the name. */
const IN_NAME = /[（(]([^（）()]{1,8})[）)]$/u;

export const rule = defineRule({
  code: 'PT205',
  name: 'unit-missing',
  scope: 'row',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['unit', 'target', 'name', 'explanation', 'columns'],
  *check(indicator, table, { sheet }) {
    const { reading } = indicator;
    if (reading.kind !== 'quantity' && reading.kind !== 'range') return;
    if (reading.unit !== null || indicator.unit) return;
    const name = nameOf(indicator);
    const inName = IN_NAME.exec(name)?.[1]?.replace(/^单位[:：]?/u, '');
    if (inName !== undefined && isUnit(inName)) return;
    const value = reading.kind === 'quantity' ? String(reading.value) : `${reading.low}-${reading.high}`;
    const units = new Set(
      findQuantities(indicator.explanation?.raw ?? '')
        .filter((mention) => reading.kind === 'quantity' && mention.value === reading.value && mention.unit !== null)
        .map((mention) => mention.unit as string),
    );
    const column = hasColumn(table, 'unit') ? table.columns.find(({ field }) => field === 'unit')?.column : undefined;
    yield {
      message: 'missing',
      cell: cellOf(indicator, 'target'),
      field: 'unit',
      indicator,
      data: { name, value },
      fixes:
        column === undefined
          ? []
          : [...units].flatMap((unit) =>
              fixOf('add', write(sheet, { row: indicator.row, column: column + indicator.shift }, { text: unit }), {
                to: unit,
              }),
            ),
    };
  },
});
