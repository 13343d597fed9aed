import { toFormula, toNumber } from '../core/scoring';
import type { Standard } from '../core/scoring';
import type { SheetSnapshot } from '../core/sheet';
import { isPercentUnit } from '../core/text';
import { perfCalls, type PerfCall } from './calls';
import { actualOf, prepare } from './definitions/score';
import { argumentOf, numberText, percentText, Refusal, refuse, refuseError, textOf } from './native-argument';
import type { Argument, Conversion, ConversionNote } from './native-argument';
import { isFigure, nativeFigure } from './native-figures';
import { nativeRate } from './native-rate';
import { isFunctionError, notAvailable } from './value';
import type { FunctionError, Scalar } from './value';

export type { Conversion, ConversionNote, ConversionRefusal } from './native-argument';

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

function nativeCall({ name, args: texts }: PerfCall, sheet: SheetSnapshot, notes: Set<ConversionNote>): string {
  if (isFigure(name)) {
    const figure = nativeFigure(
      name,
      texts.map((text) => withoutCalls(text, sheet, notes)),
    );
    return figure.ok ? figure.formula : refuse('argument', { argument: figure.argument });
  }
  if (name === 'RATE')
    return nativeRate(
      texts.map((text) => argumentOf(text, sheet)),
      notes,
    );
  if (name !== 'SCORE') return refuse('function', { name: `PERF.${name}` });
  const args = Array.from({ length: 7 }, (_, index) => argumentOf(texts[index], sheet));
  const values = args.map(({ value }) => value);
  // The actual value may be an error or blank for now: the formula says so by itself.
  const failed = values.slice(1).find(isFunctionError) ?? null;
  const prepared = failed ?? prepare(values);
  if (isFunctionError(prepared)) return refuseError(prepared);
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
  argument: Argument,
  values: readonly Scalar[],
  standard: Standard,
  notes: Set<ConversionNote>,
): string {
  const { value, text } = argument;
  const [input] = standard.inputs;
  if (text === null) return refuseError(notAvailable('blank', { name: 'actual' }));
  if (input?.kind === 'grade') {
    if (typeof value === 'string' && !input.options?.includes(value)) return refuse('unknown-grade', { text: value });
    return text;
  }
  if (input?.kind === 'boolean') return text;
  if (typeof value === 'string') return refuse('text-actual', { text: value });
  if (input?.kind !== 'value' || !isPercentUnit(input.unit)) return text;
  return percentText(argument, (number) => readOf(number, values, standard), notes);
}

/** As `PERF.SCORE` reads it. */
function readOf(number: number, values: readonly Scalar[], standard: Standard): number | FunctionError {
  const read = actualOf(number, values[1] ?? null, textOf(values[5]), standard);
  return typeof read === 'number' || isFunctionError(read) ? read : number;
}

function decimalOf(value: Standard['weight']): number | null {
  return value && toNumber(value);
}
