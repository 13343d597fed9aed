import { COUNTERS, TARGET_NOUN } from '../lexicon';
import type { Token } from '../lexer';
import { atHand, type Rare } from '../rare-kinds';
import type { Condition, Limit } from '../syntax';
import { withoutTail } from '../tail';
import { FIRM, measureOf, parseLimits, parseSandwich, SUBJECT_MAXIMUM } from './limits';
import { TokenReader } from './reader';

export const ELSE =
  /^(?:否则|其他|其它|其余|反之|除此之外|其他情况|其它情况|其余情况|其他情形|除上述情况外|除以上情况外|其他档次)(?:一律|均|都)?$/u;

/** Elements and rankings: only words such as theirs call for them. */
function parseRare(reader: TokenReader, text: string): Condition | null {
  const elements = reader.tokens.some(({ kind }) => kind === 'mark') ? reader.rare.parseElements(reader) : null;
  if (elements) return elements;
  const ranked = reader.tokens.some(
    (token) =>
      token.kind === 'ordinal' ||
      /^[前后]$/u.test(token.text) ||
      (token.kind === 'number' && /^[名位]$/u.test(token.unit ?? '') && /[前后外下列居]|排[名序]|[位名]次/u.test(text)),
  );
  return ranked ? reader.rare.parseRank(reader) : null;
}

/** 按时, 逾期, 规定时限: whether something was done in time. */
const TIMELY = /[按准]时|[按如逾超]期|规定的?[时期日]/u;

function parseDeadline(reader: TokenReader): Condition | null {
  const text = reader.textOf(0, reader.length);
  const isDated = reader.tokens.some(({ kind }) => kind === 'date');
  return isDated || TIMELY.test(text) ? reader.rare.parseDeadline(reader, text) : null;
}

const NOT = '(?:未能|未|没有|没|不能|尚未|不)';

const MANNERS = '完全|全部|全面|按时|按期|如期|按要求|按计划|均|都|已经|已|能够|能|顺利|100%'.split('|');

const VERB = '(?:达到|完成|实现|达成|符合|满足)';

const NEGATIVE = new RegExp(`${NOT}(?:${MANNERS.join('|')})*(?:${VERB}|达标|达)`, 'u');

const POSITIVE = new RegExp(`${VERB}|达标`, 'u');

/** 超过的, 未达到的, after a limit that says what: its other side. */
const BEYOND =
  /^(?:每?实际)?(?:(超过|超出|高于|超支|突破|超)|低于|少于|不足|小于|未达|不达|达不到)(?:[该此]?(?:标准|要求|规定|上述标准|范围|区间))?$/u;

/** 未超过的, beside 超过预算的: within it. */
const WITHIN = /^(?:未|不|没有)(?:超过|超出|超支|突破|超)$/u;

/** Some of it: neither all nor nothing. */
const PARTLY = /(?:大?部分|未全部|未完全|没有全部)$/u;

/** 控制在预算内, 未超支, 突破概算: whether a budget or a plan is kept to. */
const BUDGET = /[控超突]|在[^在]*内$/u;

function parseReached(text: string, rare: Rare | null): Condition | null {
  if (WITHIN.test(text)) return { kind: 'reached', reached: true, subject: '≤', words: text, firm: false };
  const beyond = BEYOND.exec(text);
  if (beyond)
    return { kind: 'reached', reached: false, subject: beyond[1] === undefined ? '' : '≤', words: text, firm: false };
  const kept = BUDGET.test(text) ? atHand(rare).parseBudget(text) : null;
  if (kept) return kept;
  const negative = NEGATIVE.exec(text);
  if (negative) {
    const noun = text.slice(negative.index + negative[0].length).replace(/的$/u, '');
    if (noun === '' || TARGET_NOUN.test(noun)) {
      return {
        kind: 'reached',
        reached: false,
        subject: text.slice(0, negative.index),
        words: text,
        firm: noun !== '' && FIRM.test(noun),
      };
    }
    return null;
  }
  const [subject = '', ...missed] = text.split('达不到');
  const missedNoun = missed.join('达不到');
  if (TARGET_NOUN.test(missedNoun)) {
    return { kind: 'reached', reached: false, subject, words: text, firm: FIRM.test(missedNoun) };
  }
  const positive = POSITIVE.exec(text);
  const doer = withoutTail(text.slice(0, positive?.index), MANNERS);
  if (positive && PARTLY.test(doer)) {
    const rest = text.slice(positive.index + positive[0].length);
    if (rest !== '' && !TARGET_NOUN.test(rest)) return null;
    return {
      kind: 'reached',
      reached: false,
      partly: true,
      subject: doer.replace(PARTLY, ''),
      words: text,
      firm: true,
    };
  }
  const exceeds = doer.endsWith('超额');
  if (positive && !/[未不没无]/u.test(doer)) {
    const noun = text
      .slice(positive.index + positive[0].length)
      .replace(/^了/u, '')
      .replace(/及?以上$/u, '');
    if (noun === '' || TARGET_NOUN.test(noun)) {
      return {
        kind: 'reached',
        reached: true,
        ...(exceeds ? { beyond: true } : {}),
        subject: withoutTail(doer, ['超额', ...MANNERS]),
        words: text,
        firm: noun !== '' && FIRM.test(noun),
      };
    }
  }
  return null;
}

/** 达到目标值 is reached from whichever side the row's sign says. */
function goalOf(
  reader: TokenReader,
  index: number,
  subject: string,
  limits: readonly Limit[],
  text: string,
): Condition | null {
  const [limit] = limits;
  const sign = reader.at(index)?.text ?? '';
  if (limits.length !== 1 || limit?.reference.kind !== 'target' || limit.reference.share !== null) return null;
  if (!/达|未到/u.test(sign)) return null;
  return { kind: 'reached', reached: !/[未不]/u.test(sign), subject, words: text, firm: true };
}

export const EVENT = /[缺少漏不未无没违超逾迟误失有被受遭]|发现|发生|出现|存在/u;

/** So long is not how many. */
export const TIME = /^(?:个?工作日|个?自然日|[天日周岁米]|个?星期|个?月|个?季度|年度?|个?小时|分钟|周岁|千米|公里)$/u;

/** 缺少1项, 发现1起: exactly one is so many occurrences, not a value that equals one. */
function eventCount(reader: TokenReader, subject: string, limits: readonly Limit[]): Condition | null {
  const [limit] = limits;
  if (limits.length !== 1 || limit?.reference.kind !== 'number' || limit.soft) return null;
  const { measure } = limit.reference;
  if (measure.unit === null || !COUNTERS.has(measure.unit) || TIME.test(measure.unit)) return null;
  const ending = reader.at(reader.length - 1)?.kind;
  if (limit.comparison === '=' && EVENT.test(subject) && ending === 'number') {
    return { kind: 'count', words: subject, text: reader.textOf(0, reader.length), measure, ordered: false };
  }
  // 超1人: one too many.
  if (limit.comparison === '>' && reader.at(reader.length - 2)?.text === '超' && ending === 'number') {
    return { kind: 'count', words: `${subject}超`, text: reader.textOf(0, reader.length), measure, ordered: false };
  }
  return limit.comparison === '≥' && EVENT.test(subject) && reader.at(reader.length - 1)?.kind === 'postfix'
    ? { kind: 'count', words: subject, text: reader.textOf(0, reader.length), measure, ordered: true }
    : null;
}

/** 每学期家长会不少于2次: in what time it is asked. */
const PERIOD = /^每(?:学?年度?|半年|学期|季度?|个?月|周|日|天)(?=.)/u;

/** 完成率的实际为95%: between what is measured and its limits. */
const SUBJECT_TAIL = ['实际', ',', '的', ':', '为', '在', '已'];

/** 超额完成目标, without saying by how much. */
function isTarget({ reference }: Limit): boolean {
  return reference.kind === 'target' && reference.share === null;
}

/** One atom: no 且 or 或 at the top. */
export function parseAtom(tokens: readonly Token[], rare: Rare | null): Condition {
  const reader = new TokenReader(tokens, rare);
  const text = reader.textOf(0, reader.length);
  if (ELSE.test(text)) return { kind: 'else' };
  const either = /±|正负|绝对值|^以.+为|负增长|每/u.test(text)
    ? reader.rare.parseEitherWay(tokens, text, reader.rare)
    : null;
  if (either) return either;
  const special = parseRare(reader, text) ?? parseDeadline(reader);
  if (special) return special;
  const sandwich = parseSandwich(reader);
  if (sandwich) return sandwich;
  for (let index = 0; index < reader.length; index += 1) {
    const limits = parseLimits(reader, index);
    if (!limits) continue;
    const subject = withoutTail(reader.textOf(0, index).replace(PERIOD, '').replace(/^.*:/u, ''), SUBJECT_TAIL);
    if (subject.length > SUBJECT_MAXIMUM || /[不未没无超]$|[低高多少大小]于|超[过出]|[≥≤<>%]|[于过到]\d/u.test(subject))
      continue;
    if (reader.at(index)?.text === '超额完成' && limits.every(isTarget)) continue;
    const goal = goalOf(reader, index, subject, limits, text);
    if (goal) return goal;
    const event = eventCount(reader, subject, limits);
    return event ?? { kind: 'limits', subject, limits, words: text };
  }
  const graded = /[)优秀良好等般格差次级档中]$/u.test(text) ? reader.rare.parseGraded(reader, text) : null;
  if (graded) return graded;
  const counts = reader.tokens.some((token) => COUNTERS.has(measureOf(token)?.unit ?? '')) ? reader.rare : null;
  const named = counts?.parseNamedCount(reader, text);
  if (named) return named;
  // 100%细化: the number first, what it measures after it.
  const first = measureOf(reader.at(0));
  if (first?.unit === '%' && reader.tokens.slice(1).every(({ kind }) => kind === 'word') && reader.length > 1) {
    return {
      kind: 'limits',
      subject: reader.textOf(1, reader.length),
      limits: [{ comparison: '=', reference: { kind: 'number', measure: first }, soft: false }],
      words: text,
    };
  }
  const counted = counts?.parseCount(reader) ?? null;
  if (counted?.kind === 'count' && EVENT.test(counted.words)) return counted;
  return parseReached(text, rare) ?? counted ?? { kind: 'words', words: text };
}
