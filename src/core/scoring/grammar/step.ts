import { compare, ZERO } from '../exact';
import { COUNTERS, LATE_WORDS, TARGET_NOUN, TARGET_REF } from '../lexicon';
import type { Direction, Measure, Reference, StepBasis } from '../syntax';
import { withoutTail } from '../tail';
import { TIME } from './atoms';
import type { TokenReader } from './reader';

export const SHORT = '低于|降低|下降|降|减少|缩短|下滑|下浮|少于|缺少|缺失|缺漏|漏掉|缺|少|低|不足|未达到|未完成|差';
const LATE = `超时|${LATE_WORDS}`;
export const OVER = `超过|超出|超支|超额|${LATE}|超|延长|上浮|高于|高出|增加|提高|上升|增长|提升|新增|多于|多|高`;
export const DIRECTION = new RegExp(`(?:${SHORT}|${OVER})`, 'gu');
const LATE_ONLY = new RegExp(`^(?:${LATE})$`, 'u');
export const SHORT_ONLY = new RegExp(`^(?:${SHORT})$`, 'u');

const EITHER = /偏[差离移]|误差|相差|差[异额]/u;
const BOTH = /增减|[浮波]动|[(或、/和及]/u;
/** What 低于, 较 … is measured from, between the direction and the number. */
export function readReference(words: string): { reference: Reference | null; relative: boolean } | null {
  const bare = words.replace(/^[较比与于]|(?:的|后|部分)$|^(?:完成|实施|开展|报送?|组织|召开|举办)/gu, '');
  if (/^(?:规定时间|期限|[配编员标])?$/u.test(bare)) return { reference: null, relative: false };
  const target = TARGET_NOUN.test(bare) || TARGET_REF.exec(bare)?.[0] === bare;
  if (target) return { reference: { kind: 'target', share: null, words: bare }, relative: words.endsWith('的') };
  if (/平均|上年|去年|年初|同期|基数|标准|水平|规定|要求|期限|时限|时间/u.test(bare)) {
    return { reference: { kind: 'named', words: bare, share: null }, relative: words.endsWith('的') };
  }
  return null;
}

/** The words between 每 and the verb: 降低1个百分点, 发现一处, 逾期1天, 超平均年龄1岁, 例, 项每起. */
export function parseBasis(reader: TokenReader, from: number, to: number): StepBasis | null {
  const words = reader.textOf(from, to);
  const two = BOTH.test(words) ? reader.rare.readBothWays(reader, from, to, words) : null;
  if (two) return two;
  if (/[()]/u.test(words.replace(/\([^()]*\)$/u, ''))) return null;
  // 每发现1处暴露垃圾（面积大于1平方米）: the bracket says which, not how many.
  let end = to;
  if (reader.at(to - 1)?.text === ')') while (end > from && reader.at(end)?.text !== '(') end -= 1;
  if (end === from) end = to;
  let numberAt = -1;
  for (let index = from; index < end; index += 1) {
    const token = reader.at(index);
    if (token?.kind === 'number' && (token.unit !== null || index + 1 === to)) {
      if (numberAt >= 0) return reader.rare.readFrom(reader, from, to);
      numberAt = index;
    }
  }
  if (numberAt < 0) return reader.rare.bareUnit(words);
  const number = reader.at(numberAt);
  if (number?.kind !== 'number') return null;
  const size: Measure = { value: number.value, unit: number.unit };
  if (compare(size.value, ZERO) <= 0) return null;
  const before = reader.textOf(from, numberAt);
  const after = withoutTail(reader.textOf(numberAt + 1, to).replace(/^(?:的|以上|,)+/u, ''));
  if (EITHER.test(words)) return reader.rare.readAstray(before, size, words);
  const directions = [...before.matchAll(DIRECTION)];
  const last = directions.at(-1);
  // 每迟报1次: so many times late, and not beyond so many times.
  if (last && !(LATE_ONLY.test(last[0]) && isCounted(size) && !TIME.test(size.unit ?? ''))) {
    const lead = before.slice(0, last.index);
    const rest = before.slice(last.index + last[0].length);
    const direction: Direction = SHORT_ONLY.test(last[0]) ? 'short' : 'over';
    const trailing =
      readReference(rest) ?? (isMissing(last[0], rest, size) ? { reference: null, relative: false } : null);
    if (trailing === null) return null;
    const leading = /[较比]/u.test(lead) ? readReference(lead.replace(/^.*?(?=[较比])/u, '')) : null;
    return {
      direction,
      size,
      words,
      reference: trailing.reference ?? leading?.reference ?? null,
      relative: trailing.relative,
    };
  }
  if (
    /^(?:[有漏被经获因一迟晚]|逾期|发现|发生|出现|存在|查实|查出|遗漏|完成|建成|达到|具备|举办|组织|开展|培训|获得|涉及)?\D{0,30}$/u.test(
      before,
    ) &&
    isCounted(size)
  ) {
    return { direction: 'event', size, words: `${before}${after}`, reference: null, relative: false };
  }
  // 每达到10%得1分: from nothing.
  if (/^(?:达到?|完成)$/u.test(before) && size.unit === '%' && after === '') {
    const nothing: Reference = { kind: 'number', measure: { value: ZERO, unit: '%' } };
    return { direction: 'over', size, words, reference: nothing, relative: false };
  }
  if (before === '' && size.unit !== null && after === '') {
    return { direction: 'event', size, words, reference: null, relative: false };
  }
  return null;
}

/** 每少公开1张表: what was to be done with each of them. */
function isMissing(direction: string, verb: string, size: Measure): boolean {
  return /^[缺少漏]/u.test(direction) && isCounted(size) && /^[一-鿿]{1,4}$/u.test(verb);
}

function isCounted({ unit }: Measure): boolean {
  return unit !== null && COUNTERS.has(unit);
}
