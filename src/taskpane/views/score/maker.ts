import { evaluate, type Actual } from '../../../core/scoring';
import { toNative, type ConversionNote } from '../../../functions/conversion';
import { prepare, score } from '../../../functions/definitions/score';
import { run } from '../../../functions/run';
import { isFunctionError, type Scalar } from '../../../functions/value';
import { reasonText } from '../../../functions/wording';
import type { Locale } from '../../../i18n';
import type { FormulaMaker, Given } from '../../../session/scoring';
import { refusalText } from '../../formulas/refusal';
import { formulaWords } from '../../formulas/words';

/** The functions, for the scores of the view; loaded with the first wish for a formula. */
export function formulaMaker(locale: Locale): FormulaMaker {
  const { note } = formulaWords(locale);
  return {
    score(args) {
      const [[result = null] = []] = run(score, args.map(asGiven));
      if (typeof result === 'number') return { ok: true, score: result };
      return { ok: false, reason: isFunctionError(result) ? reasonText(result, locale) : '' };
    },
    native(formula, args, sheet) {
      const result = toNative(formula, sheet);
      if (!result.ok) return { ok: false, reason: refusalText(result, locale) };
      const { notes } = result;
      return {
        ok: true,
        formula: result.formula,
        score: nativeScore(args, notes),
        notes: notes.map((code) => note[code]),
      };
    },
  };
}

/** An error of a cell, as a host hands it to a function. */
function asGiven(value: Given): Exclude<Given, object> | null {
  return typeof value === 'object' && value !== null ? value.error : value;
}

/** What the native formula gives: it takes the cell as it is, on the scale that was fixed in it. */
function nativeScore(args: readonly Given[], notes: readonly ConversionNote[]): number | null {
  const given = args.map(asGiven);
  const prepared = prepare(given);
  if (isFunctionError(prepared)) return null;
  const { standard, steps } = prepared;
  const evaluation = evaluate(standard, actualOf(given[0] ?? null, standard.inputs[0]?.kind, notes), { steps });
  return evaluation.status === 'scored' ? evaluation.score : null;
}

function actualOf(given: Scalar, kind: string | undefined, notes: readonly ConversionNote[]): Actual {
  if (given === null || isFunctionError(given)) return '';
  // A spreadsheet knows no other yes than these.
  if (kind === 'boolean') return Number(given) > 0 || given === '是' ? '是' : '否';
  if (typeof given !== 'number') return String(given);
  return notes.includes('percent-format') || notes.includes('percent-fraction')
    ? Number((given * 100).toPrecision(15))
    : given;
}
