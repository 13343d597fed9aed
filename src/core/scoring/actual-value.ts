import { normalize } from '../text';
import { serialOf, daysInMonth } from './dates';
import { fail, readAmount, readBare, type ActualValue, type Outcome, type Read, type Single } from './actual-number';
import { divide, HUNDRED, multiply, ratio, ZERO, type Ratio } from './exact';
import { SPELLING } from './dated-words';
import { tokenize, type Token } from './lexer';
import { interchangeable, polarity } from './semantics/context';
import type { Input } from './standard';

export function readOne(input: Input, actual: ActualValue): Outcome<Single> {
  if (actual === null || actual === '' || (typeof actual === 'string' && normalize(actual) === ''))
    return fail('blank', { name: input.name });
  if (typeof actual === 'number') return readBare(input, actual);
  switch (input.kind) {
    case 'value':
    case 'count':
      return readNumber(input, actual);
    case 'date':
      return readDate(input, actual);
    case 'grade':
      return readGrade(input, actual);
    case 'boolean':
      return readFlag(input, actual);
  }
}

const MONEY: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1000,
  万元: 10_000,
  亿元: 100_000_000,
  万: 10_000,
  亿: 100_000_000,
};

function readNumber(input: Input, actual: string | boolean): Outcome<Single> {
  const number = typeof actual === 'string' ? textNumber(input, actual) : null;
  if (number === 'unit')
    return fail('unit-differs', { name: input.name, unit: input.unit ?? '', actual: String(actual) });
  return readAmount(input, actual, number);
}

/** `94%`, `8次`, `1,200`, `-0.05`; null where it is no number, `unit` where it is one of something else. */
function textNumber(input: Input, actual: string): Ratio | 'unit' | null {
  const text = normalize(actual);
  const sign = /^[-−]/u.test(text) ? -1 : 1;
  const tokens = tokenize(text.replace(/^[-−+]/u, ''), SPELLING);
  const [token] = tokens;
  const met = input.kind === 'count' ? metIn(input, tokens) : null;
  if (met) return met;
  if (tokens.length !== 1 || token?.kind !== 'number') return null;
  const value = multiply(token.value, ratio(sign));
  if (token.unit === null) return value;
  if (input.unit === null) return token.unit === '%' ? 'unit' : value;
  if (interchangeable(token.unit, input.unit)) return value;
  const [from, to] = [MONEY[token.unit], MONEY[input.unit]];
  if (from !== undefined && to !== undefined) return divide(multiply(value, ratio(from)), ratio(to));
  if (input.unit === '‰' && token.unit === '%') return multiply(value, ratio(10));
  if (input.unit === '%' && token.unit === '‰') return divide(value, ratio(10));
  if (input.unit === '%' && token.unit === '倍') return multiply(value, HUNDRED);
  return 'unit';
}

/** 两项均达标, 均不达标: so many of what is counted. */
function metIn({ name, unit }: Input, [first, ...others]: readonly Token[]): Ratio | null {
  const words = others
    .map(({ text }) => text)
    .join('')
    .replace(/^[均都全]部?/u, '');
  if (first?.kind === 'number') return first.unit === unit && words === name ? first.value : null;
  return /^[均都]$/u.test(first?.text ?? '') && /^[不未]/u.test(words) && words.slice(1) === name ? ZERO : null;
}

const IN_TIME = /^(?:已|均|全部)*(?:按时|按期|如期|准时|及时)(?:完成|公开|报送|提交|到位|办结)?$/u;

function readDate(input: Input, actual: string | boolean): Outcome<Single> {
  const day = (serial: number): Read => ({ kind: 'number', value: ratio(serial) });
  if (typeof actual === 'boolean') return fail('date-needed', { name: input.name });
  const text = normalize(actual);
  if (input.deadline !== undefined && IN_TIME.test(text)) return { ok: true, value: { read: day(input.deadline) } };
  const full = /^(\d{4})[\-./年](\d{1,2})[\-./月](\d{1,2})(?:日|号)?(?:已?完成)?$/u.exec(text);
  if (full) {
    const serial = serialOf(Number(full[1]), Number(full[2]), Number(full[3]));
    return serial === null
      ? fail('not-a-date', { name: input.name, actual: text })
      : { ok: true, value: { read: day(serial) } };
  }
  const month = /^(\d{4})[\-./年](\d{1,2})月?份?(底|末)?(?:已?完成)?$/u.exec(text);
  if (month) {
    const [year, at] = [Number(month[1]), Number(month[2])];
    const first = serialOf(year, at, 1);
    if (first === null) return fail('not-a-date', { name: input.name, actual: text });
    const last = first + daysInMonth(year, at) - 1;
    return month[3]
      ? { ok: true, value: { read: day(last) } }
      : { ok: true, value: { read: day(first), until: day(last) } };
  }
  return fail(/完成/u.test(text) ? 'date-needed' : 'not-a-date', { name: input.name, actual: text });
}

const NEGATORS = /[未不无没非]/gu;

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

function plainWords(text: string): string {
  return normalize(text).replace(/[，,。;；、（）()“”"'的且并\s]/gu, '');
}

/** Which of the names a clerk's words mean: equal, else one within the other with the same number of negations. */
export function matchWords(text: string, names: readonly string[]): number | null {
  const words = plainWords(text);
  const plain = names.map(plainWords);
  const exact = plain.indexOf(words);
  if (exact >= 0) return exact;
  if (words.length < 2) return null;
  const negations = (value: string): string => (value.match(NEGATORS) ?? []).join('');
  const alike = plain.map((name) => negations(name) === negations(words));
  for (const relation of [
    (name: string): boolean => name.startsWith(words),
    (name: string): boolean => name.length >= 2 && (name.includes(words) || words.includes(name)),
    (name: string): boolean => isSubsequence(words, name) && words.length * 5 >= name.length,
  ]) {
    const found = plain
      .map((name, index) => (alike[index] && relation(name) ? index : -1))
      .filter((index) => index >= 0);
    if (found.length === 1) return found[0] ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

/** 完成得10分，否则不得分 is a question of yes or no. */
function otherOf(actual: string, options: readonly string[]): number | null {
  const [asked, other] = options;
  if (options.length !== 2 || asked === undefined || other === undefined) return null;
  const text = normalize(actual);
  if (other !== '其他') return oppositeOf(text, asked, other);
  if (YES.test(text)) return 0;
  if (NO.test(text)) return 1;
  const [own, told] = [polarity(asked), polarity(text)];
  return own.bare === told.bare ? (own.negative === told.negative ? 0 : 1) : null;
}

/** 发生事故, 未发生: one question, answered yes or no. */
function oppositeOf(text: string, asked: string, other: string): number | null {
  const [first, second] = [polarity(asked), polarity(other)];
  const isOne = first.bare.includes(second.bare) || second.bare.includes(first.bare);
  if (first.negative === second.negative || second.bare === '' || !isOne) return null;
  if (YES.test(text)) return first.negative ? 1 : 0;
  return NO.test(text) ? (first.negative ? 0 : 1) : null;
}

function readGrade(input: Input, actual: string | boolean): Outcome<Single> {
  const options = input.options ?? [];
  const text = typeof actual === 'boolean' ? (actual ? '是' : '否') : actual;
  const found = typeof text === 'string' ? (matchWords(text, options) ?? otherOf(text, options)) : null;
  if (found === null) return fail('not-a-grade', { actual: String(actual), options: options.join('、') });
  return { ok: true, value: { read: { kind: 'grade', option: found } } };
}

const YES = /^(?:[是有对√]|yes|true|y|符合|属实|发生|存在)$/iu;
const NO = /^(?:[否无×x]|没有|不是|no|false|n|不符合|未发生|不存在)$/iu;

function readFlag(input: Input, actual: string | boolean): Outcome<Single> {
  const flag = (value: boolean): Outcome<Single> => ({ ok: true, value: { read: { kind: 'flag', value } } });
  if (typeof actual === 'boolean') return flag(actual);
  const text = normalize(actual);
  if (YES.test(text)) return flag(true);
  if (NO.test(text)) return flag(false);
  if (/^\d+$/u.test(text)) return flag(Number(text) > 0);
  if (matchWords(text, [input.name]) === 0) return flag(true);
  // 项目未完成 where 项目已完成 is asked.
  const [asked, told] = [polarity(input.name), polarity(text)];
  if (told.bare.length >= 2 && asked.bare.endsWith(told.bare) && asked.bare.length - told.bare.length <= 2)
    return flag(asked.negative === told.negative);
  return fail('not-yes-or-no', { name: input.name, actual: text });
}
