import { compare, divide, HUNDRED, multiply, ratio, type Ratio } from '../exact';
import { COMPARATORS, COUNTERS, POSTFIXES, TARGET_NOUN } from '../lexicon';
import type { Token } from '../lexer';
import type { Comparison, Condition, Limit, Measure, Reference } from '../syntax';
import { TokenReader } from './reader';

const LEADING =
  /^(?:[,、:]|且|并且|并|但是|但|则|如果|如|若|当(?![班年月日地天期])|凡是|凡|对于|其中|同时|而|又|以及|即|:)+/u;
const TRAILING = /(?:[,、:]|(?<!否)则|情况下|情况的|的情况|情形|的话|(?<![及按准临实定小超限工同])时|的)+$/u;
const ELSE =
  /^(?:否则|其他|其它|其余|反之|除此之外|其他情况|其它情况|其余情况|其他情形|除上述情况外|除以上情况外|其他档次)(?:一律|均|都)?$/u;

const NAMED =
  /(?:占比|比例|比重|人数|总数|总量|均值)$|平均|上年|去年|年初|同期|基数|基线|水平|全国|全省|全市|全县|市级|省级|合格分|合格线|标准|规定|要求|中位/u;
const SUBJECT_MAXIMUM = 40;

function measureOf(token: Token | undefined): Measure | null {
  return token?.kind === 'number' ? { value: token.value, unit: token.unit } : null;
}

function strictness(comparison: Comparison, excluded: boolean, included: boolean): Comparison {
  if (excluded) return comparison === '≥' ? '>' : comparison === '≤' ? '<' : comparison;
  if (included) return comparison === '>' ? '≥' : comparison === '<' ? '≤' : comparison;
  return comparison;
}

interface Quantity {
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
function fractionAt(reader: TokenReader, index: number): { value: Ratio; next: number } | null {
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
function parseLimits(reader: TokenReader, index: number): Limit[] | null {
  const first = reader.at(index);
  if (first?.kind === 'comparator') return parsePrefixed(reader, index);
  if (first?.kind === 'word' && /^[在为是处介]$/u.test(first.text)) {
    const skip = reader.match(/(?:处于|介于|位于|在|为|是)/uy, index);
    const inner = skip === null ? null : parseNumeric(reader, skip);
    if (inner) return inner;
  }
  return parseNumeric(reader, index);
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
  const low = parseQuantity(reader, at);
  if (!low) return null;
  const range = comparison === '≥' || comparison === '=' || comparison === '≤' ? parseRange(reader, at) : null;
  if (range) return range;
  const tail = parsePostfix(reader, low.next);
  if (tail) {
    const side = tail.comparison;
    const agrees = comparison === side || comparison === '=' || (comparison === '≥' && side === '≤');
    if (comparison === '>' && side === '≥') {
      return tail.next === reader.length ? [{ comparison: '≥', reference: low.reference, soft: false }] : null;
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
  const done = reader.match(/(?:的|范围|范围内|水平|部分)+/uy, low.next) ?? low.next;
  if (done !== reader.length) return null;
  return [{ comparison: strictness(comparison, low.excluded, low.included), reference: low.reference, soft: false }];
}

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
  const of = reader.match(/(?:的|者|范围内|范围)+/uy, next);
  return { ...found, next: of ?? next, included, excluded };
}

/** `80%（含）-90%`, `80分≤评估分值＜90分`, `60分以上`, `100%`. */
function parseNumeric(reader: TokenReader, index: number): Limit[] | null {
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
    const joined = reader.match(/(?:,|且|至|到|-|~)*/uy, tail.next) ?? tail.next;
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
  const next = reader.match(/(?:之间|区间|范围内|范围|以下|以内|之内|的|者|内)+/uy, high.next) ?? high.next;
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
function parseSandwich(reader: TokenReader): Condition | null {
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

function parseRank(reader: TokenReader): Condition | null {
  const text = reader.textOf(0, reader.length);
  const last = reader.at(reader.length - 1);
  if (last?.kind === 'ordinal' && (last.unit === '名' || last.unit === '位')) {
    return { kind: 'rank', from: last.from, to: last.to };
  }
  const ranked = /排名|位次|排序|名次|位列|列/u.test(text);
  const top = measureOf(last);
  if (!top || (top.unit !== '名' && top.unit !== '位')) return null;
  const before = reader.at(reader.length - 2);
  if (before?.text === '前' && (ranked || reader.length === 2)) return { kind: 'rank', from: ratio(1), to: top.value };
  if (before?.kind === 'range' && ranked) {
    const from = measureOf(reader.at(reader.length - 3));
    return from ? { kind: 'rank', from: from.value, to: top.value } : null;
  }
  return null;
}

const DONE = '(?:完成|公开|报送|提交|建成|办结|到位|开展|上报|实施|投入使用|竣工|验收|交付|支付|拨付|发放|执行)?';
const IN_TIME = '(?:按时|按期|如期|准时|在?规定(?:的)?(?:时间|时限|期限|日期)(?:内|前|之内)|按规定(?:时间|时限|期限))';
const MET = new RegExp(`^[^\\d]*?${IN_TIME}[^\\d]{0,6}?${DONE}$`, 'u');
const LATE = new RegExp(`^[^\\d]*?(?:逾期|超期|未${IN_TIME}|不按时|不按期)[^\\d]{0,6}?${DONE}$`, 'u');

function parseDeadline(reader: TokenReader): Condition | null {
  const text = reader.textOf(0, reader.length);
  const index = reader.tokens.findIndex((token) => token.kind === 'date');
  if (index < 0) {
    if (LATE.test(text)) return { kind: 'deadline', met: false, date: null, words: text };
    return MET.test(text) ? { kind: 'deadline', met: true, date: null, words: text } : null;
  }
  const token = reader.at(index);
  if (token?.kind !== 'date') return null;
  const before = reader.textOf(0, index);
  const after = reader.textOf(index + 1, reader.length);
  if (/\d/u.test(`${before}${after}`)) return null;
  const closing = /前$/u.test(token.text) || /^(?:之?前|以前|内|以内|底)/u.test(after);
  const late =
    /(?:晚于|超过|迟于|未在|未于|逾)$/u.test(before) ||
    /^(?:之?后|以后)/u.test(after) ||
    /未(?:完成|公开|报送|提交|建成)/u.test(after);
  if (!closing && !late && !/在$|于$/u.test(before)) return null;
  return { kind: 'deadline', met: !late, date: token.date, words: text };
}

const NOT = '(?:未能|未|没有|没|不能|尚未|不)';
const MANNER = '(?:完全|全部|全面|按时|按期|如期|按要求|按计划|均|都|已经|已|能够|能|超额|顺利|100%)*';
const VERB = '(?:达到|完成|实现|达成|符合|满足)';
const FIRM = /值|数|目标|计划|指标/u;

function parseReached(text: string): Condition | null {
  const controlled =
    /^(.*?)(未控制在|控制在|不超过|未超过|不超出|未超出|未突破|不突破|未超|不超|超过|超出|突破|超)((?:年初|年度|全年|当年|批复|部门)*(?:预算|概算|目标值|计划值|计划|目标|成本)(?:总)?(?:范围|规模|数|额|金额|指标|控制数)?)(?:以内|之内|范围内|范围之内|内)?$/u.exec(
      text,
    );
  if (controlled) {
    const verb = controlled[2] ?? '';
    return {
      kind: 'reached',
      reached: verb !== '未控制在' && !/^(?:超过|超出|突破|超)$/u.test(verb),
      subject: `≤${controlled[1] ?? ''}`,
      words: text,
      firm: true,
    };
  }
  if (/^(.*?)(?:超支|超预算)$/u.test(text)) {
    return { kind: 'reached', reached: false, subject: '≤', words: text, firm: true };
  }
  const negative = new RegExp(`^(.*?)${NOT}${MANNER}(?:${VERB}|达标|达)(.*)$`, 'u').exec(text);
  if (negative) {
    const noun = (negative[2] ?? '').replace(/的$/u, '');
    if (noun === '' || TARGET_NOUN.test(noun)) {
      return {
        kind: 'reached',
        reached: false,
        subject: negative[1] ?? '',
        words: text,
        firm: noun !== '' && FIRM.test(noun),
      };
    }
    return null;
  }
  const cannot = /^(.*?)达不到(.*)$/u.exec(text);
  if (cannot && TARGET_NOUN.test(cannot[2] ?? '')) {
    return { kind: 'reached', reached: false, subject: cannot[1] ?? '', words: text, firm: FIRM.test(cannot[2] ?? '') };
  }
  const positive = new RegExp(`^(.*?)${MANNER}(${VERB}|达标)(?:了)?(.*?)(?:及?以上)?$`, 'u').exec(text);
  if (positive && !/[未不没无]/u.test(positive[1] ?? '')) {
    const noun = positive[3] ?? '';
    if (noun === '' || TARGET_NOUN.test(noun)) {
      return {
        kind: 'reached',
        reached: true,
        subject: positive[1] ?? '',
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

const EVENT = /缺|少|漏|发现|发生|出现|存在|不|未|无|没|违|超|逾|迟|误|失|有/u;
/** So long is not how many. */
const TIME = /^(?:个?工作日|个?自然日|天|日|周|个?星期|个?月|个?季度|年度?|个?小时|分钟|岁|周岁|米|千米|公里)$/u;

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

/** 1处不符合要求, 缺1个专业, 不符合要求1处, 2项及以上未达标. */
function parseCount(reader: TokenReader): Condition | null {
  for (let index = reader.length - 1; index >= 0; index -= 1) {
    const measure = measureOf(reader.at(index));
    if (!measure) continue;
    // Only the number next to the score counts; 不少于5名 says how many are asked, not how many were found.
    if (measure.unit === null || !COUNTERS.has(measure.unit) || TIME.test(measure.unit)) return null;
    if (reader.at(index - 1)?.kind === 'comparator' && reader.at(index - 1)?.text !== '超') return null;
    let next = index + 1;
    const postfix = reader.at(next)?.kind === 'postfix' ? reader.at(next) : undefined;
    const ordered = postfix !== undefined && POSTFIXES[postfix.text]?.comparison === '≥';
    if (postfix && !ordered) return null;
    if (postfix) next += 1;
    const bracket = reader.match(/[(][台次处项条人]{1,2}[)]/uy, next);
    const after = reader.textOf(bracket ?? next, reader.length);
    const before = reader.textOf(0, index).replace(/(?:只要)?有$/u, '');
    if (before === '' && after === '') return null;
    if (/[≥≤<>=]$/u.test(before)) return null;
    return {
      kind: 'count',
      words: `${before}${after}`.replace(/^,|,$/gu, ''),
      text: reader.textOf(0, reader.length),
      measure,
      ordered,
    };
  }
  return null;
}

function parseElements(reader: TokenReader): Condition | null {
  const marks = reader.tokens.filter((token) => token.kind === 'mark').map(({ text }) => text);
  if (marks.length === 0) return null;
  const rest = reader.tokens
    .filter((token) => token.kind !== 'mark')
    .map(({ text }) => text)
    .join('');
  const plain = rest.replace(/[、,和及与]/gu, '');
  if (/^(?:具备|满足|符合|达到|具有|有)?(?:得分)?(?:要素|条件|项|内容)?(?:的)?$/u.test(plain)) {
    return { kind: 'elements', marks, present: true };
  }
  return /^(?:不|未)(?:具备|满足|符合|达到|具有)(?:得分)?(?:要素|条件|项)?(?:的)?$/u.test(plain)
    ? { kind: 'elements', marks, present: false }
    : null;
}

function trim(tokens: readonly Token[]): Token[] {
  let list = [...tokens];
  for (;;) {
    const text = list.map((token) => token.text).join('');
    const lead = LEADING.exec(text)?.[0].length ?? 0;
    const trail = TRAILING.exec(text)?.[0].length ?? 0;
    if (lead === 0 && trail === 0) return list;
    if (lead >= text.length) return [];
    let cut = 0;
    while (cut < lead) cut += list.shift()?.text.length ?? lead;
    if (trail > 0 && lead === 0) {
      cut = 0;
      while (cut < trail) cut += list.pop()?.text.length ?? trail;
    }
  }
}

/** 优秀（90分及以上）: the grade is what the bracket says. */
function parseBracketed(reader: TokenReader, text: string): Condition | null {
  const open = reader.tokens.findIndex(({ text: found }) => found === '(');
  if (open <= 0 || reader.at(reader.length - 1)?.text !== ')') return null;
  if (!reader.tokens.slice(0, open).every(({ kind }) => kind === 'word')) return null;
  const inner = parseAtom(reader.tokens.slice(open + 1, -1));
  return inner.kind === 'limits' ? { ...inner, words: text } : null;
}

/** ≥6个亚专业, 5个亚专业: what is counted stands after the number. */
function parseNamedCount(reader: TokenReader, text: string): Condition | null {
  let end = reader.length;
  while (end > 0 && reader.at(end - 1)?.kind === 'word') end -= 1;
  const noun = reader.textOf(end, reader.length);
  const measure = measureOf(reader.at(end - 1));
  if (noun === '' || noun.length > 8 || EVENT.test(text) || !measure?.unit || !COUNTERS.has(measure.unit)) return null;
  if (end > 2 || !/^[一-鿿]+$/u.test(noun) || /满足|具备|符合|全|均|都|已|完成|到位|公开/u.test(noun)) return null;
  const limits = parseLimits(new TokenReader(reader.tokens.slice(0, end)), 0);
  return limits ? { kind: 'limits', subject: noun, limits, words: text } : null;
}

/** One atom: no 且 or 或 at the top. */
function parseAtom(tokens: readonly Token[]): Condition {
  const reader = new TokenReader(tokens);
  const text = reader.textOf(0, reader.length);
  if (ELSE.test(text)) return { kind: 'else' };
  const special = parseElements(reader) ?? parseRank(reader) ?? parseDeadline(reader);
  if (special) return special;
  const sandwich = parseSandwich(reader);
  if (sandwich) return sandwich;
  for (let index = 0; index < reader.length; index += 1) {
    const limits = parseLimits(reader, index);
    if (!limits) continue;
    const subject = reader
      .textOf(0, index)
      .replace(/^.*:/u, '')
      .replace(/(?:[,的:]|为|在|实际|已)+$/u, '');
    if (subject.length > SUBJECT_MAXIMUM || /[不未没无]$/u.test(subject)) continue;
    const goal = goalOf(reader, index, subject, limits, text);
    if (goal) return goal;
    const event = eventCount(reader, subject, limits);
    return event ?? { kind: 'limits', subject, limits, words: text };
  }
  const bracketed = parseBracketed(reader, text);
  if (bracketed) return bracketed;
  const named = parseNamedCount(reader, text);
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
  const counted = parseCount(reader);
  if (counted?.kind === 'count' && EVENT.test(counted.words)) return counted;
  return parseReached(text) ?? counted ?? { kind: 'words', words: text };
}

function isMeasured(condition: Condition): boolean {
  if (condition.kind === 'reached') return condition.firm;
  return ['limits', 'rank', 'deadline', 'and', 'or'].includes(condition.kind);
}

/** 对照年度目标，…: says what it goes by, asks nothing. */
const TOPIC = /^(?:对照|根据|按照|依据|引用|结合|参照|通过|考察|反映|考核|评价|以|现场查|查|看)[^0-9]*$/u;

function splitAt(tokens: readonly Token[], isSeparator: (list: readonly Token[], index: number) => number): Token[][] {
  const parts: Token[][] = [[]];
  for (let index = 0; index < tokens.length;) {
    const width = isSeparator(tokens, index);
    if (width > 0) {
      parts.push([]);
      index += width;
      continue;
    }
    const token = tokens[index];
    if (token) parts.at(-1)?.push(token);
    index += 1;
  }
  return parts.filter((part) => part.length > 0);
}

function orAt(list: readonly Token[], index: number): number {
  if (list[index]?.text !== '或') return 0;
  return list[index + 1]?.text === '者' ? 2 : 1;
}

function andAt(list: readonly Token[], index: number): number {
  const token = list[index];
  if (token?.text === ',' || token?.text === '且') return 1;
  if (token?.text === '并' && list[index + 1]?.text === '且') return 2;
  return 0;
}

/** Leaves out 对照年度目标， or 查现场， before the question itself. */
function withoutTopic(tokens: readonly Token[]): Token[] {
  const found = tokens.findIndex(({ text }) => text === ',');
  const comma = found < 0 ? tokens.length : found;
  const lead = tokens
    .slice(0, comma)
    .map(({ text }) => text)
    .join('');
  if (/^[^=]{2,20}[=(][^=]*\/.*$/u.test(lead) && /率|比例|比重|占比/u.test(lead)) return trim(tokens.slice(comma + 1));
  if (comma <= 0 || comma >= tokens.length - 1) return [...tokens];
  return TOPIC.test(lead) && !/[未不无没]/u.test(lead) ? trim(tokens.slice(comma + 1)) : [...tokens];
}

/** What a clause asks, between the last effect and this one. Empty where nothing is asked. */
export function parseCondition(tokens: readonly Token[]): Condition | null {
  const asked = tokens.map(({ text }) => text).join('');
  // 否则不得分 leaves 否 before the effect; 否，不得分 is an answer.
  if (asked === '否' || ELSE.test(asked.replace(/^[,:]+|[,:的]+$/gu, ''))) return { kind: 'else' };
  const trimmed = withoutTopic(trim(tokens));
  if (trimmed.length === 0) return null;
  const whole = parseAtom(trimmed);
  const joined = trimmed.some((_, index) => orAt(trimmed, index) + andAt(trimmed, index) > 0);
  if (!joined || whole.kind === 'elements' || whole.kind === 'rank') return whole;
  if (whole.kind === 'count' && EVENT.test(whole.words) && !/[≥≤<>%]/u.test(whole.words)) return whole;
  if (whole.kind === 'limits' && !/[,或且]/u.test(whole.subject)) return whole;
  for (const [kind, separator] of [
    ['or', orAt],
    ['and', andAt],
  ] as const) {
    const parts = splitAt(trimmed, separator)
      .map((part) => trim(part))
      .filter((part) => part.length > 0);
    if (parts.length < 2) continue;
    const items = parts.map((part) => (kind === 'or' ? (parseCondition(part) ?? parseAtom(part)) : parseAtom(part)));
    if (items.some(isMeasured)) return merge(kind, items);
  }
  if (whole.kind === 'words' || whole.kind === 'count') return whole;
  return { kind: 'words', words: trimmed.map(({ text }) => text).join('') };
}

/** 小于100%且大于等于80%: limits that name no subject go to the one before. */
function merge(kind: 'and' | 'or', items: readonly Condition[]): Condition {
  if (kind === 'or') return { kind, items };
  const merged: Condition[] = [];
  for (const item of items) {
    if (item.kind === 'words' && TOPIC.test(item.words)) continue;
    const previous = merged.at(-1);
    if (item.kind === 'limits' && item.subject === '' && previous?.kind === 'limits') {
      merged[merged.length - 1] = {
        ...previous,
        limits: [...previous.limits, ...item.limits],
        words: `${previous.words},${item.words}`,
      };
    } else merged.push(item);
  }
  const [only] = merged;
  return merged.length === 1 && only ? only : { kind, items: merged };
}
