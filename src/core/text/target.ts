import type {
  DateTarget,
  Interval,
  Multiple,
  Operator,
  Qualitative,
  Quantity,
  Target,
  Unknown,
} from '../indicator/target';
import { hasDigits } from './numbers';
import { joinBroken, normalize } from './fold';
import type { Source } from './fold';
import { direction, parseOperator } from './operators';
import { scan } from './scan';
import type { QuantityToken, RangeToken, Token } from './scan';
import { isPercentUnit } from './percent';
import { endOfUnit, isMultiplier } from './units';

/** What other columns of the row say. */
export interface TargetHints {
  /** The sign column: a sign, a comparator in words, or 定性 / 定量. */
  readonly operator?: string | null;
  /** The unit column. */
  readonly unit?: string | null;
}

type Mention = Exclude<Token, { kind: 'text' | 'code' | 'separator' }>;

const UNKNOWN: Unknown = { kind: 'unknown', operator: null, value: null, unit: null };

/** The most words around a number with which it is still the target, and not something said by the way. */
const MOST_BEFORE = 14;
const MOST_AFTER = 8;

/** Words before a number that make it another number than the one to reach: a change, a basis, an estimate, a part. */
const OTHER_BEFORE =
  /(?:[约近第隔翻前或各原从由自]|大约|将近|接近|平均每|每[^年]{0,3}|提升|提高|增长|增加|新增长|上升|升高|下降|降低|减少|缩短|压减|压缩|缩减|同比|环比|分别|其中|现有)$/u;
const OTHER_ANYWHERE = /基线|基数|上年|去年|往年|同比|环比|左右|上下|不少于或|视情况|[+*×÷^]/u;
const OTHER_AFTER = /^(?:左右|上下|[余多半来几前后底末]|的\S{0,4}(?:倍|之)|起步)/u;

/** Words that say there is no target at all. */
const NONE = /^(?:不适用|不涉及|无|暂无|没有|待定|待补充|[-/\\~.…_—*]+|#[A-Z\d/]{2,6}[!?]?)$/u;

/** 指标值 as written, with what the row's other columns say. Never a guess: what cannot be read whole is `unknown`. */
export function parseTarget(text: string, hints: TargetHints = {}): Target {
  const { source, tokens } = scan(text);
  return withHints(read(source, tokens), hints);
}

function read(source: Source, tokens: readonly Token[]): Target {
  if (source.text === '' || NONE.test(source.text)) return UNKNOWN;
  const mentions = tokens.filter(isMention);
  if (mentions.every((mention) => isIdle(mention, tokens))) return wording(source, tokens);
  if (tokens.some(({ kind }) => kind === 'code')) return UNKNOWN;
  const [first, second] = mentions;
  if (mentions.length === 1) return single(source, tokens, first as Mention);
  if (mentions.length === 2) {
    const bounds = between(source, first as Mention, second as Mention);
    if (bounds) return bounds;
  }
  return several(source, tokens);
}

/** A year alone is when, not how much: it counts as a word. */
function isMention(token: Token): token is Mention {
  if (token.kind === 'date') return token.precision !== 'year' || token.deadline || token.until;
  return token.kind === 'quantity' || token.kind === 'range';
}

/** 一户一策, 上一年: the Chinese 一 within words counts nothing. */
function isIdle(mention: Mention, tokens: readonly Token[]): boolean {
  if (mention.kind !== 'quantity' || tokens.length === 1) return false;
  return mention.number.chinese && mention.number.value === 1 && mention.operator === null;
}

function wording(source: Source, tokens: readonly Token[]): Target {
  const unread = tokens.some(({ kind }) => kind === 'code' || kind === 'date');
  if (unread || hasDigits(source.text) || !/\p{L}/u.test(source.text)) return UNKNOWN;
  if (/[一二三四五六七八九十两半](?:点|小时|时[前内])|半[天年月个]|百分之|[年月天日]半/u.test(source.text))
    return UNKNOWN;
  const value = joinBroken(source.original);
  const target: Qualitative = { kind: 'qualitative', operator: null, value, unit: null };
  return target;
}

function single(source: Source, tokens: readonly Token[], mention: Mention): Target {
  const at = tokens.indexOf(mention);
  const before = wordsOf(source, tokens.slice(0, at));
  const after = wordsOf(source, tokens.slice(at + 1));
  const noun = mention.kind === 'quantity' ? nounUnit(mention, after, tokens[at + 1]?.kind === 'text') : null;
  if (!isPlain(before, after, noun !== null)) return UNKNOWN;
  switch (mention.kind) {
    case 'date':
      return date(mention, before, after);
    case 'range':
      return range(source, mention);
    case 'quantity':
      return quantity(mention, before, after, noun);
  }
}

/** The words of some tokens, blanks and separators taken out; years among them are words. */
function wordsOf(source: Source, tokens: readonly Token[]): string {
  return tokens.map(({ kind, start, end }) => (kind === 'separator' ? '' : source.text.slice(start, end))).join('');
}

function isPlain(before: string, after: string, named: boolean): boolean {
  if (before.length > MOST_BEFORE || OTHER_ANYWHERE.test(before) || OTHER_ANYWHERE.test(after)) return false;
  if (OTHER_BEFORE.test(before)) return false;
  return named || (after.length <= MOST_AFTER && !OTHER_AFTER.test(after));
}

/** Words that follow an amount without naming what is counted: 30人参加, 100%完成. */
const NOT_COUNTED =
  /^(?:完成|参加|参与|[达及进的全均每开举建上下到以并且为是无未不发投交送得予给受通合实落持保有能可于在一底末]|覆盖|验收)/u;

/**
 * The unit where the words behind the number belong to it: a classifier with a noun of up to three characters is the
 * unit as written (个社区), a lone character not among the units is one too (3帖).
 */
function nounUnit(token: QuantityToken, after: string, adjacent: boolean): string | null {
  if (token.unit === null) {
    const plain = endOfUnit(after, 0) === after.length || /^\p{Script=Han}$/u.test(after);
    return after !== '' && plain && !/[级号点时星期等前后]/u.test(after) ? after : null;
  }
  if (!adjacent || token.end !== token.unitEnd || token.unit === '%' || isMoney(token.unit) || token.number.chinese) {
    return null;
  }
  if (!/^\p{Script=Han}{1,3}$/u.test(after) || NOT_COUNTED.test(after) || OTHER_AFTER.test(after)) return null;
  return /[一二三四五六七八九十半]/u.test(after) ? null : token.unit + after;
}

function isMoney(unit: string): boolean {
  return unit.includes('元') || isMultiplier(unit);
}

/** A comparator that stands apart from its number: 不超过预算金额550.13万元 says ≤, 不低于上年，95% does not say ≥. */
const APART = /[≥≤<>]|[不未][得能应]?(?:低于|少于|小于|超过|高于|大于|多于)|至少|至多/u;

function quantity(token: QuantityToken, before: string, after: string, noun: string | null): Target {
  if (token.conflict) return UNKNOWN;
  // 3天 after something is a wait only where a limit is stated.
  if (token.operator === null && (APART.test(before) || APART.test(after) || before.endsWith('后'))) return UNKNOWN;
  // 一户一策, 发现一人救助一人: Chinese numerals count only where they are all there is, or with a comparator.
  if (token.number.chinese && token.operator === null && (before !== '' || after !== '')) return UNKNOWN;
  const unit = noun ?? token.unit;
  const target: Quantity = { kind: 'quantity', operator: token.operator, value: token.number.value, unit };
  return token.unit === null && unit === null && after !== '' ? UNKNOWN : target;
}

function range(source: Source, token: RangeToken): Target {
  const low = token.low.number.value;
  const high = token.high.number.value;
  const bare = token.unit === null;
  // 12-31 and 2022-2023 may be a day and a span of years.
  if (
    bare &&
    ((low >= 1 && low <= 12 && high >= 1 && high <= 31 && low < high && source.text.includes('-')) ||
      isYear(low) ||
      isYear(high))
  ) {
    return UNKNOWN;
  }
  return interval(low, high, true, true, token.unit);
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2099;
}

function interval(
  low: number,
  high: number,
  lowIncluded: boolean,
  highIncluded: boolean,
  unit: string | null,
): Interval {
  return { kind: 'range', operator: null, value: null, unit, low, high, lowIncluded, highIncluded };
}

/** ≥80%且≤90%, 不低于5人不超过10人: one target with two bounds. */
function between(source: Source, first: Mention, second: Mention): Target | null {
  if (first.kind !== 'quantity' || second.kind !== 'quantity') return null;
  if (!first.operator || !second.operator || first.conflict || second.conflict) return null;
  if (!/^[,、;]?(?:且|并且|[并但]|同时)?$/u.test(source.text.slice(first.end, second.start))) return null;
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null;
  const [from, to] = direction(first.operator) > 0 ? [first, second] : [second, first];
  if (direction(from.operator as Operator) !== 1 || direction(to.operator as Operator) !== -1) return null;
  const unit = second.unit ?? first.unit;
  return interval(from.number.value, to.number.value, from.operator === '≥', to.operator === '≤', unit);
}

function date(token: Extract<Mention, { kind: 'date' }>, before: string, after: string): Target {
  if (!token.valid || token.last === null || token.until) return UNKNOWN;
  if (!/^\p{L}*$/u.test(after) || /^后/u.test(after)) return UNKNOWN;
  // ≤1月 may be a month long, or until January.
  if (/[≥≤=<>]$/u.test(before) && token.precision === 'month') return UNKNOWN;
  if (/[≥>=<]$|不早于$/u.test(before)) return UNKNOWN;
  const target: DateTarget = { kind: 'date', operator: token.deadline ? '≤' : null, value: token.last, unit: null };
  return target;
}

/** Two or more targets: each has to be readable by itself between the marks that keep them apart. */
function several(source: Source, tokens: readonly Token[]): Target {
  // 1套（3台）: what stands in brackets explains, or does not.
  const bracketed = tokens.some((token, i) => {
    const previous = tokens[i - 1];
    return isMention(token) && previous?.kind === 'separator' && source.text.charAt(previous.start) === '(';
  });
  if (bracketed) return UNKNOWN;
  const parts: Target[] = [];
  for (const segment of segments(source, tokens)) {
    const mentions = segment.filter(isMention);
    if (mentions.length > 1) return UNKNOWN;
    const [mention] = mentions;
    if (!mention) continue;
    const part = single(source, segment, mention);
    if (part.kind === 'unknown') return UNKNOWN;
    parts.push(part);
  }
  if (parts.length < 2) return UNKNOWN;
  const target: Multiple = { kind: 'multiple', operator: null, unit: null, value: null, parts };
  return target;
}

/**
 * Separators begin a new segment; so does an amount right behind another with a sign of its own or after a blank, and
 * one that follows a deadline (12月底前完成3场).
 */
function segments(source: Source, tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [[]];
  let due = false;
  tokens.forEach((token, i) => {
    if (token.kind === 'separator') {
      found.push([]);
      due = false;
      return;
    }
    const current = found[found.length - 1] as Token[];
    const previous = tokens[i - 1];
    const behind =
      previous !== undefined &&
      isMention(previous) &&
      (source.gap[token.start] !== '' || '≥≤=<>'.includes(source.text.charAt(token.start)));
    if (isMention(token) && (behind || due)) found.push([token]);
    else current.push(token);
    due ||= token.kind === 'date' && token.deadline;
  });
  return found.filter((segment) => segment.length > 0);
}

function withHints(target: Target, hints: TargetHints): Target {
  const operator = hints.operator ? parseOperator(hints.operator) : null;
  const unit = hintedUnit(target.unit, hints.unit ?? null);
  switch (target.kind) {
    case 'quantity':
      return { ...target, operator: operator ?? target.operator, unit };
    case 'range':
      return { ...target, unit };
    case 'date':
      return { ...target, operator: operator ?? target.operator };
    default:
      return target;
  }
}

/** The unit in the cell comes first; 万 in the cell and 元 in the column are 万元. */
function hintedUnit(stated: string | null, hint: string | null): string | null {
  const column = hint === null ? '' : normalize(hint);
  if (column === '' || NONE.test(column)) return stated;
  const known = isPercentUnit(column) ? '%' : column;
  if (stated === null) return known;
  if (!isMultiplier(stated) || known === '%') return stated;
  return known.startsWith(stated) ? known : stated + known;
}
