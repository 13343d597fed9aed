import { add, HUNDRED, isZero, multiply, ratio, ZERO, type Ratio } from './exact';
import { choose, isNothing, minus, note, NOTHING, operate, plus, type Expression } from './expression';
import { parseClauses } from './grammar';
import { halfWidth, tokenize } from './lexer';
import { COMPARATORS } from './lexicon';
import { atHand, NotAtHand, type Rare } from './rare-kinds';
import { Context, type TargetValue } from './semantics/context';
import { mayBeLadder, mayStandApart } from './semantics/rungs';
import { lowerPart, type Part } from './semantics/section';
import type { Input, InputKind, Standard, StandardInput } from './standard';
import { refuse, Refused, type Comparison } from './syntax';

/** A row as it goes to the compiler: nothing in it is left to read but the sentence. */
export interface Row extends Pick<StandardInput, 'standard' | 'weight' | 'year'> {
  readonly target: {
    readonly value: number;
    /** As the row states it; null where it does not. */
    readonly operator: Comparison | null;
    readonly unit: string | null;
  } | null;
  /** The day that is the target, by its number. */
  readonly day: number | null;
  readonly unit: string | null;
  /** The indicator's; empty where it has none. */
  readonly name: string;
}

/**
 * For numbers and the common kinds of sentences. Null where more is asked for, and for all that has no score: why it has
 * none is for the whole compiler to say.
 */
export function compileCommon({ standard, target, operator, unit, weight }: StandardInput): Standard | null {
  const [sign, measure] = [plain(operator), plain(unit)];
  const isPlain = /^[≥≤=><]?$/u.test(sign) && /^(?:%|(?!百分)[一-鿿]*)$/u.test(measure);
  if (!isPlain || typeof (target ?? 0) !== 'number') return null;
  const goal =
    typeof target === 'number' ? { value: target, operator: COMPARATORS[sign] ?? null, unit: measure || null } : null;
  try {
    return lower({ standard, target: goal, day: null, unit: measure || null, weight, name: '' }, null);
  } catch (error) {
    if (error instanceof NotAtHand || error instanceof Refused) return null;
    throw error;
  }
}

function plain(text: string | null | undefined): string {
  return text?.length === 1 ? halfWidth(text) : (text ?? '');
}

function targetOf({ target, standard }: Row): TargetValue | null {
  if (target === null) return null;
  const { value, operator, unit } = target;
  const percent = unit === '%' || unit === '百分比' || (unit === null && /%|％|百分之/u.test(standard));
  const isFraction =
    percent && value > 0 && value <= 1.5 && standard.includes(`${String(Math.round(value * 10000) / 100)}%`);
  return {
    value: isFraction ? multiply(ratio(value), HUNDRED) : ratio(value),
    comparison: operator ?? '≥',
    stated: operator !== null,
    unit: unit === '百分比' ? '%' : unit,
  };
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

/** Throws `Refused`, and `NotAtHand` where it calls for a rare kind, and none is given. */
export function lower(input: Row, rare: Rare | null): Standard {
  const text = input.standard;
  if (text.length > LONGEST) refuse('unsupported', `${text.slice(0, 20)}…`);
  const tokens = tokenize(text, rare);
  if (tokens.length === 0) refuse('empty');
  const target = targetOf(input);
  const { unit } = input;
  // A negative or endless 分值 is none.
  const given = input.weight ?? NaN;
  const weight = given >= 0 && Number.isFinite(given) ? ratio(given) : null;
  const parsed = parseClauses(text, tokens, rare);
  const clauses = mayBeLadder(parsed)
    ? atHand(rare).withRungs(parsed, weight, target && isZero(target.value) ? null : (unit ?? target?.unit ?? null))
    : parsed;
  if (!clauses.some(({ effect }) => !['note', 'element', 'pool', 'cap'].includes(effect.kind)))
    refuse('no-points', text.slice(0, 40));
  const context = new Context(clauses, weight, target, input.day, unit, input.name, input.year ?? null, text, rare);

  const isOfElements = clauses.some(({ condition }) => condition?.kind === 'elements');
  const elements = isOfElements ? context.rare.lowerElements(context, clauses) : null;
  if (elements) return finish(text, context, { score: elements, deduction: null, fullMark: weight ?? null });

  const isMarked = new Set(clauses.map(({ section }) => section)).size > 1;
  const sections = isMarked || mayStandApart(clauses) ? context.rare.sectionsOf(clauses, weight) : [clauses];
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
