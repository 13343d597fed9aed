import type { Token } from '../lexer';
import type { Rare } from '../rare-kinds';
import { refuse, type Clause, type Condition, type Effect, type Span } from '../syntax';
import { withoutTail } from '../tail';
import { parseCondition } from './condition';
import { parseEffect } from './effect';
import { isSeldom, mayEarnRange } from './rare-calls';
import { settled } from './occurrences';
import { TokenReader } from './reader';

/** Words that may leave the score open. Says yes too often rather than too seldom. */
const OPEN =
  /\d:\d|[视酌]|根据|综合|合理|适当|自由裁量|主观|专家|打分|程度|相应[扣给得计加]|扣.?相应|分档|评[委审]|研究确|另行|参照评|情节|[得扣计加给赋]\d[\d.]*分?[-~至到左]/u;

/** 不重复扣分, 按最高级别计分, 加倍扣分: between two commas, how the points add up. */
const ASIDE = /不再?重复|不[累叠][计加]|[取按照以就].{0,2}最?高|[加双翻]倍|^\d+分:/u;

/**
 * Clause by clause: [condition] effect. What bears on the score and is not understood is refused with its words,
 * so that no text is half-scored.
 */
export function parseClauses(source: string, tokens: readonly Token[], rare: Rare | null): readonly Clause[] {
  const whole = new TokenReader(tokens, rare);
  const found = ASIDE.test(whole.text) ? whole.rare.takeAsides(tokens, whole.rare) : null;
  const reader = found ? new TokenReader(found.tokens, rare) : whole;
  if (mayEarnRange(reader)) reader.range = reader.rare.parseRange;
  const certain = reader.range ? reader.rare.withoutRanges(reader) : reader.text;
  if (OPEN.test(certain)) reader.rare.refuseOpen(certain, reader.text);
  if (isSeldom(reader.text)) reader.seldom = reader.rare.parseSeldom;

  const clauses: Clause[] = [];
  /** Brackets around a clause of their own. */
  const closed = new Set<number>();
  let section: string | null = null;
  let sentence = 0;
  let index = 0;
  while (index < reader.length) {
    const token = reader.at(index);
    if (!token) break;
    if (token.kind === 'punctuation' && /^[;,:、]$/u.test(token.text)) {
      if (token.text === ';') sentence += 1;
      index += 1;
      continue;
    }
    if (token.text === ')' && closed.has(index)) {
      index += 1;
      continue;
    }
    const close = token.text === '(' ? asideEnd(reader, index) : null;
    if (close !== null) {
      closed.add(close);
      index += 1;
      continue;
    }
    if (token.kind === 'mark' && !isReference(reader, index)) {
      section = token.text;
      index += 1;
      continue;
    }
    const { next, entries, span } = parseClause(reader, index, clauses.length > 0, closed);
    for (const entry of entries) clauses.push({ span, section, sentence, ...entry });
    index = next;
  }
  if (source.trim() === '') refuse('empty');
  const read = found ? reader.rare.withAsides(clauses, found.asides) : clauses;
  const settledOn = /±|正负|绝对值/u.test(reader.text) ? reader.rare.bothWays(read, reader.text) : read;
  return /[A-Za-z]/u.test(reader.text) ? reader.rare.withMeanings(settledOn, reader.text) : settledOn;
}

/** （超过满分的按满分计）: where the bracket ends, if a whole clause stands in it. */
function asideEnd(reader: TokenReader, open: number): number | null {
  if (parseEffect(reader, open)) return null;
  for (let index = open + 1; index < reader.length && !/[;()]/u.test(reader.at(index)?.text ?? ';'); index += 1) {
    const effect = parseEffect(reader, index);
    if (effect) return reader.at(effect.next)?.text === ')' ? effect.next : null;
  }
  return null;
}

export interface Found {
  readonly entries: readonly {
    readonly condition: Condition | null;
    readonly effect: Effect;
    /** Its own part of the clause, where several share it. */
    readonly span?: Span;
  }[];
  readonly span: Span;
  readonly next: number;
}

/** 具备要素①, ②③④: a mark that refers back rather than opening a section. */
function isReference(reader: TokenReader, index: number): boolean {
  const before = reader.at(index - 1);
  const after = reader.at(index + 1);
  return (
    (before !== undefined && before.kind === 'word' && !/^[;:,]$/u.test(before.text)) ||
    after?.kind === 'mark' ||
    (after?.kind === 'punctuation' && /^[、,]$/u.test(after.text))
  );
}

function parseClause(reader: TokenReader, start: number, afterEffect: boolean, closed: Set<number>): Found {
  for (let index = start; !reader.isEnd(index); index += 1) {
    const token = reader.at(index);
    if (token?.kind === 'mark' && index > start && !isReference(reader, index)) break;
    const effect = parseEffect(reader, index);
    if (!effect) continue;
    // ≥95%（得10分）: in brackets of its own.
    const isEnclosed = index > start && reader.at(index - 1)?.text === '(' && reader.at(effect.next)?.text === ')';
    if (isEnclosed) closed.add(effect.next);
    const asked = reader.tokens.slice(start, isEnclosed ? index - 1 : index);
    const condition = rangedCondition(asked, effect.value) ?? parseCondition(asked, reader.kinds);
    const span = reader.spanOf(start, effect.next);
    const { value } = effect;
    if ('amounts' in value && value.amounts.length > 1) {
      const entries = reader.rare.distribute(reader.rare, asked, condition, value);
      if (!entries) return refuse('not-understood', reader.textOf(start, effect.next), span);
      for (const entry of entries) checkWords(reader, start, index, entry.condition, entry.effect);
      return { entries, span, next: effect.next };
    }
    if (condition && 'amounts' in value && value.amounts[0]?.kind !== 'range' && isForEach(reader, start, index)) {
      const entries = reader.rare.forEach(reader, start, index, value);
      return entries
        ? { entries, span, next: effect.next }
        : refuse('not-understood', reader.textOf(start, index), span);
    }
    checkWords(reader, start, index, condition, value);
    if (value.kind === 'zero' && /(?:大项|整项|总分|其他项)$/u.test(reader.textOf(start, index))) {
      refuse('elsewhere', reader.textOf(start, effect.next), span);
    }
    return { entries: [settled(reader, start, index, condition, value)], span, next: effect.next };
  }
  return reader.rare.parseRemark(reader, start, afterEffect);
}

/** 无方案、无总结各扣2分; 四项内容各占1分, 每项1分: for each of them. */
function isForEach(reader: TokenReader, from: number, to: number): boolean {
  return (
    /(?:各占?|每[个项张类份条])[的,]*$/u.test(reader.textOf(from, to)) ||
    (/^[的,]*(?:各|分别|均)/u.test(reader.textOf(to, to + 4)) && /[、和及,]./u.test(reader.textOf(from, to - 1)))
  );
}

/** What earns a stretch of points is a grade, whatever its words: 未达成目标且效果较差 is one name. */
function rangedCondition(asked: readonly Token[], effect: Effect): Condition | null {
  if (effect.kind !== 'award' || !effect.amounts.some(({ kind }) => kind === 'range')) return null;
  const words = withoutTail(
    asked
      .map(({ text }) => text)
      .join('')
      .replace(/^.*[:：]|^[,、]?(?:如果|对于|[如若对当])?/u, ''),
    ['的', ',', ':', '为', '则'],
  );
  return words === '' || /\d/u.test(words) ? null : { kind: 'words', words };
}

/** No scoring words may hide in the words of a condition. */
function checkWords(reader: TokenReader, from: number, to: number, condition: Condition | null, effect: Effect): void {
  if (condition === null) return;
  const hidden = hiddenWords(condition).find((words) =>
    /(?<![折克])扣|[*≥≤<>±]|各(?![项类级部]..)|\d分(?!钟)|[得扣]\d|得分(?!要素)|计分|加分|比例得|否决|减半|%.*%|满分|每[超低降少多增高逾推延下上减]|.每[个项处次人名例起件种份张块条台套家户篇期场]$/u.test(
      words,
    ),
  );
  // 每发现 …扣1分 that was read as one question of yes or no would take off once.
  const repeated =
    (effect.kind === 'deduct' || effect.kind === 'bonus') &&
    (condition.kind === 'words' || condition.kind === 'reached') &&
    /^每[^学年季月周日天半]/u.test(condition.words);
  // 每有一次未达到95%, 准确率每达到10%: how many times, which no value says.
  const each = condition.kind === 'limits' && /^每|每$/u.test(condition.subject);
  if (hidden !== undefined || each || repeated)
    refuse('not-understood', reader.textOf(from, to), reader.spanOf(from, to));
}

function hiddenWords(condition: Condition): string[] {
  switch (condition.kind) {
    case 'words':
    case 'count':
    case 'reached':
      return [condition.words];
    case 'limits':
      // 评价得分80分以上: a score that someone else gave is a result.
      return [
        condition.subject.replace(/^(?:(?!满分)[^扣每\d]){0,16}得分率?$/u, ''),
        /[得扣]\d/u.exec(condition.words)?.[0] ?? '',
      ];
    case 'and':
    case 'or':
      return condition.items.flatMap(hiddenWords);
    default:
      return [];
  }
}
