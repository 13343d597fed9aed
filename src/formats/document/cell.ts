import type { Cell } from '../../core/sheet';
import { makeCell } from '../../core/sheet';
import { ownText } from '../own-text';

/** Fifteen digits are what a spreadsheet keeps of a number. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.(\d{1,12}))?$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.(\d{1,6}))?$/;
const MOST_DIGITS = 15;
/** Text with nothing in it to be cleaned away. */
const PLAIN = /^[\w%.,:;()+\-*/<>=一-鿿，。；：（）、“”≥≤]*$/;

/**
 * The text of a cell as a spreadsheet would hold it. Plain numbers become numbers that are shown as they were written;
 * all else stays text as it stands: `100%`, `2025-12-31`, `007`, `=1+1`.
 */
export function cellOf(text: string): Cell | null {
  const clean = cleanText(text);
  const last = clean.charCodeAt(clean.length - 1);
  if (!(last >= 48 && last <= 57)) return makeCell(clean);
  const grouped = GROUPED.exec(clean);
  const plain = grouped ?? NUMBER.exec(clean);
  if (!plain || clean.replace(/\D/g, '').length > MOST_DIGITS) return makeCell(clean);
  const value = Number(clean.replaceAll(',', ''));
  if (Object.is(value, -0)) return makeCell(clean);
  if (String(value) === clean) return makeCell(value);
  const decimals = plain[1]?.length ?? 0;
  const numberFormat = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return { value, text: clean, numberFormat };
}

/** Text that is to stay text, as the document says. */
export function textCellOf(text: string): Cell | null {
  return makeCell(cleanText(text));
}

/**
 * Without what no cell can hold or nobody can see: NULs and other control characters, halves of surrogate pairs,
 * zero-width marks at the ends; no-break spaces are spaces, all breaks are `\n`.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return ownText(text);
  return ownText(cleaned(text));
}

function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\u00A0', ' ')
    .replace(/^[\s\u200B]+/, '')
    .trimEnd();
}
