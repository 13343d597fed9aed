import { findDates, findQuantities } from '../../text';
import { rewrite } from '../edits';
import { cellOf, defineRule } from '../rule';
import { fixOf, nameOf } from '../targets';

const plain = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');

/** The one thing to reach in a sentence: 不超过48.14万, 2023年12月31日. */
function kernel(text: string): string | null {
  const dates = findDates(text).filter(({ year, value }) => year === null || value.length > 4);
  const quantities = findQuantities(text);
  if (quantities.length === 1 && dates.length === 0) return quantities[0]?.text ?? null;
  if (dates.length !== 1 || quantities.length > 0) return null;
  const [date] = dates;
  return date ? date.text + (/^\s*(?:之?前|以前)/u.exec(text.slice(date.end))?.[0] ?? '') : null;
}

/** What is left of a wording that begins with the name. */
function remainder(text: string, name: string): string | null {
  const words = text.trim();
  const rest = words.startsWith(name) ? words.slice(name.length).replace(/^[\s\p{P}]+/u, '') : '';
  return rest.length >= 2 ? rest : null;
}

export const rule = defineRule({
  code: 'PT218',
  name: 'value-is-sentence',
  scope: 'row',
  severity: 'info',
  dimension: 'completeness',
  fields: ['target', 'name', 'explanation'],
  *check(indicator, _table, { sheet }) {
    const { target, explanation } = indicator;
    if (!target || indicator.reading.kind === 'multiple') return;
    const text = plain(target.raw);
    const name = plain(nameOf(indicator));
    const explained = plain(explanation?.raw ?? '');
    const repeatsName = name.length >= 4 && text.includes(name);
    if (!repeatsName && !(text.length >= 8 && text === explained)) return;
    const to = kernel(target.raw) ?? (repeatsName ? remainder(target.raw, nameOf(indicator)) : null);
    yield {
      message: repeatsName ? 'name' : 'explanation',
      cell: cellOf(indicator, 'target'),
      field: 'target',
      indicator,
      data: { name: nameOf(indicator) },
      fixes:
        to === null
          ? []
          : fixOf(
              'shorten',
              rewrite(sheet, target.cell, () => to),
              { to },
            ),
    };
  },
});
