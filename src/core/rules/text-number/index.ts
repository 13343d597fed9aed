import { cellAt, contentOf } from '../../sheet';
import { parseNumber, parseTarget } from '../../text';
import { cellOf, defineRule } from '../rule';
import { nameOf } from '../targets';
import type { Indicator } from '../../indicator';
import type { CellContent } from '../../sheet';

const NUMERIC = ['target', 'weight', 'actual', 'score'] as const;

const FULL_WIDTH = /[０１２３４５６７８９．％]/gu;
/** 23,739,200.00: groups of three. */
const GROUPS = /(?<![\d.,])\d{1,3}(?:[,，]\d{3}){1,5}(?![\d,，])/gu;
/** A number torn apart by a break (48⏎35.36), or by blanks (12 000). */
const TORN = /(?<=\d\.?)[\n\r\t]{1,4}(?=[\d.])|(?<=\d) {1,3}(?=0\d)/gu;

function problemOf(text: string): 'width' | 'groups' | 'torn' | null {
  if (text.search(FULL_WIDTH) >= 0) return 'width';
  if (text.search(TORN) >= 0) return 'torn';
  return text.search(GROUPS) >= 0 ? 'groups' : null;
}

function clean(text: string): string {
  return text
    .replace(FULL_WIDTH, (letter) => letter.normalize('NFKC'))
    .replace(TORN, '')
    .replace(GROUPS, (number) => number.replace(/[,，]/gu, ''));
}

/** Whether the mended text says the same as what was read: else the mend is left to people. */
function sameMeaning(indicator: Indicator, field: (typeof NUMERIC)[number], text: string): boolean {
  const found = indicator[field];
  if (!found) return false;
  if (typeof found.value === 'number') {
    const number = parseNumber(text);
    if (number !== null) return number === found.value;
  }
  if (field !== 'target' || indicator.reading.kind === 'unknown') return false;
  const hints = { operator: indicator.operator?.value ?? null, unit: indicator.unit?.value ?? null };
  const target = parseTarget(text, hints);
  return target.kind === indicator.reading.kind && target.value === indicator.reading.value;
}

export const rule = defineRule({
  code: 'PT107',
  name: 'text-number',
  scope: 'row',
  severity: 'info',
  dimension: 'completeness',
  fields: ['target', 'weight', 'actual', 'score', 'operator', 'unit'],
  *check(indicator, _table, { sheet }) {
    for (const field of NUMERIC) {
      const found = indicator[field];
      // Two targets in one cell are not one number torn in two.
      if (!found || (field === 'target' && indicator.reading.kind === 'multiple')) continue;
      const cell = cellAt(sheet, found.cell);
      if (!cell || cell.formula !== undefined || typeof cell.value !== 'string') continue;
      const problem = problemOf(cell.value);
      if (!problem) continue;
      const text = clean(cell.value);
      const to: CellContent = /^-?\d+(?:\.\d+)?$/u.test(text) ? { number: Number(text) } : { text };
      yield {
        message: problem,
        cell: cellOf(indicator, field),
        field,
        indicator,
        data: { name: nameOf(indicator), text: cell.value.replace(/\s+/gu, ' ') },
        fixes: sameMeaning(indicator, field, text)
          ? [
              {
                title: 'clean',
                data: { text },
                grade: 'safe',
                edits: [{ kind: 'set', sheet: sheet.name, cell: found.cell, from: contentOf(cell), to }],
              },
            ]
          : [],
      };
    }
  },
});
