import type { Token } from '../lexer';
import type { Clause, Condition, Effect } from '../syntax';
import { parseCondition } from './condition';
import type { Rare } from '../rare-kinds';

/** 同一问题不重复扣分: how it is counted. */
const ONCE = /^[^扣得加减分\d]{0,14}不再?重复(?:计算)?扣分?$/u;
const LEAST = '[^扣得加减分\\d]{0,14}?';
/** 按最高级别计分, 就高不就低, 不累计: one of what was said, that which earns the most. */
const BEST = new RegExp(
  `^${LEAST}(?:[只仅]?(?:取|按照?|以|就)其?中?的?最?高(?:级别|等次|等级|档次|档|奖项|奖|级|分值|分数|分|得分|项|者|标准)?的?(?:一项)?(?:计取|计分|计算|计入|计|得分|加分|给分|赋分|记分|记|算)?(?:得分|分)?|就高不就低|不(?:重复|累计|累加|叠加)(?:计分|加分|得分|计算|奖励|记分|计)?)$`,
  'u',
);
/** 情节严重的加倍扣分. */
const TWICE = /(?:实行|予以|将|则|,)?(?:加倍|双倍|翻倍)(?:扣分|扣减|扣除|扣)$/u;

interface Aside {
  readonly condition: Condition | null;
  readonly effect: Effect;
  readonly start: number;
  readonly end: number;
}

function effectOf(words: string): Effect | null {
  if (ONCE.test(words)) return { kind: 'note' };
  if (TWICE.test(words)) return { kind: 'cap', cap: 'double', amount: null, single: false };
  return BEST.test(words) ? { kind: 'cap', cap: 'best', amount: null, single: false } : null;
}

function isBoundary({ kind, text }: Token): boolean {
  return kind === 'mark' || (kind === 'punctuation' && text !== '、');
}

/** 10分：≥95%；8分：90%-95%: what is earned first, and then for what. */
function pointsLast(tokens: readonly Token[]): readonly Token[] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === ';') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  const told = lines.filter(({ length }) => length > 0);
  const turned = told.map(([points, colon, ...asked]) => {
    const last = asked.at(-1);
    const isLabel = points?.kind === 'number' && points.unit === '分' && colon?.text === ':' && last;
    if (!isLabel || asked.some(({ text }) => /^[得扣]$/u.test(text))) return null;
    const place = { start: last.end, end: last.end };
    const closing: Token[] = [
      { kind: 'word', text: '得', ...place },
      { ...points, ...place },
      { kind: 'punctuation', text: ';', ...place },
    ];
    return [...asked, ...closing];
  });
  return turned.length > 1 && turned.every((line) => line !== null) ? turned.flat() : tokens;
}

/** What stands between two commas and says how points add up; the rest of the sentence is read without it. */
export function takeAsides(given: readonly Token[], rare: Rare): { tokens: Token[]; asides: Aside[] } {
  const tokens = pointsLast(given);
  const left: Token[] = [];
  const asides: Aside[] = [];
  for (let index = 0; index < tokens.length;) {
    let end = index;
    while (end < tokens.length && !isBoundary(tokens[end] as Token)) end += 1;
    const segment = tokens.slice(index, end);
    const words = segment.map(({ text }) => text).join('');
    const effect = segment.length === 0 ? null : effectOf(words);
    const [first] = segment;
    if (effect && first) {
      const isTwice = effect.kind === 'cap' && effect.cap === 'double';
      const asked = segment.slice(
        0,
        segment.findIndex((_, at) => TWICE.exec(tailOf(segment, at))?.index === 0),
      );
      const condition = isTwice ? parseCondition(asked, rare) : null;
      if (!isTwice || condition?.kind === 'words')
        asides.push({ condition, effect, start: first.start, end: segment.at(-1)?.end ?? first.end });
      else left.push(...segment);
    } else left.push(...segment);
    const boundary = tokens[end];
    // （按最高级别计分）: with its brackets.
    const closes = effect !== null && boundary?.text === ')' && left.at(-1)?.text === '(';
    if (closes) left.pop();
    else if (boundary) left.push(boundary);
    index = end + 1;
  }
  return { tokens: left, asides };
}

function tailOf(tokens: readonly Token[], from: number): string {
  return tokens
    .slice(from)
    .map(({ text }) => text)
    .join('');
}

/** Each aside after the clause that it follows, in its section and sentence. */
export function withAsides(clauses: readonly Clause[], asides: readonly Aside[]): readonly Clause[] {
  const all = [...clauses];
  for (const { condition, effect, start, end } of asides) {
    const next = all.findIndex(({ span }) => span.start > start);
    const at = next < 0 ? all.length : next;
    const { section = null, sentence = 0 } = all[at - 1] ?? all[at] ?? {};
    all.splice(at, 0, { condition, effect, span: { start, end }, section, sentence });
  }
  return all;
}
