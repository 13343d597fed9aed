import { contentOf } from '../../core/sheet';
import type { Cell, CellContent, CellValue } from '../../core/sheet';

/** What Excel tells of one cell. */
export interface RawCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly type: unknown;
  readonly numberFormat: unknown;
  readonly text?: unknown;
}

function valueOf({ value, type }: RawCell): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = value === null || value === undefined ? '' : String(value);
  return type === 'Error' ? { error: text } : text;
}

/**
 * A text that begins with `=` looks like a formula in `formulas`; unlike a formula it is the same in `values`.
 */
export function cellOf(raw: RawCell): Cell | null {
  const value = valueOf(raw);
  const { formula: written } = raw;
  const formula = typeof written === 'string' && written.startsWith('=') && written !== value ? written : undefined;
  if (value === '' && formula === undefined) return null;
  const shown = typeof raw.text === 'string' ? raw.text : typeof value === 'object' ? value.error : String(value);
  const format = raw.numberFormat;
  return {
    value,
    text: shown,
    ...(formula === undefined ? {} : { formula }),
    ...(typeof format === 'string' && format !== 'General' && format !== '' ? { numberFormat: format } : {}),
  };
}

/** What a cell holds, with the number format that it had even where it is empty. */
export interface HeldContent {
  readonly content: CellContent;
  readonly numberFormat: string;
}

export function heldContent(raw: RawCell): HeldContent {
  const numberFormat = typeof raw.numberFormat === 'string' ? raw.numberFormat : 'General';
  return { content: contentOf(cellOf(raw)), numberFormat };
}

/** A formula, an error value or a truth value, or what a leading quotation mark would swallow. */
const SPECIAL = /^\s*(?:[=+\-@'#]|(?:true|false)\s*$)/i;

const DIGIT = /[\d\uff10-\uff19]/;
const DATE_WORDS = /[年月日时時分秒上下午]/g;
const HAN = /\p{Script=Han}/u;

/**
 * Whether Excel might take a text for a number, a date, a formula …, in any of its languages: digits count unless
 * Chinese words other than those of dates and times stand with them.
 */
export function isTempting(text: string): boolean {
  return SPECIAL.test(text) || (DIGIT.test(text) && !HAN.test(text.replace(DATE_WORDS, '')));
}

/**
 * A content as Excel takes it. A tempting text gets a leading quotation mark, not the number format `@`: the mark keeps
 * the cell's number format, so that a number typed there later is still a number and looks as before.
 */
export function inputOf(content: CellContent, numberFormat: string): string | number | boolean {
  if ('blank' in content) return '';
  if ('number' in content) return content.number;
  if ('boolean' in content) return content.boolean;
  if ('error' in content) return content.error;
  if ('formula' in content) return content.formula;
  const text = content.text.replaceAll('\r\n', '\n');
  const quoted = text.startsWith("'") || (numberFormat !== '@' && isTempting(text));
  return quoted ? `'${text}` : text;
}

/** The number format that a cell must get before a content is written; null to leave it as it is. */
export function formatFor(content: CellContent, numberFormat: string, wanted?: string): string | null {
  if (wanted !== undefined) return wanted === numberFormat ? null : wanted;
  if ('number' in content && content.numberFormat !== undefined) {
    return content.numberFormat === numberFormat ? null : content.numberFormat;
  }
  const isText = 'text' in content || 'blank' in content;
  return numberFormat === '@' && !isText ? 'General' : null;
}

/** Whether a cell holds what was written: Excel may spell a formula its own way, and rounds at the 16th digit. */
export function tookContent(wanted: CellContent, found: CellContent): boolean {
  if ('formula' in wanted) return 'formula' in found;
  if ('number' in wanted) {
    return 'number' in found && Math.abs(found.number - wanted.number) <= Math.abs(wanted.number) * 1e-14;
  }
  if ('text' in wanted) {
    const text = wanted.text.replaceAll('\r\n', '\n');
    return text === '' ? 'blank' in found : 'text' in found && found.text.replaceAll('\r\n', '\n') === text;
  }
  if ('boolean' in wanted) return 'boolean' in found && found.boolean === wanted.boolean;
  if ('error' in wanted) return 'error' in found;
  return 'blank' in found;
}
