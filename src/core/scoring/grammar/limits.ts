import { compare, divide, HUNDRED, multiply, ratio } from '../exact';
import type { Ratio } from '../exact';
import { COMPARATORS, POSTFIXES, TARGET_NOUN } from '../lexicon';
import type { Token } from '../lexer';
import type { Comparison, Condition, Limit, Measure, Reference } from '../syntax';
import type { TokenReader } from './reader';

export const SUBJECT_MAXIMUM = 40;

export const FIRM = /值|数|目标|计划|指标|预算总?(?:成本|投资|金额)/u;

const NAMED =
  /(?:占比|比例|比重|人数|总数|总量|均值)$|平均|上年|去年|年初|同期|基数|基线|水平|全国|全省|全市|全县|市级|省级|合格分|合格线|标准|规定|要求|中位/u;

export function measureOf(token: Token | undefined): Measure | null {
  return token?.kind === 'number' ? { value: token.value, unit: token.unit } : null;
}

function strictness(comparison: Comparison, excluded: boolean, included: boolean): Comparison {
  if (excluded) return comparison === '≥' ? '>' : comparison === '≤' ? '<' : comparison;
  if (included) return comparison === '>' ? '≥' : comparison === '<' ? '≤' : comparison;
  return comparison;
}

export interface Quantity {
  readonly reference: Reference;
  readonly next: number;
  readonly included: boolean;
  readonly excluded: boolean;
}

/** A number, `总数的20%`, `目标值`, `目标值的80%`, `平均数的1/2`. */
function parseQuantity(reader: TokenReader, index: number): Quantity | null {
  const plain = measureOf(reader.at(index));
  if (plain) return withMarks(reader, { kind: 'number', measure: plain }, index + 1);
  let end = index;
  while (end < reader.length && end - index < 24) {
    const token = reader.at(end);
    if (
      !token ||
      token.kind === 'number' ||
      token.kind === 'postfix' ||
      token.kind === 'included' ||
      token.kind === 'excluded'
    )
      break;
    if (token.kind === 'punctuation' || token.kind === 'comparator') break;
    end += 1;
  }
  const words = reader.textOf(index, end);
  if (words === '') return null;
  const number = reader.at(end);
  if (number?.kind === 'number') {
    const fraction = fractionAt(reader, end);
    const share = fraction?.value ?? (number.unit === '%' ? number.value : null);
    const next = fraction?.next ?? end + 1;
    const noun = words.replace(/的$/u, '');
    if (share === null) return null;
    if (TARGET_NOUN.test(noun)) return withMarks(reader, { kind: 'target', share, words: noun }, next);
    if (fraction === null && words.endsWith('的')) {
      return withMarks(reader, { kind: 'number', measure: { value: share, unit: '%' } }, next);
    }
    return NAMED.test(noun) ? withMarks(reader, { kind: 'named', words: noun, share }, next) : null;
  }
  // 达到要求 names no number: a question of yes or no.
  if (TARGET_NOUN.test(words)) {
    return FIRM.test(words) ? withMarks(reader, { kind: 'target', share: null, words }, end) : null;
  }
  const bare = words.replace(/的$/u, '');
  return NAMED.test(bare) ? withMarks(reader, { kind: 'named', words: bare, share: null }, end) : null;
}

/** 1/2 after 的, in percent. */
export function fractionAt(reader: TokenReader, index: number): { value: Ratio; next: number } | null {
  const over = measureOf(reader.at(index));
  const under = measureOf(reader.at(index + 2));
  if (!over || !under || reader.at(index + 1)?.text !== '/') return null;
  const value = divide(multiply(over.value, HUNDRED), under.value);
  return value ? { value, next: index + 3 } : null;
}

function withMarks(reader: TokenReader, reference: Reference, index: number): Quantity {
  let next = index;
  let included = false;
  let excluded = false;
  for (;;) {
    const token = reader.at(next);
    if (token?.kind === 'included') included = true;
    else if (token?.kind === 'excluded') excluded = true;
    else return { reference, next, included, excluded };
    next += 1;
  }
}

/** The part of a condition from its comparison on; must reach the end. */
export function parseLimits(reader: TokenReader, index: number): Limit[] | null {
  const first = reader.at(index);
  if (first?.kind === 'comparator') return parsePrefixed(reader, index);
  if (first?.kind === 'word' && /^[在为是处介]$/u.test(first.text)) {
    const skip = reader.match(/处于|介于|位于|[在为是]/uy, index);
    const inner = skip === null ? null : parseNumeric(reader, skip);
    if (inner) return inner;
  }
  return parseNumeric(reader, index);
}

/** 超支10%以内, 超预算5%-10%, 低于目标值20%以上. Says yes too often rather than too seldom. */
function mayBeMissed(reader: TokenReader, sign: number, from: number): boolean {
  const text = reader.at(sign)?.text ?? '';
  const isStretch = /^(?:postfix|range|included|excluded)$/u.test(reader.at(from + 1)?.kind ?? '');
  return /^超|^[低少]于$/u.test(text) && (text === '超支' || isStretch || reader.at(from)?.kind === 'word');
}

/** `≥95%`, `小于100%`, `不低于目标值的80%`, `达95%及以上`. */
function parsePrefixed(reader: TokenReader, index: number): Limit[] | null {
  let comparison = COMPARATORS[reader.at(index)?.text ?? ''];
  let at = index + 1;
  const second = COMPARATORS[reader.at(at)?.text ?? ''];
  if (comparison && second && reader.at(at)?.kind === 'comparator') {
    // 达到≥95%, 大于=90: two signs for one comparison.
    if (comparison === '≥' || (second === '=' && comparison !== '=')) {
      comparison = second === '=' ? (comparison === '>' || comparison === '≥' ? '≥' : '≤') : second;
      at += 1;
    }
  }
  if (!comparison) return null;
  const missed = mayBeMissed(reader, index, at) ? reader.rare.parseMissed(reader, index, at) : null;
  if (missed) return missed;
  const given = parseQuantity(reader, at);
  const isShare = given?.reference.kind === 'target' && given.reference.share !== null;
  const low = isShare ? reader.rare.byHowMuch(reader, index, at, given) : given;
  if (!low) return null;
  const range = comparison === '≥' || comparison === '=' || comparison === '≤' ? parseRange(reader, at) : null;
  if (range) return range;
  const tail = parsePostfix(reader, low.next);
  if (tail) {
    const side = tail.comparison;
    const agrees = comparison === side || comparison === '=' || (comparison === '≥' && side === '≤');
    if (comparison === '>' && side === '≥') {
      return tail.next === reader.length
        ? [{ comparison: '≥', reference: low.reference, soft: tail.soft && !tail.included && !low.included }]
        : null;
    }
    if (!agrees || tail.next !== reader.length) return null;
    const controlled = comparison === '≤' || reader.at(index)?.text === '控制在';
    return [
      {
        comparison: strictness(side, tail.excluded || low.excluded, tail.included || low.included),
        reference: low.reference,
        soft: tail.soft && !controlled && !low.included && !tail.included && !(comparison === '≥' && side === '≥'),
      },
    ];
  }
  // 小于90%大于等于80%
  if (reader.at(low.next)?.kind === 'comparator' && low.reference.kind === 'number') {
    const more = parsePrefixed(reader, low.next);
    if (!more || unitsClash(low.reference, more)) return null;
    return [
      { comparison: strictness(comparison, low.excluded, low.included), reference: low.reference, soft: false },
      ...more,
    ];
  }
  const done = reader.match(DONE, low.next) ?? low.next;
  if (done !== reader.length) return null;
  return [{ comparison: strictness(comparison, low.excluded, low.included), reference: low.reference, soft: false }];
}

/** 20日内公开的: what is done within it. */
const OF = /(?:[的者]|范围内?|公开|报送|提交|上报|办结)+/uy;
const DONE = /(?:[的者]|范围内?|水平|部分|公开|报送|提交|上报|办结)+/uy;

interface Postfix {
  readonly comparison: Comparison;
  readonly soft: boolean;
  readonly next: number;
  readonly included: boolean;
  readonly excluded: boolean;
}

function parsePostfix(reader: TokenReader, index: number): Postfix | null {
  const token = reader.at(index);
  const text = token?.kind === 'postfix' ? token.text : reader.match(/内/uy, index) !== null ? '内' : null;
  const found = text === null ? undefined : POSTFIXES[text];
  if (!found) return null;
  let next = index + 1;
  let included = false;
  let excluded = false;
  for (;;) {
    const mark = reader.at(next);
    if (mark?.kind === 'included') included = true;
    else if (mark?.kind === 'excluded') excluded = true;
    else break;
    next += 1;
  }
  const of = reader.match(OF, next);
  return { ...found, next: of ?? next, included, excluded };
}

/** `80%（含）-90%`, `80分≤评估分值＜90分`, `60分以上`, `100%`. */
export function parseNumeric(reader: TokenReader, index: number): Limit[] | null {
  const low = parseQuantity(reader, index);
  if (!low || (low.reference.kind !== 'number' && low.reference.kind !== 'target')) return null;
  const range = parseRange(reader, index);
  if (range) return range;
  const tail = parsePostfix(reader, low.next);
  if (tail) {
    if (tail.next === reader.length) {
      return [
        {
          comparison: strictness(tail.comparison, tail.excluded || low.excluded, tail.included || low.included),
          reference: low.reference,
          soft: tail.soft && !tail.included && !low.included && !tail.excluded && !low.excluded,
        },
      ];
    }
    // 60分以上80分以下, 60%以上,80%以下
    const joined = reader.match(/[,、且至到\-~]*/uy, tail.next) ?? tail.next;
    const second = parseLimits(reader, joined);
    if (!second || unitsClash(low.reference, second)) return null;
    return [
      {
        comparison: strictness(tail.comparison, tail.excluded || low.excluded, tail.included || low.included),
        reference: low.reference,
        soft: tail.soft && !tail.included && !low.included,
      },
      ...second,
    ];
  }
  const done = reader.match(/的/uy, low.next) ?? low.next;
  return done === reader.length && low.reference.kind === 'number' && !low.included && !low.excluded
    ? [{ comparison: '=', reference: low.reference, soft: false }]
    : null;
}

/** 35岁及以下的不低于总数的20%: two comparisons of different things are not one stretch. */
function unitsClash(reference: Reference, others: readonly Limit[]): boolean {
  if (reference.kind !== 'number') return false;
  const { unit } = reference.measure;
  return others.some(
    (other) =>
      other.reference.kind !== 'number' ||
      (unit !== null && other.reference.measure.unit !== null && other.reference.measure.unit !== unit),
  );
}

function parseRange(reader: TokenReader, index: number): Limit[] | null {
  const low = parseQuantity(reader, index);
  if (!low) return null;
  // 80%（含）以上-90%（不含） says 以上 on the way.
  const above = reader.at(low.next);
  const at = above?.kind === 'postfix' && POSTFIXES[above.text]?.comparison === '≥' ? low.next + 1 : low.next;
  const joint = reader.at(at);
  const isAnd = joint?.text === '和' || joint?.text === '与';
  if (joint?.kind !== 'range' && !isAnd) return null;
  const high = parseQuantity(reader, at + 1);
  if (!high) return null;
  const next = reader.match(/(?:之间|区间|范围|以下|以内|之内|[的者内])+/uy, high.next) ?? high.next;
  if (isAnd && !reader.textOf(high.next, next).includes('之间')) return null;
  const after = withMarks(reader, high.reference, next);
  if (after.next !== reader.length) return null;
  let from: Quantity = low;
  let to: Quantity = { ...high, included: high.included || after.included, excluded: high.excluded || after.excluded };
  // 80%—90%（含80%） speaks of the lower end.
  const named = numberInMark(reader, at + 1, reader.length);
  if (named !== null && low.reference.kind === 'number' && compare(named, low.reference.measure.value) === 0) {
    from = { ...low, included: true };
    to = { ...to, included: false };
  }
  if (from.reference.kind === 'target' && from.reference.share && isPercent(to.reference)) {
    // 目标值的80%-100%: both are shares of it.
    to = { ...to, reference: { ...from.reference, share: to.reference.measure.value } };
  }
  if (from.reference.kind === 'number' && to.reference.kind === 'number') {
    const a = from.reference.measure;
    const b = to.reference.measure;
    // 80-90%: the unit stands once.
    const unit = a.unit ?? b.unit;
    from = { ...from, reference: { kind: 'number', measure: { value: a.value, unit } } };
    to = { ...to, reference: { kind: 'number', measure: { value: b.value, unit: b.unit ?? unit } } };
    if (compare(a.value, b.value) > 0) [from, to] = [to, from];
  }
  return [
    { comparison: from.excluded ? '>' : '≥', reference: from.reference, soft: !from.included && !from.excluded },
    { comparison: to.excluded ? '<' : '≤', reference: to.reference, soft: !to.included && !to.excluded },
  ];
}

function isPercent(reference: Reference): reference is Extract<Reference, { kind: 'number' }> {
  return reference.kind === 'number' && reference.measure.unit === '%';
}

/** 80 in （含80%）. */
function numberInMark(reader: TokenReader, from: number, to: number): Ratio | null {
  const mark = reader.tokens.slice(from, to).find(({ kind }) => kind === 'included');
  const digits = /\d+(?:\.\d+)?/u.exec(mark?.text ?? '')?.[0];
  return digits === undefined ? null : ratio(digits);
}

const MIRROR: Readonly<Record<Comparison, Comparison>> = { '≥': '≤', '≤': '≥', '>': '<', '<': '>', '=': '=' };

/** 80分≤评估分值＜90分, 90≤完成率. */
export function parseSandwich(reader: TokenReader): Condition | null {
  const low = parseQuantity(reader, 0);
  const sign = low ? reader.at(low.next) : undefined;
  const comparison =
    sign?.kind === 'comparator' && !/[达到满超足]/u.test(sign.text) ? COMPARATORS[sign.text] : undefined;
  if (!low || !comparison || low.reference.kind === 'named') return null;
  for (let end = low.next + 1; end <= reader.length; end += 1) {
    const token = reader.at(end);
    if (token !== undefined && token.kind !== 'comparator') continue;
    const subject = reader.textOf(low.next + 1, end);
    if (subject === '' || subject.length > SUBJECT_MAXIMUM || /\d/u.test(subject)) return null;
    const rest = token === undefined ? [] : parsePrefixed(reader, end);
    if (!rest) return null;
    return {
      kind: 'limits',
      subject: subject.replace(/的$/u, ''),
      limits: [{ comparison: MIRROR[comparison], reference: low.reference, soft: false }, ...rest],
      words: reader.textOf(0, reader.length),
    };
  }
  return null;
}
