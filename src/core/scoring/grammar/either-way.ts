import { add, compare, negate, subtract, ZERO } from '../exact';
import type { Token } from '../lexer';
import type { Rare } from '../rare-kinds';
import { refuse, type Clause, type Comparison, type Condition, type Limit } from '../syntax';
import { parseAtom } from './atoms';

type Limits = Extract<Condition, { kind: 'limits' }>;

const SIGN = /^±|^正负/u;
const OFTEN = /每(?:\d+|两|半)?个?(?:天|日|周|月|季度?|学期|年度?)\d+次$/u;
const SIZE = /绝对值/u;
const MIRROR: Readonly<Record<Comparison, Comparison>> = { '≥': '≤', '≤': '≥', '>': '<', '<': '>', '=': '=' };

/** Whether a deviation on either side is spoken of: ±5%, 正负5%, 偏差率的绝对值. */
export function isEitherWay(text: string): boolean {
  return /±|正负|绝对值/u.test(text);
}

/** 100%±5%: from 95 % to 105 %. Spelled with the tokens that stand there. */
function spelled(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }, index) => text === '±' && tokens[index - 1]?.kind === 'number');
  const [middle, sign, by] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (at < 1 || middle?.kind !== 'number' || by?.kind !== 'number' || middle.unit !== by.unit || !sign) return tokens;
  const low: Token = { ...middle, value: subtract(middle.value, by.value) };
  const high: Token = { ...by, value: add(middle.value, by.value) };
  return [...tokens.slice(0, at - 1), low, { ...sign, kind: 'range', text: '-' }, high, ...tokens.slice(at + 2)];
}

/** The tokens without their ± and 正负, or 绝对值. */
function unsigned(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ text }, index) => {
    if (text === '±') return false;
    const own = tokens.slice(index, index + 2).map((token) => token.text);
    const before = tokens.slice(Math.max(0, index - 1), index + 1).map((token) => token.text);
    if (own.join('') === '正负' || before.join('') === '正负') return false;
    return ![0, 1, 2].some(
      (back) =>
        tokens
          .slice(index - back, index - back + 3)
          .map((token) => token.text)
          .join('') === '绝对值',
    );
  });
}

/**
 * 在±5%以内, ±5%—±10%, 超过±10%, 差异率绝对值≤10%: on one side as on the other. `by` says that it is a deviation, which is
 * the value itself or is measured from the target.
 */
export function parseEitherWay(tokens: readonly Token[], text: string, rare: Rare): Condition | null {
  // 每2周1次: how often, which no single number says.
  if (OFTEN.test(text)) return { kind: 'words', words: text };
  if (/^(?:出现|为|呈)?负增长的?$/u.test(text)) {
    const nothing: Limit = {
      comparison: '<',
      reference: { kind: 'number', measure: { value: ZERO, unit: '%' } },
      soft: false,
    };
    return { kind: 'limits', subject: '', limits: [nothing], words: text };
  }
  // 以300人为基数，每增加20人: from there on.
  const [, base] = tokens;
  if (base?.kind === 'number' && /^以.+为(?:基数|基准|基础|起点)$/u.test(text)) {
    const measure = { value: base.value, unit: base.unit };
    const limit: Limit = { comparison: '≥', reference: { kind: 'number', measure }, soft: false };
    return { kind: 'limits', subject: '', limits: [limit], words: text };
  }
  const whole = spelled(tokens);
  if (whole !== tokens) {
    const inner = parseAtom(whole, rare);
    return inner.kind === 'limits' && inner.limits.length === 2 ? { ...inner, words: text } : null;
  }
  const first = tokens.findIndex((_, index) => SIGN.test(tailOf(tokens, index)));
  const isSize = SIZE.test(text);
  if (first < 0 === !isSize || (first >= 0 && isSize)) return null;
  const inner = parseAtom(unsigned(tokens), rare);
  if (inner.kind !== 'limits') return null;
  return mirrored({ ...inner, subject: inner.subject.replace(/的$/u, ''), words: text });
}

function tailOf(tokens: readonly Token[], from: number): string {
  return tokens
    .slice(from, from + 2)
    .map(({ text }) => text)
    .join('');
}

function mirrored(condition: Limits): Condition | null {
  const { limits } = condition;
  const numbers = limits.every(({ reference, by }) => reference.kind === 'number' && by === undefined);
  const isBelow = limits.some(
    ({ reference }) => reference.kind === 'number' && compare(reference.measure.value, ZERO) < 0,
  );
  if (!numbers || isBelow || limits.some(({ comparison }) => comparison === '=')) return null;
  const plus = limits.map((limit): Limit => ({ ...limit, by: 'off' }));
  const minus = plus.map((limit): Limit => {
    const { reference } = limit;
    if (reference.kind !== 'number') return limit;
    const measure = { ...reference.measure, value: negate(reference.measure.value) };
    return { ...limit, comparison: MIRROR[limit.comparison], reference: { ...reference, measure } };
  });
  const isWithin = limits.every(({ comparison }) => /[<≤]/u.test(comparison));
  if (isWithin) return { ...condition, limits: [...minus, ...plus] };
  return {
    kind: 'or',
    items: [
      { ...condition, limits: plus },
      { ...condition, limits: minus },
    ],
  };
}

/** All that was said of either way must have been read; steps beyond such a stretch count on either side. */
export function bothWays(clauses: readonly Clause[], text: string): readonly Clause[] {
  const isOff = (condition: Condition | null): boolean =>
    condition?.kind === 'limits'
      ? condition.limits.some(({ by }) => by === 'off') || /±/u.test(condition.words)
      : condition?.kind === 'or' && condition.items.some(isOff);
  const off = clauses.filter(({ condition }) => isOff(condition));
  const sections = new Set(off.map(({ section }) => section));
  if (off.length === 0) return refuse('unsupported', /±|正负|绝对值/u.exec(text)?.[0]);
  return clauses.map((clause): Clause => {
    const { effect, condition } = clause;
    // 超出不得分: on whichever side.
    if (effect.kind === 'zero' && sections.has(clause.section) && condition?.kind === 'reached' && !condition.reached)
      return { ...clause, condition: { kind: 'else' } };
    if (effect.kind !== 'step' || !sections.has(clause.section)) return clause;
    const { direction, reference } = effect.basis;
    return direction === 'over' && reference === null
      ? { ...clause, effect: { ...effect, basis: { ...effect.basis, direction: 'off' } } }
      : clause;
  });
}
