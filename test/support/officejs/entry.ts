/** What Excel makes of a text that is typed or written into a cell, in a Chinese Excel: it likes numbers and dates. */
import { perfCalls } from '../../../src/functions/calls';

export interface Entry {
  readonly value: string | number | boolean;
  readonly formula: string | null;
  readonly isError: boolean;
  /** The number format that comes with it, where the cell had none. */
  readonly format?: string;
}

const ERRORS = /^#(?:REF!|NAME\?|DIV\/0!|N\/A|VALUE!|NUM!|NULL!)$/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i;

const DATES: readonly [RegExp, (parts: number[]) => number][] = [
  [/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/, ([y, m, d]) => serial(y, m, d)],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([y, m, d]) => serial(y, m, d)],
  [/^(\d{4})年(\d{1,2})月$/, ([y, m]) => serial(y, m, 1)],
  [/^(\d{1,2})[-/](\d{1,2})$/, ([m, d]) => serial(2026, m, d)],
  [/^(\d{1,2})月(\d{1,2})日$/, ([m, d]) => serial(2026, m, d)],
  [/^(\d{1,2}):(\d{2})$/, ([h, m]) => ((h ?? 0) * 60 + (m ?? 0)) / 1440],
  [/^mar (\d{1,2})$/i, ([d]) => serial(2026, 3, d)],
];

function serial(year = 1900, month = 1, day = 1): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function number(text: string): Entry | null {
  const plain = text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
  const negative = /^\((.*)\)$/.exec(plain);
  const unsigned = (negative?.[1] ?? plain).replace(/^[￥¥$]/, '');
  const percent = unsigned.endsWith('%');
  const digits = percent ? unsigned.slice(0, -1) : unsigned;
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return null;
  const value = (Number(digits.replaceAll(',', '')) * (negative ? -1 : 1)) / (percent ? 100 : 1);
  return { value, formula: null, isError: false, ...(percent ? { format: '0%' } : {}) };
}

function date(text: string): Entry | null {
  for (const [pattern, read] of DATES) {
    const match = pattern.exec(text.trim());
    if (match) return { value: read(match.slice(1).map(Number)), formula: null, isError: false, format: 'yyyy/m/d' };
  }
  return null;
}

export function enter(input: unknown, format: string): Entry {
  const entry = (value: Entry['value'], more: Partial<Entry> = {}): Entry => ({
    value,
    formula: null,
    isError: false,
    ...more,
  });
  if (typeof input === 'boolean') return format === '@' ? entry(String(input).toUpperCase()) : entry(input);
  if (typeof input === 'number') return format === '@' ? entry(String(input)) : entry(input);
  const text = String(input);
  if (text.startsWith("'")) return entry(text.slice(1));
  if (format === '@' || text === '') return entry(text);
  // What the add-in computes is on its way.
  if (text.startsWith('=') && perfCalls(text).length > 0) return entry('#BUSY!', { formula: text, isError: true });
  if (text.startsWith('=')) return entry(0, { formula: text });
  if (ERRORS.test(text)) return entry(text, { isError: true });
  if (/^(?:true|false)$/i.test(text.trim())) return entry(text.trim().toLowerCase() === 'true');
  const read = number(text) ?? date(text);
  if (read) return read;
  return /^[+\-@]/.test(text) ? entry(0, { formula: `=${text.replace(/^[+@]/, '')}` }) : entry(text);
}
