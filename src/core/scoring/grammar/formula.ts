import { ratio } from '../exact';
import { ACTUAL_REF, RATE_REF, TARGET_REF, WEIGHT_REF } from '../lexicon';
import type { Formula } from '../syntax';
import type { Parsed } from './amount';
import type { TokenReader } from './reader';

const MAXIMUM_NAME = 18;
/** Ends a name inside a formula: operators, brackets, punctuation, and the words that close a clause. */
const STOP = /^[\-+*/()=,;:、x≥≤<>]$/iu;
const CLOSING = /(?:(?:计算|确定)(?:得分|分值)?|[计记]?得分|[扣赋给]分|[计记]分?|折算|扣减|核定)(?=$|[,;()])/uy;

/** `+ - * /` over numbers and names, with brackets. Percentages become fractions. Needs at least one operator to be a formula. */
export function parseFormula(reader: TokenReader, index: number): Parsed<Formula> | null {
  const parsed = parseSum(reader, index);
  return parsed && parsed.value.kind === 'binary' ? parsed : null;
}

interface Operator {
  readonly operator: '+' | '-' | '*' | '/';
  readonly next: number;
}

/** 完成率乘以分值, 实际数除以计划数. */
const SPOKEN = /(?:再|并)?(?:乘以|乘上|除以)/uy;

function operatorAt(reader: TokenReader, index: number): Operator | null {
  const token = reader.at(index);
  if (token === undefined) return null;
  const { text } = token;
  if (text === '+' || text === '-' || text === '*' || text === '/') return { operator: text, next: index + 1 };
  if (/^x$/iu.test(text) && reader.at(index + 1)) return { operator: '*', next: index + 1 };
  const spoken = reader.match(SPOKEN, index);
  if (spoken === null) return null;
  return { operator: reader.textOf(index, spoken).includes('乘') ? '*' : '/', next: spoken };
}

function parseSum(reader: TokenReader, index: number): Parsed<Formula> | null {
  let left = parseProduct(reader, index);
  while (left) {
    const found = operatorAt(reader, left.next);
    if (!found || !/[-+]/u.test(found.operator)) return left;
    const right = parseProduct(reader, found.next);
    if (!right) return null;
    left = {
      value: { kind: 'binary', operator: found.operator, left: left.value, right: right.value },
      next: right.next,
    };
  }
  return null;
}

function parseProduct(reader: TokenReader, index: number): Parsed<Formula> | null {
  let left = parseFactor(reader, index);
  while (left) {
    const found = operatorAt(reader, left.next);
    if (!found || !/[*/]/u.test(found.operator)) return left;
    const right = parseFactor(reader, found.next);
    if (!right) return null;
    left = {
      value: { kind: 'binary', operator: found.operator, left: left.value, right: right.value },
      next: right.next,
    };
  }
  return null;
}

function parseFactor(reader: TokenReader, index: number): Parsed<Formula> | null {
  const token = reader.at(index);
  if (!token) return null;
  if (token.text === '(') {
    const inner = parseSum(reader, index + 1);
    return inner && reader.at(inner.next)?.text === ')' ? { value: inner.value, next: inner.next + 1 } : null;
  }
  if (token.kind === 'number') {
    const percent = token.unit === '%';
    if (token.unit !== null && !percent && token.unit !== '分') return null;
    return {
      value: { kind: 'number', value: token.value, percent, span: { start: token.start, end: token.end } },
      next: index + 1,
    };
  }
  return parseName(reader, index);
}

/** 否则按实际值: what leads to a name and is none of it. */
const CONNECTIVE = /^(?:否则|不然|反之)?则?(?:按照?)?(?=.{2})/u;

function parseName(reader: TokenReader, index: number): Parsed<Formula> | null {
  let end = index;
  let depth = 0;
  while (end < reader.length) {
    const token = reader.at(end);
    if (!token) break;
    // 年初预算数(万元) and the like: a bracket within a name, holding no arithmetic.
    if (
      token.text === '(' &&
      end > index &&
      /^\([^()+*/=]{1,8}\)/u.test(reader.textOf(end, end + 10)) &&
      !reader.textOf(end, end + 3).match(/\d/u)
    )
      depth += 1;
    else if (token.text === ')' && depth > 0) depth -= 1;
    // 得分=10×X: where a name is due it is one.
    else if (end === index && /^x$/iu.test(token.text)) {
      end += 1;
      break;
    } else if (depth === 0 && (STOP.test(token.text) || token.kind === 'number' || token.kind === 'mark')) break;
    else if (token.kind === 'range' && token.text !== '至' && token.text !== '到') break;
    if (end > index && depth === 0 && (reader.match(CLOSING, end) ?? reader.match(SPOKEN, end)) !== null) break;
    end += 1;
  }
  const words = reader.textOf(index, end).replace(CONNECTIVE, '');
  if (words === '' || words.length > MAXIMUM_NAME || /[扣每]/u.test(words)) return null;
  return { value: { kind: 'name', role: roleOf(words), words }, next: end };
}

function whole(pattern: RegExp, words: string): boolean {
  const found = pattern.exec(words);
  return found !== null && found[0].length === words.length;
}

export function roleOf(words: string): 'actual' | 'target' | 'weight' | 'rate' | 'other' {
  const bare = words.replace(/^[该本此]?项?(?:指标)?的?(?=.{2})/u, '');
  for (const text of [words, bare]) {
    if (whole(WEIGHT_REF, text)) return 'weight';
    if (whole(RATE_REF, text)) return 'rate';
    if (whole(ACTUAL_REF, text)) return 'actual';
    if (whole(TARGET_REF, text)) return 'target';
  }
  return 'other';
}

export const PERCENT_ONE = ratio(100);
