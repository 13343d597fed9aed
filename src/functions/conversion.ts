import { toFormula, toNumber } from '../core/scoring';
import type { FormulaRefusal, Standard } from '../core/scoring';
import { cellAt, isError, parseCell } from '../core/sheet';
import type { Cell, SheetSnapshot } from '../core/sheet';
import { isPercentUnit } from '../core/text';
import { perfCalls, type PerfCall } from './calls';
import { actualOf, prepare } from './definitions/score';
import { isFigure, nativeFigure } from './native-figures';
import { isFunctionError } from './value';
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

class Refusal extends Error {
  constructor(readonly conversion: Extract<Conversion, { ok: false }>) {
    super(conversion.reason);
  }
}

function refuse(reason: ConversionRefusal, data: Readonly<Record<string, string>> = {}): never {
  throw new Refusal({ ok: false, reason, data });
}

/**
 * 转为普通公式: every PERF call in a formula becomes what needs no add-in, over the same cells. The standard as it reads
 * now, and the scale of percentages as the cells are formatted now, go into the formula.
 */
export function toNative(formula: string, sheet: SheetSnapshot): Conversion {
  const notes = new Set<ConversionNote>();
  try {
    const result = withoutCalls(formula, sheet, notes);
    return result.length > 8191 ? refuse('too-long') : { ok: true, formula: result, notes: [...notes] };
  } catch (error) {
    if (error instanceof Refusal) return error.conversion;
    throw error;
  }
}

function withoutCalls(formula: string, sheet: SheetSnapshot, notes: Set<ConversionNote>): string {
  let native = '';
  let from = 0;
  const calls = perfCalls(formula);
  for (const call of calls) {
    const written = nativeCall(call, sheet, notes);
    const whole = calls.length === 1 && /^=\s*$/u.test(formula.slice(0, call.start)) && call.end === formula.length;
    native += formula.slice(from, call.start) + (whole ? written : `(${written})`);
    from = call.end;
  }
  return native + formula.slice(from);
}

/** An argument that is a cell or a plain value. */
interface Argument {
  readonly value: Scalar;
  /** As it goes into the formula; null where it is left out. */
  readonly text: string | null;
  /** Null for a plain value. */
  readonly cell: Cell | null;
  readonly isCell: boolean;
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?%?$/iu;

function argumentOf(text: string | undefined, sheet: SheetSnapshot): Argument {
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

function nativeCall({ name, args: texts }: PerfCall, sheet: SheetSnapshot, notes: Set<ConversionNote>): string {
  if (isFigure(name)) {
    const figure = nativeFigure(
      name,
      texts.map((text) => withoutCalls(text, sheet, notes)),
    );
    return figure.ok ? figure.formula : refuse('argument', { argument: figure.argument });
  }
  if (name !== 'SCORE') return refuse('function', { name: `PERF.${name}` });
  const args = Array.from({ length: 7 }, (_, index) => argumentOf(texts[index], sheet));
  const values = args.map(({ value }) => value);
  // The actual value may be an error or blank for now: the formula says so by itself.
  const failed = values.slice(1).find(isFunctionError) ?? null;
  const prepared = failed ?? prepare(values);
  if (isFunctionError(prepared)) throw new Refusal({ ok: false, reason: 'error', error: prepared });
  const { standard, steps } = prepared;
  if (standard.inputs.length > 1) return refuse('several-inputs', { count: String(standard.inputs.length) });

  const [actual, target, , weight] = args as [Argument, Argument, Argument, Argument];
  const names = {
    actuals: standard.inputs.map(() => actualText(actual, values, standard, notes)),
    target: standard.target
      ? numberText(target, decimalOf(standard.target.value), () => notes.add('target-fixed'))
      : '0',
    weight: numberText(weight, decimalOf(standard.weight ?? standard.fullMark), () => undefined),
  };
  const result = toFormula(standard, names, steps);
  if (!result.ok) return refuse(result.reason);
  const formula = result.formula.slice(1);
  // A scaled blank would be 0.
  const scaled = names.actuals.some((text) => text !== actual.text);
  return scaled && actual.isCell ? `IF(${actual.text ?? ''}="",NA(),${formula})` : formula;
}

function actualText(
  { value, text, cell, isCell }: Argument,
  values: readonly Scalar[],
  standard: Standard,
  notes: Set<ConversionNote>,
): string {
  const [input] = standard.inputs;
  if (text === null) throw new Refusal({ ok: false, reason: 'error', error: blank });
  if (input?.kind === 'grade') {
    if (typeof value === 'string' && !input.options?.includes(value)) return refuse('unknown-grade', { text: value });
    return text;
  }
  if (input?.kind === 'boolean') return text;
  if (typeof value === 'string') return refuse('text-actual', { text: value });
  if (input?.kind !== 'value' || !isPercentUnit(input.unit)) return text;
  if (isCell && cell?.numberFormat?.includes('%')) {
    notes.add('percent-format');
    return scaledText(text);
  }
  const read = typeof value === 'number' ? actualOf(value, values[1] ?? null, textOf(values[5]), standard) : value;
  if (isFunctionError(read) && !isFunctionError(value)) throw new Refusal({ ok: false, reason: 'error', error: read });
  const fraction = typeof read === 'number' && read !== value;
  notes.add(fraction ? 'percent-fraction' : 'percent-points');
  return fraction ? scaledText(text) : text;
}

const blank: FunctionError = { error: '#N/A', reason: 'blank', data: { name: 'actual' } };

/** 0.57 × 100 is not 57 in binary, and would miss its threshold. */
function scaledText(text: string): string {
  return `ROUND(${text}*100,9)`;
}

/** The cell where it holds the number, in points or as a fraction; else the number itself. */
function numberText({ value, text, isCell }: Argument, number: number | null, fixed: () => void): string {
  if (number === null) return '0';
  if (isCell && text !== null && typeof value === 'number') {
    if (value === number) return text;
    if (Math.abs(value * 100 - number) < 1e-9) return scaledText(text);
  }
  if (isCell && value !== null) fixed();
  return String(number);
}

function textOf(value: Scalar | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function decimalOf(value: Standard['weight']): number | null {
  return value && toNumber(value);
}
