import type { Indicator } from '../../indicator';
import { saysNothing } from '../outcomes';
import { defineRule } from '../rule';
import type { Report } from '../rule';

/** Rows with one and the same reason from which on it says nothing. */
const MANY = 3;
/** Shorter goals may well be answered in the same words. */
const LONG = 12;

const plainText = (text: string) => text.replace(/[\s\p{P}]+/gu, '');

export const rule = defineRule({
  code: 'PT609',
  name: 'copied-text',
  scope: 'table',
  severity: 'warning',
  dimension: 'feasibility',
  fields: ['goal', 'deviation'],
  *check(table): Iterable<Report> {
    if (table.kind !== 'self-evaluation') return;
    const { goal, goalActual, indicators } = table;
    if (goal && goalActual) {
      const text = plainText(goal.value);
      if (text.length >= LONG && text === plainText(goalActual.value)) {
        yield { message: 'goal', cell: goalActual.cell, field: 'goal' };
      }
    }
    const byReason = new Map<string, Indicator[]>();
    for (const indicator of indicators) {
      const { deviation } = indicator;
      if (!deviation || saysNothing(deviation.value) || deviation.assumed === 'carried') continue;
      const text = plainText(deviation.value);
      if (text.length < 4 || /^(?:已完成|无偏差|完成目标|达成目标|按时完成)/u.test(text)) continue;
      byReason.set(text, [...(byReason.get(text) ?? []), indicator]);
    }
    for (const rows of byReason.values()) {
      const [first] = rows;
      if (!first?.deviation || rows.length < MANY) continue;
      yield {
        message: 'reason',
        cell: first.deviation.cell,
        field: 'deviation',
        indicator: first,
        data: { count: rows.length, text: first.deviation.value.trim().slice(0, 20) },
      };
    }
  },
});
