import { add, HUNDRED, ONE, ratio, subtract, type Ratio } from '../exact';
import { readChinese } from '../lexer';
import { COUNTERS } from '../lexicon';
import type { Condition, Limit } from '../syntax';
import { parseAtom } from './atoms';
import { measureOf } from './limits';
import type { TokenReader } from './reader';

/** 排名前三, 第7名及以后: places in a ranking. */
export function parseRank(reader: TokenReader): Condition | null {
  const text = reader.textOf(0, reader.length);
  const ranked = /排名|位次|排序|名次|位居|列/u.test(text);
  const share = parseRankShare(reader, text) ?? parseTop(reader, text, ranked);
  if (share) return share;
  const last = reader.at(reader.length - 1);
  const behind = /[^前](?:及以后|及之后|及以下|以后|之后|以外|开外|以下)(?:的)?$/u.exec(text)?.[0].slice(1);
  if (behind !== undefined) {
    const at = reader.tokens.findIndex((_, index) => reader.textOf(index, reader.length) === behind);
    const place = reader.at(at - 1);
    const first = place?.kind === 'ordinal' ? place.from : measureOf(place)?.value;
    const unit = place?.kind === 'ordinal' || place?.kind === 'number' ? place.unit : null;
    if (first && (unit === '名' || unit === '位') && (place?.kind === 'ordinal' || ranked || at === 2 || at === 1)) {
      return { kind: 'rank', from: /及/u.test(behind) ? first : add(first, ONE), to: null };
    }
  }
  if (
    last?.kind === 'ordinal' &&
    (last.unit === '名' || last.unit === '位' || (last.unit === null && (ranked || reader.length === 1)))
  ) {
    return { kind: 'rank', from: last.from, to: last.to };
  }
  const top = measureOf(last);
  if (!top || (top.unit !== '名' && top.unit !== '位')) return null;
  const before = reader.at(reader.length - 2);
  if (before?.text === '前') return { kind: 'rank', from: ratio(1), to: top.value };
  if (before?.kind === 'range' && ranked) {
    const from = measureOf(reader.at(reader.length - 3));
    return from ? { kind: 'rank', from: from.value, to: top.value } : null;
  }
  return null;
}

const DONE = '(?:完成|公开|报送|提交|建成|办结|到位|开展|上报|实施|投入使用|竣工|验收|交付|支付|拨付|发放|执行)?';

const IN_TIME = '(?:按时|按期|如期|准时|在?规定(?:的)?(?:时间|时限|期限|日期)(?:内|前|之内)|按规定(?:时间|时限|期限))';

const MET = new RegExp(`^\\D*?${IN_TIME}\\D{0,6}?${DONE}$`, 'u');

const LATE = new RegExp(`^\\D*?(?:逾期|超期|未${IN_TIME}|不按时|不按期)\\D{0,6}?${DONE}$`, 'u');

/** By a date, or in time. */
export function parseDeadline(reader: TokenReader, text: string): Condition | null {
  const index = reader.tokens.findIndex((token) => token.kind === 'date');
  if (index >= 0) return parseDated(reader, index, text);
  if (LATE.test(text)) return { kind: 'deadline', met: false, date: null, words: text };
  return MET.test(text) ? { kind: 'deadline', met: true, date: null, words: text } : null;
}

const SHARE =
  /^(.*?)(?:(前)(?:(\d+(?:\.\d+)?)%[-~至到]前?)?|(后))(\d+(?:\.\d+)?)%(?:以内|之内|内)?(?:的?(?:区间|位次|单位|地区|企业|学校|医院|部门|乡镇|市县))?的?$/u;
const RANKED = /^$|排[名序位]|[位名]次|[居列在于]$|考核|评价|评比|测评|全[国省市县区]/u;

/** 排名前30%, 前10%-30%, 后20%: the place as a share of how many there are. */
function parseRankShare(reader: TokenReader, text: string): Condition | null {
  const found = SHARE.exec(text);
  const [, lead = '', , from, behind, size = ''] = found ?? [];
  if (!found || !RANKED.test(lead) || /\d/u.test(lead)) return null;
  const limit = (comparison: '≥' | '≤' | '>', value: Ratio, soft: boolean): Limit => ({
    comparison,
    reference: { kind: 'number', measure: { value, unit: '%' } },
    soft,
  });
  const limits =
    behind === undefined
      ? [...(from === undefined ? [] : [limit('≥', ratio(from), true)]), limit('≤', ratio(size), from !== undefined)]
      : [limit('>', subtract(HUNDRED, ratio(size)), false)];
  return { kind: 'limits', subject: '排名占比', limits, words: reader.textOf(0, reader.length) };
}

/** 排名前三, 前10: said without 名. */
function parseTop(reader: TokenReader, text: string, ranked: boolean): Condition | null {
  const top = /前([一二三四五六七八九十]{1,3}|\d+)的?$/u.exec(text)?.[1];
  const to = top === undefined ? null : /^\d/u.test(top) ? Number(top) : readChinese(top);
  return to !== null && (ranked || reader.textOf(0, reader.length).startsWith('前'))
    ? { kind: 'rank', from: ONE, to: ratio(to) }
    : null;
}

/** 12月底前完成, with the date at `index`. */
function parseDated(reader: TokenReader, index: number, text: string): Condition | null {
  const token = reader.at(index);
  if (token?.kind !== 'date') return null;
  const before = reader.textOf(0, index);
  const after = reader.textOf(index + 1, reader.length);
  if (/\d|次年|翌年|[下第][一二]?年/u.test(`${before}${after}`)) return null;
  const closing = /前$/u.test(token.text) || /^(?:之?前|以前|内|以内|底)/u.test(after);
  const late =
    /(?:晚于|超过|迟于|未在|未于|逾)$/u.test(before) ||
    /^(?:之?后|以后)/u.test(after) ||
    /未(?:完成|公开|报送|提交|建成)/u.test(after);
  if (!closing && !late && !/在$|于$/u.test(before)) return null;
  return { kind: 'deadline', met: !late, date: token.date, words: text };
}

/** 具备要素①②, 不具备要素③. */
export function parseElements(reader: TokenReader): Condition | null {
  const marks = reader.tokens.filter((token) => token.kind === 'mark').map(({ text }) => text);
  if (marks.length === 0) return null;
  const rest = reader.tokens
    .filter((token) => token.kind !== 'mark')
    .map(({ text }) => text)
    .join('');
  const plain = rest.replace(/[、,和及与]/gu, '');
  if (/^(?:具备|满足|符合|达到|具有|有)?(?:得分)?(?:要素|条件|项|内容)?的?$/u.test(plain)) {
    return { kind: 'elements', marks, present: true };
  }
  return /^(?:不|未)(?:具备|满足|符合|达到|具有)(?:得分)?(?:要素|条件|项)?的?$/u.test(plain)
    ? { kind: 'elements', marks, present: false }
    : null;
}

/** ≥90分为优: the grade that a stretch is called. */
const CALLED =
  /(?:的?(?:评?为|属于?|是|视为|评定为|定为))?["“]?(?:优秀|优良|优|良好|良|中等|中|一般|合格|基本合格|不合格|较差|差)["”]?(?:等次|等级|档次?|级)?$/u;

/** 优秀（90分及以上）: the grade is what the bracket says. */
function parseBracketed(reader: TokenReader, text: string): Condition | null {
  const open = reader.tokens.findIndex(({ text: found }) => found === '(');
  if (open <= 0 || reader.at(reader.length - 1)?.text !== ')') return null;
  if (!reader.tokens.slice(0, open).every(({ kind }) => kind === 'word')) return null;
  const inner = parseAtom(reader.tokens.slice(open + 1, -1), reader.kinds);
  return inner.kind === 'limits' ? { ...inner, words: text } : null;
}

function parseCalled(reader: TokenReader, text: string): Condition | null {
  const called = CALLED.exec(text)?.[0] ?? '';
  let end = reader.length;
  while (end > 0 && reader.textOf(end, reader.length).length < called.length) end -= 1;
  if (called === '' || reader.textOf(end, reader.length) !== called || end === 0) return null;
  const inner = parseAtom(reader.tokens.slice(0, end), reader.kinds);
  if (inner.kind !== 'limits') return null;
  // 2次不合格: how often it failed, and no grade.
  const reference = inner.limits[0]?.reference;
  const unit = reference?.kind === 'number' ? reference.measure.unit : null;
  const isCounted = /^[^为属是视评定]/u.test(called) && COUNTERS.has(unit ?? '');
  return { ...inner, ...(isCounted ? { subject: called } : {}), words: text };
}

/** Stretches that are the meaning of a grade, or called by one. */
export function parseGraded(reader: TokenReader, text: string): Condition | null {
  return parseBracketed(reader, text) ?? parseCalled(reader, text);
}
