import { parseOperator, normalize } from '../text';
import type { Target } from '../indicator';
import { add, compare, equal, HUNDRED, isOne, multiply, ratio, toNumber, ZERO, type Ratio } from './exact';
import { choose, isNothing, minus, note, NOTHING, operate, plus, type Expression } from './expression';
import { parseClauses } from './grammar';
import { tokenize } from './lexer';
import { serialOf, daysInMonth } from './dates';
import { Context, type TargetValue } from './semantics/context';
import { lowerElements } from './semantics/elements';
import { withOneCount, withShortSteps } from './semantics/ladder';
import { withListedPoints, withMetCounts } from './semantics/met';
import { isRanged } from './semantics/ranges';
import { lowerPart, type Part } from './semantics/section';
import type { Compiled, Input, InputKind, Standard, StandardInput } from './standard';
import { refuse, Refused, type Clause, type Comparison, type Refusal } from './syntax';

/** What is compiled, its target a number or read before: who has it so needs no reader of targets. */
export type ReadInput = StandardInput & { readonly target?: number | Target | null };

/** Turns a scoring standard into a function of its inputs, or says which words stand in the way. Never throws. */
export function compileRead(input: ReadInput): Compiled {
  try {
    const standard = lower(input);
    return {
      ok: true,
      standard,
      inputs: standard.inputs,
      fullMark: standard.fullMark === null ? null : toNumber(standard.fullMark),
    };
  } catch (error) {
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

function readTarget(input: ReadInput, text: string): { target: TargetValue | null; day: number | null } {
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
  if (read.kind === 'date') return { target: null, day: dayOfTarget(read.value, input.year ?? null) };
  return { target: null, day: null };
}

/** `YYYY-MM-DD`, `YYYY-MM` (its last day) or `--MM-DD` with the row's year. */
function dayOfTarget(value: string, year: number | null): number | null {
  const match = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/u.exec(value);
  if (!match) return null;
  const stated = match[1] === '-' ? year : Number(match[1]);
  if (stated === null) return null;
  const month = Number(match[2]);
  return serialOf(stated, month, match[3] === undefined ? daysInMonth(stated, month) : Number(match[3]));
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

/** Sub-standards: more than one marked section that says what it gives. */
function sectionsOf(clauses: readonly Clause[], weight: Ratio | null): Clause[][] {
  const marks = [...new Set(clauses.map(({ section }) => section))].filter((mark) => mark !== null);
  const gives = (mark: string): boolean =>
    clauses.some(
      ({ section, effect, condition }) =>
        section === mark &&
        condition?.kind !== 'else' &&
        ((effect.kind === 'award' && condition !== null) ||
          effect.kind === 'pool' ||
          effect.kind === 'proportion' ||
          effect.kind === 'formula'),
    );
  // ①达到得满分 ②未达到按比例 are sides of one thing: a sub-standard says its own points.
  const shared = clauses.some(
    ({ effect }) =>
      (effect.kind === 'award' && effect.amounts.some((amount) => amount.kind === 'full' && amount.stated === null)) ||
      ((effect.kind === 'proportion' || effect.kind === 'formula') &&
        !clauses.some((other) => other.effect.kind === 'pool')),
  );
  // ①达成得80%-100% ②部分达成得60%-80%: grades of one thing, one to a mark.
  const ranged = marks.map((mark) => clauses.filter((clause) => clause.section === mark && isRanged(clause)).length);
  const grades = ranged.some((count) => count === 1) && ranged.every((count) => count <= 1);
  if (shared || grades || isOneLadder(clauses) || isOneChoice(clauses, weight) || marks.filter(gives).length < 2)
    return [[...clauses]];
  if (clauses.some(({ section, effect }) => section === null && effect.kind !== 'note' && effect.kind !== 'pool')) {
    return refuse('not-understood', '');
  }
  return marks.map((mark) => clauses.filter(({ section }) => section === mark));
}

/** ①90%以上得10分 ②80%至90%得8分 …: bands of one quantity, one to a mark. */
function isOneLadder(clauses: readonly Clause[]): boolean {
  const told = clauses.filter(({ effect }) => effect.kind !== 'note');
  const subjects = told.flatMap(({ condition }) => (condition?.kind === 'limits' ? [condition.subject] : []));
  const [first = ''] = subjects;
  return (
    new Set(told.map(({ section }) => section)).size === told.length &&
    told.every(
      ({ condition, effect }) =>
        (effect.kind === 'award' || effect.kind === 'zero') &&
        (condition?.kind === 'limits' || condition?.kind === 'else') &&
        (condition.kind === 'else' || condition.limits.every(({ reference }) => reference.kind === 'number')),
    ) &&
    subjects.length >= 2 &&
    subjects.every((subject) => subject === '' || subject === first)
  );
}

/** ①效果显著得10分 ②效果一般得6分 ③无效果不得分: the best of them is worth the whole, so they are grades. */
function isOneChoice(clauses: readonly Clause[], weight: Ratio | null): boolean {
  const told = clauses.filter(({ effect }) => effect.kind !== 'note');
  const last = told.at(-1);
  const points = told.flatMap(({ effect }) =>
    effect.kind === 'award' && effect.amounts.length === 1 && effect.amounts[0]?.kind === 'points'
      ? [effect.amounts[0].value]
      : [],
  );
  return (
    weight !== null &&
    new Set(told.map(({ section }) => section)).size === told.length &&
    told.every(({ condition }) => condition !== null) &&
    points.length >= 2 &&
    points.length >= told.length - 1 &&
    (points.length === told.length || last?.effect.kind === 'zero') &&
    points.some((value) => equal(value, weight)) &&
    points.every((value) => compare(value, weight) <= 0)
  );
}

function lower(input: ReadInput): Standard {
  const text = input.standard;
  if (text.length > LONGEST) refuse('unsupported', `${text.slice(0, 20)}…`);
  const tokens = tokenize(text);
  if (tokens.length === 0) refuse('empty');
  const { target, day } = readTarget(input, text);
  const unit = unitOf(input.unit);
  // A negative or endless 分值 is none.
  const given = input.weight ?? NaN;
  const weight = given >= 0 && Number.isFinite(given) ? ratio(given) : null;
  const parsed = withListedPoints(parseClauses(text, tokens), weight);
  const clauses = withShortSteps(withOneCount(withMetCounts(parsed)), unit ?? target?.unit ?? null);
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
  );

  const elements = lowerElements(context, clauses);
  if (elements) return finish(text, context, { score: elements, deduction: null, fullMark: weight ?? null });

  const sections = sectionsOf(clauses, weight);
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
  const pooled = weighAlike(context);
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

/** Several counts with the same points for each (每例扣0.1分 four times over): only their total matters. */
function weighAlike({ inputs, facts, clauses }: Context): boolean {
  const [first] = facts.steps;
  if (inputs.length < 2 || !first) return false;
  const scoring = clauses.filter(({ effect }) => effect.kind !== 'note' && effect.kind !== 'pool');
  return (
    facts.steps.length === inputs.length &&
    new Set(facts.steps.map(({ index }) => index)).size === inputs.length &&
    inputs.every(({ kind, unit }) => kind === 'count' && unit === inputs[0]?.unit) &&
    facts.steps.every(({ points, size }) => equal(points, first.points) && equal(size, first.size) && isOne(size)) &&
    scoring.every(
      ({ effect }) =>
        effect.kind === 'step' || effect.kind === 'deduct' || (effect.kind === 'cap' && effect.cap === 'exhaust'),
    )
  );
}
