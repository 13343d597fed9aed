import type { Token } from '../lexer';
import type { Rare } from '../rare-kinds';
import type { Condition } from '../syntax';
import { withoutTail } from '../tail';
import { ELSE, EVENT, parseAtom } from './atoms';

const LEADING =
  /^(?:[,、:且]|并且|并|但是|[但则]|如果|[如若]|当(?![班年月日地天期])|凡是|[凡而又即]|对于|其中|同时|以及)+/u;

/** One word at a time: it is taken off as often as it is found. */
const TRAILING = /(?:[,、:]|(?<!否)则|情况下|情况的|的情况|情形|的话|(?<![及按准临实定小超限工同])时|的)$/u;

/** What a clause asks, between the last effect and this one. Empty where nothing is asked. */
export function parseCondition(tokens: readonly Token[], rare: Rare | null): Condition | null {
  const asked = tokens.map(({ text }) => text).join('');
  // 否则不得分 leaves 否 before the effect; 否，不得分 is an answer.
  if (asked === '否' || ELSE.test(withoutTail(asked.replace(/^[,:]+/u, ''), [',', ':', '的']))) return { kind: 'else' };
  const trimmed = withoutTopic(trim(tokens));
  if (trimmed.length === 0) return null;
  const whole = parseAtom(trimmed, rare);
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
    const items = parts.map((part) =>
      kind === 'or' ? (parseCondition(part, rare) ?? parseAtom(part, rare)) : parseAtom(part, rare),
    );
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

function trim(tokens: readonly Token[]): Token[] {
  const list = [...tokens];
  for (;;) {
    const text = list.map((token) => token.text).join('');
    const lead = LEADING.exec(text)?.[0].length ?? 0;
    // 16学时 ends in no 时 of its own.
    const ends = list.at(-1)?.kind;
    const trail = ends === 'word' || ends === 'punctuation' ? (TRAILING.exec(text)?.[0].length ?? 0) : 0;
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

/** Leaves out 对照年度目标， or 查现场， before the question itself. */
function withoutTopic(tokens: readonly Token[]): Token[] {
  const found = tokens.findIndex(({ text }) => text === ',');
  const comma = found < 0 ? tokens.length : found;
  const lead = tokens
    .slice(0, comma)
    .map(({ text }) => text)
    .join('');
  if (
    /^[^=]{2,20}[=(][^/=]*\/[^\n\r=\u2028\u2029]*(?:[\n\r\u2028\u2029][^/=]*\/[^\n\r=\u2028\u2029]*)*(?:=.*)?$/u.test(
      lead,
    ) &&
    /率|比例|比重|占比/u.test(lead)
  )
    return trim(tokens.slice(comma + 1));
  // 支出进度率：90%≤支出进度率: its name first.
  const colon = tokens.findIndex(({ text }) => text === ':');
  const named =
    colon > 0 && tokens.slice(0, colon).every(({ kind, text }) => kind === 'word' && !/[未不无没]/u.test(text));
  if (named && tokens[colon + 1]?.kind === 'number' && tokens[colon + 2]?.kind === 'comparator')
    return trim(tokens.slice(colon + 1));
  // 设实际完成率为X，X≥100%: names the letter.
  if (/^[设令][一-鿿]{2,10}为[A-Za-z]$/u.test(lead)) return trim(tokens.slice(comma + 1));
  if (comma <= 0 || comma >= tokens.length - 1) return [...tokens];
  return TOPIC.test(lead) && !/[未不无没]/u.test(lead) ? trim(tokens.slice(comma + 1)) : [...tokens];
}

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
  // 低于90%但不低于80%: between two limits.
  if (/^[但、]$/u.test(token?.text ?? '') && /[\d%值标]$|以[上下内]$|\)$/u.test(list[index - 1]?.text ?? '')) return 1;
  if (token?.text === '并' && list[index + 1]?.text === '且') return 2;
  return 0;
}

function isMeasured(condition: Condition): boolean {
  if (condition.kind === 'reached') return condition.firm;
  return ['limits', 'rank', 'deadline', 'and', 'or'].includes(condition.kind);
}

/** 对照年度目标，…: says what it goes by, asks nothing. */
const TOPIC = /^(?:对照|根据|按照|依据|引用|结合|参照|通过|考察|反映|考核|评价|[以查看]|现场查)\D*$/u;
