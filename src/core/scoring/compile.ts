import { parseOperator, normalize } from '../text';
import type { Target } from '../indicator';
import { add, HUNDRED, multiply, ratio, toNumber, ZERO, type Ratio } from './exact';
import { choose, isNothing, minus, note, NOTHING, operate, plus, type Expression } from './expression';
import { parseClauses } from './grammar';
import { tokenize } from './lexer';
import { atHand, NotAtHand, type Rare } from './rare-kinds';
import { Context, type TargetValue } from './semantics/context';
import { mayBeLadder } from './semantics/rungs';
import { lowerPart, type Part } from './semantics/section';
import type { Compiled, Input, InputKind, Standard, StandardInput } from './standard';
import { refuse, Refused, type Comparison, type Refusal } from './syntax';

/** What is compiled, its target a number or read before: who has it so needs no reader of targets. */
export type ReadInput = StandardInput & { readonly target?: number | Target | null };

/**
 * Turns a scoring standard into a function of its inputs, or says which words stand in the way. Never throws. Null where
 * it calls for a rare kind, and none is at hand.
 */
export function compileWith(input: ReadInput, rare: Rare): Compiled;
export function compileWith(input: ReadInput, rare: Rare | null): Compiled | null;
export function compileWith(input: ReadInput, rare: Rare | null): Compiled | null {
  try {
    const standard = lower(input, rare);
    return {
      ok: true,
      standard,
      inputs: standard.inputs,
      fullMark: standard.fullMark === null ? null : toNumber(standard.fullMark),
    };
  } catch (error) {
    if (error instanceof NotAtHand) return null;
    if (error instanceof Refused) return { ok: false, refusal: inOwnWords(error.refusal, input.standard) };
    throw error;
  }
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

function readTarget(
  input: ReadInput,
  text: string,
  rare: Rare | null,
): { target: TargetValue | null; day: number | null } {
  if (input.target === null || input.target === undefined) return { target: null, day: null };
  const operator = input.operator ? parseOperator(input.operator) : null;
  const unit = input.unit ? normalize(input.unit) : null;
  const read: Target =
    typeof input.target === 'number' ? { kind: 'quantity', operator, value: input.target, unit } : input.target;
  if (read.kind === 'quantity') {
    const percent = read.unit === '%' || read.unit === '百分比' || (read.unit === null && /%|％|百分之/u.test(text));
    const scale =
      percent &&
      read.value > 0 &&
      read.value <= 1.5 &&
      text.includes(`${String(Math.round(read.value * 10000) / 100)}%`);
    const value = scale ? multiply(ratio(read.value), HUNDRED) : ratio(read.value);
    const sign: Comparison = read.operator ?? operator ?? '≥';
    return {
      target: {
        value,
        comparison: sign,
        stated: (read.operator ?? operator) !== null,
        unit: read.unit === '百分比' ? '%' : read.unit,
      },
      day: null,
    };
  }
  if (read.kind === 'date') return { target: null, day: atHand(rare).dayOfTarget(read.value, input.year ?? null) };
  return { target: null, day: null };
}

/** No scoring sentence is this long; what is longer is a pasted document. */
const LONGEST = 4000;

/** What an input is called where neither the sentence nor the row names it. */
const FALLBACK_NAMES: Readonly<Record<InputKind, string>> = {
  value: '实际完成值',
  count: '发生次数',
  date: '完成日期',
  grade: '评价结果',
  boolean: '是否符合',
};

function lower(input: ReadInput, rare: Rare | null): Standard {
  const text = input.standard;
  if (text.length > LONGEST) refuse('unsupported', `${text.slice(0, 20)}…`);
  const tokens = tokenize(text, rare);
  if (tokens.length === 0) refuse('empty');
  const { target, day } = readTarget(input, text, rare);
  const unit = unitOf(input.unit);
  // A negative or endless 分值 is none.
  const given = input.weight ?? NaN;
  const weight = given >= 0 && Number.isFinite(given) ? ratio(given) : null;
  const parsed = parseClauses(text, tokens, rare);
  const clauses = mayBeLadder(parsed) ? atHand(rare).withRungs(parsed, weight, unit ?? target?.unit ?? null) : parsed;
  if (!clauses.some(({ effect }) => !['note', 'element', 'pool', 'cap'].includes(effect.kind)))
    refuse('no-points', text.slice(0, 40));
  const context = new Context(
    clauses,
    weight,
    target,
    day,
    unit,
    normalize(input.name ?? ''),
    input.year ?? null,
    text,
    rare,
  );

  const isOfElements = clauses.some(({ condition }) => condition?.kind === 'elements');
  const elements = isOfElements ? context.rare.lowerElements(context, clauses) : null;
  if (elements) return finish(text, context, { score: elements, deduction: null, fullMark: weight ?? null });

  const isMarked = new Set(clauses.map(({ section }) => section)).size > 1;
  const sections = isMarked ? context.rare.sectionsOf(clauses, weight) : [clauses];
  const [only] = sections;
  if (sections.length === 1 && only) {
    const part = lowerPart(context, only, weight);
    const score = part.gain === null ? null : partScore(context, part);
    const deducts = !isNothing(part.deduction) ? part.deduction : null;
    if (score === null && !isNothing(part.bonus)) refuse('weight-missing');
    if (score === null && deducts === null && part.vetoes.length === 0) refuse('no-points', text.slice(0, 40));
    if (score === null && deducts === null) refuse('weight-missing', '不得分');
    return finish(text, context, {
      score,
      deduction: deducts === null ? null : part.gain === null ? deducts : operate('min', deducts, part.gain),
      fullMark: weight ?? part.stated,
    });
  }
  let total: Expression = NOTHING;
  let stated: Ratio = ZERO;
  for (const section of sections) {
    const part = lowerPart(context, section, null);
    if (part.gain === null || part.stated === null) return refuse('weight-missing', '', section[0]?.span ?? null);
    total = plus(total, partScore(context, part));
    stated = add(stated, part.stated);
  }
  return finish(text, context, { score: total, deduction: null, fullMark: weight ?? stated });
}

function unitOf(unit: string | null | undefined): string | null {
  if (!unit) return null;
  const plain = normalize(unit);
  return plain === '百分比' || plain === '％' ? '%' : plain;
}

/** Gain − deductions + bonuses, within the caps, never below 0; nothing where a veto holds. */
function partScore(context: Context, part: Part): Expression {
  const gain = part.gain ?? NOTHING;
  let score = plus(minus(gain, part.deduction), part.bonus);
  if (!isNothing(part.deduction))
    score = note('floor', -1, { value: score }, operate('max', part.lowest ?? NOTHING, score));
  else if (part.lowest) score = operate('max', part.lowest, score);
  if (part.highest) score = operate('min', part.highest, score);
  return part.vetoes.reduceRight<Expression>(
    (rest, { test, clause }) => choose(test, context.say('veto', clause, {}, NOTHING), rest),
    score,
  );
}

function finish(
  text: string,
  context: Context,
  result: { score: Expression | null; deduction: Expression | null; fullMark: Ratio | null },
): Standard {
  const pooled = context.inputs.length > 1 && context.rare.weighAlike(context);
  return {
    text,
    clauses: context.clauses,
    inputs: context.inputs.map((input): Input => {
      const { named, ...rest } = input;
      void named;
      const name = rest.name === '' ? (context.name === '' ? FALLBACK_NAMES[rest.kind] : context.name) : rest.name;
      return pooled ? { ...rest, name, pooled } : { ...rest, name };
    }),
    score: result.score,
    deduction: result.deduction,
    fullMark: result.fullMark,
    weight: context.weight,
    target: context.target,
    facts: context.facts,
  };
}
