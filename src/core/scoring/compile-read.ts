import type { Target } from '../indicator';
import { normalize, parseOperator } from '../text';
import { lower, type Row } from './compile';
import { toNumber } from './exact';
import { UNITS } from './lexicon';
import { RARE } from './rare';
import { dayOfTarget } from './semantics/days';
import type { Compiled, StandardInput } from './standard';
import { Refused, type Refusal } from './syntax';

/** What is compiled, its target a number or read before: who has it so needs no reader of targets. */
export type ReadInput = StandardInput & { readonly target?: number | Target | null };

/** Turns a scoring standard into a function of its inputs, or says which words stand in the way. Never throws. */
export function compileRead(input: ReadInput): Compiled {
  try {
    const standard = lower(rowOf(input), RARE);
    const { inputs, fullMark } = standard;
    return { ok: true, standard, inputs, fullMark: fullMark && toNumber(fullMark) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: inOwnWords(error.refusal, input.standard) };
    throw error;
  }
}

function rowOf({ standard, target, operator, unit, weight, name, year }: ReadInput): Row {
  const row = { standard, weight, year, unit: unitOf(unit), name: normalize(name ?? ''), target: null, day: null };
  if (target === null || target === undefined) return row;
  const stated = operator ? parseOperator(operator) : null;
  if (typeof target === 'number')
    return { ...row, target: { value: target, operator: stated, unit: unit ? ofFirst(normalize(unit)) : null } };
  if (target.kind === 'quantity')
    return { ...row, target: { value: target.value, operator: target.operator ?? stated, unit: ofFirst(target.unit) } };
  return target.kind === 'date' ? { ...row, day: dayOfTarget(target.value, year ?? null) } : row;
}

function unitOf(unit: string | null | undefined): string | null {
  if (!unit) return null;
  const plain = normalize(unit);
  return plain === '百分比' || plain === '％' ? '%' : ofFirst(plain);
}

/** 元/人·天 is counted in 元, 台(套) in 台, as in the sentence. */
function ofFirst<T extends string | null>(unit: T): T | string {
  return unit === null || UNITS.includes(unit) ? unit : unit.replace(/(?<=[一-鿿])\/\D{1,4}$|\([套件部头]\)$/u, '');
}

const AS_WRITTEN: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** A refusal names its words, as a person writes them. */
function inOwnWords(refusal: Refusal, text: string): Refusal {
  const { words, span, code } = refusal;
  const isNamed = words !== '' || code !== 'not-understood';
  const own = isNamed ? words : (span ? text.slice(span.start, span.end) : text).replace(/\s+/gu, '').slice(0, 40);
  return {
    ...refusal,
    words: own.replace(/(?<=[一-鿿%\d])[,;:()]|[,;:()](?=[一-鿿])/gu, (mark) => AS_WRITTEN[mark] ?? mark),
  };
}
