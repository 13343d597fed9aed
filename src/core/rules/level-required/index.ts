import { hasColumn, level1Of, meantLevel2 } from '../../indicator';
import { defineRule } from '../rule';
import type { Level1, Level2 } from '../../indicator';

const LEVEL1: readonly (readonly [Level1, string])[] = [
  ['output', '产出指标'],
  ['benefit', '效益指标'],
];

const LEVEL2: readonly (readonly [Level2, string])[] = [
  ['quantity', '数量指标'],
  ['quality', '质量指标'],
];

export const rule = defineRule({
  code: 'PT403',
  name: 'level-required',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['level1', 'level2', 'columns'],
  source: { document: '财预〔2021〕101号', clause: '二', scope: 'central-project' },
  *check(table) {
    const { indicators } = table;
    const level1 = indicators.map((row) => (row.level1 ? level1Of(row.level1.value) : null));
    // A label that is lost or unknown may be the very one: then nothing can be said to be missing.
    if (indicators.length === 0 || level1.includes(null) || level1.includes('input')) return;
    const cell = table.columns.find(({ field }) => field === 'level1')?.headerCell ?? {
      row: table.headerRows[0] ?? table.range.top,
      column: table.range.left,
    };
    const lacking = LEVEL1.filter(([id]) => !level1.includes(id)).map(([, name]) => `“${name}”`);
    if (lacking.length > 0) yield { message: 'level1', cell, field: 'level1', data: { lacking } };

    const outputs = indicators.filter((_, index) => level1[index] === 'output');
    const level2 = outputs.map((row) => (row.level2 ? meantLevel2(row.level2.value) : null));
    if (outputs.length === 0 || !hasColumn(table, 'level2') || level2.includes(null)) return;
    const without = LEVEL2.filter(([id]) => !level2.includes(id)).map(([, name]) => `“${name}”`);
    if (without.length > 0) {
      const at = outputs[0]?.level1?.cell ?? cell;
      yield { message: 'level2', cell: at, field: 'level2', data: { lacking: without } };
    }
  },
});
