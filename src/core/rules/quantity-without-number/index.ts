import { cellOf, defineRule } from '../rule';
import { levelOf, nameOf } from '../targets';

export const rule = defineRule({
  code: 'PT209',
  name: 'quantity-without-number',
  scope: 'row',
  severity: 'warning',
  dimension: 'feasibility',
  fields: ['level2', 'target'],
  source: { document: '财预〔2021〕101号', clause: '一（二）3', scope: 'central-project' },
  *check(indicator) {
    const { reading } = indicator;
    if (levelOf(indicator) !== 'quantity' || reading.kind !== 'qualitative') return;
    yield {
      message: 'words',
      cell: cellOf(indicator, 'target'),
      field: 'target',
      indicator,
      data: { name: nameOf(indicator), value: reading.value },
    };
  },
});
