import type { FormulaRefusal } from '../core/scoring';
import { cellAt, isError, parseCell } from '../core/sheet';
import type { Cell, SheetSnapshot } from '../core/sheet';
import { isFunctionError, notAvailable } from './value';
import type { FunctionError, Scalar } from './value';

/** Something that was settled when the formula was written, and no longer follows the sheet. */
export type ConversionNote =
  /** The actual value's cell is formatted in percent, and is multiplied by 100. */
  | 'percent-format'
  /** It holds a fraction without that format, read as a percentage. */
  | 'percent-fraction'
  /** It is taken in percent points: 95 for 95 %. */
  | 'percent-points'
  /** The target is text, and its number went into the formula. */
  | 'target-fixed';

export type ConversionRefusal =
  /** There is a PERF function for which there is no native formula. */
  | 'function'
  /** An argument is neither one cell of this sheet nor a plain value. */
  | 'argument'
  | 'several-inputs'
  /** The actual value is text where the formula reckons with a number or a date. */
  | 'text-actual'
  /** It is a word that the standard does not name. */
  | 'unknown-grade'
  | FormulaRefusal;

export type Conversion =
  | { readonly ok: true; readonly formula: string; readonly notes: readonly ConversionNote[] }
  | { readonly ok: false; readonly reason: ConversionRefusal; readonly data: Readonly<Record<string, string>> }
  /** PERF.SCORE itself gives no score there. */
  | { readonly ok: false; readonly reason: 'error'; readonly error: FunctionError };

/** Ends a conversion, whatever is being written. */
export class Refusal extends Error {
  constructor(readonly conversion: Extract<Conversion, { ok: false }>) {
    super(conversion.reason);
  }
}

export function refuse(reason: ConversionRefusal, data: Readonly<Record<string, string>> = {}): never {
  throw new Refusal({ ok: false, reason, data });
}

export function refuseError(error: FunctionError): never {
  throw new Refusal({ ok: false, reason: 'error', error });
}

/** An argument that is a cell or a plain value. */
export interface Argument {
  readonly value: Scalar;
  /** As it goes into the formula; null where it is left out. */
  readonly text: string | null;
  /** Null for a plain value. */
  readonly cell: Cell | null;
  readonly isCell: boolean;
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?%?$/iu;

export function argumentOf(text: string | undefined, sheet: SheetSnapshot): Argument {
  if (text === undefined || text === '') return { value: null, text: null, cell: null, isCell: false };
  const place = parseCell(text.replaceAll('$', ''));
  if (place && /^\$?[A-Za-z]{1,3}\$?\d+$/u.test(text)) {
    const cell = cellAt(sheet, place);
    return { value: scalarOf(cell), text, cell, isCell: true };
  }
  if (NUMBER.test(text)) {
    const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
    return { value, text, cell: null, isCell: false };
  }
  const quoted = /^"((?:[^"]|"")*)"$/u.exec(text);
  if (!quoted) return refuse('argument', { argument: text });
  return { value: (quoted[1] as string).replaceAll('""', '"'), text, cell: null, isCell: false };
}

function scalarOf(cell: Cell | null): Scalar {
  if (!cell || cell.value === '') return null;
  return isError(cell.value) ? { error: cell.value.error, reason: 'input-error', data: { ...cell.value } } : cell.value;
}

/** 0.57 × 100 is not 57 in binary, and would miss its threshold. */
export function scaledText(text: string): string {
  return `ROUND(${text}*100,9)`;
}

/** How the text of the actual value of a percent row goes into the formula. `read` is the value on the row's scale, as of now. */
export function percentText(
  { value, text, cell, isCell }: Argument,
  read: (value: number) => number | FunctionError,
  notes: Set<ConversionNote>,
): string {
  const written = text ?? refuseError(notAvailable('blank', { name: 'actual' }));
  if (isCell && cell?.numberFormat?.includes('%')) {
    notes.add('percent-format');
    return scaledText(written);
  }
  const given = typeof value === 'number' ? read(value) : null;
  if (isFunctionError(given)) return refuseError(given);
  const fraction = given !== null && given !== value;
  notes.add(fraction ? 'percent-fraction' : 'percent-points');
  return fraction ? scaledText(written) : written;
}

/** The cell where it holds the number, in points or as a fraction; else the number itself. */
export function numberText({ value, text, isCell }: Argument, number: number | null, fixed: () => void): string {
  if (number === null) return '0';
  if (isCell && text !== null && typeof value === 'number') {
    if (value === number) return text;
    if (Math.abs(value * 100 - number) < 1e-9) return scaledText(text);
  }
  if (isCell && value !== null) fixed();
  return String(number);
}

export function textOf(value: Scalar | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
