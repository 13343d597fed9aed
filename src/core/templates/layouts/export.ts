import type { IndicatorContent } from '../content';
import { placeOf } from '../fill/levels';
import { plain } from '../target-text';
import type { ImportLayout, LayoutColumn } from './layout';

export type LayoutProblemCode =
  | 'blank'
  | 'too-long'
  | 'not-a-number'
  | 'decimals'
  | 'not-allowed'
  /** A break, a tab, an angle bracket …: taken out or replaced; shown, because the text changes. */
  | 'forbidden'
  /** Level 1 and level 2 are not of the system's tree, and nothing tells where the row belongs. */
  | 'level';

/** What the system would refuse, or what was changed so that it does not. */
export interface LayoutProblem {
  readonly code: LayoutProblemCode;
  /** Index among the indicators. */
  readonly indicator: number;
  readonly column: LayoutColumn;
  readonly value: string;
  /** Characters, decimals or words that are allowed, as text; '' where the code says all. */
  readonly allowed: string;
  /** Set where the text was changed: what will be copied. */
  readonly changedTo?: string;
}

export interface Exported {
  /** Headings first, where the layout has them. */
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly LayoutProblem[];
}

/** 复制为系统导入格式: the rows as the system takes them, and all that it would refuse. Pure. */
export function toLayout(layout: ImportLayout, indicators: readonly IndicatorContent[]): Exported {
  const problems: LayoutProblem[] = [];
  const rows = indicators.map((row, indicator) => {
    const { place } = placeOf(row, layout.levels);
    const placed = place ? { ...row, level1: place.level1, level2: place.level2 } : row;
    return layout.columns.map((column) => {
      const value = textOf(column, placed, indicator, layout);
      const add = (code: LayoutProblemCode, allowed: string | number = '', changedTo?: string): void => {
        problems.push({
          code,
          indicator,
          column,
          value,
          allowed: String(allowed),
          ...(changedTo === undefined ? {} : { changedTo }),
        });
      };
      if (!place && column.field === 'level2') add('level');
      if (column.numeric && isQuantity(row) && value !== '' && !NUMBER.test(value)) add('not-a-number');
      return checked(column, value, add);
    });
  });
  const headings = layout.columns.map(({ header }) => header);
  return { rows: layout.headings ? [headings, ...rows] : rows, problems };
}

const NUMBER = /^-?\d+(?:\.\d+)?$/u;

type Add = (code: LayoutProblemCode, allowed?: string | number, changedTo?: string) => void;

function checked(column: LayoutColumn, value: string, add: Add): string {
  if (value === '') {
    if (column.required) add('blank');
    return value;
  }
  const clean = withoutForbidden(value, column.forbidden ?? '\t\n\r');
  if (clean !== value) add('forbidden', '', clean);
  if (column.allowed && !column.allowed.includes(clean)) add('not-allowed', column.allowed.join('、'));
  if (column.limit !== undefined && [...clean].length > column.limit) add('too-long', column.limit);
  if (column.decimals !== undefined) {
    if (!NUMBER.test(clean)) add('not-a-number');
    else if ((clean.split('.')[1] ?? '').length > column.decimals) add('decimals', column.decimals);
  }
  return clean;
}

/** Breaks become blanks between Latin words and vanish between Chinese ones; what else is forbidden is taken out. */
function withoutForbidden(text: string, forbidden: string): string {
  if (![...forbidden].some((character) => text.includes(character))) return text;
  let out = text;
  if (/[\t\n\r]/u.test(forbidden)) {
    out = out.replace(/(?<=[A-Za-z\d])[\t\n\r]+(?=[A-Za-z\d])/gu, ' ').replace(/[\t\n\r]+/gu, '');
  }
  return [...out].filter((character) => !forbidden.includes(character)).join('');
}

function textOf(column: LayoutColumn, row: IndicatorContent, index: number, layout: ImportLayout): string {
  switch (column.field) {
    case 'number':
      return String(index + 1);
    case 'nature':
      return isQuantity(row) ? '定量' : '定性';
    case 'operator': {
      const sign = isQuantity(row) ? (row.operator ?? '') : '定性';
      // Where the nature has a column of its own, a row of words has no sign.
      if (sign === '定性' || sign === '定量') {
        return layout.columns.some(({ field }) => field === 'nature') ? '' : sign;
      }
      return sign === '' ? '' : (layout.signs?.[sign] ?? sign);
    }
    default: {
      const value = row[column.field];
      if (value === null) return '';
      return typeof value === 'number' ? plain(value) : value.trim();
    }
  }
}

function isQuantity({ target, operator }: IndicatorContent): boolean {
  return operator === null ? typeof target === 'number' : operator !== '定性';
}

/** Rows as spreadsheets and web forms take them from the clipboard: tabs and line ends, quoted where a cell has any. */
export function toTabbed(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n\r"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}
