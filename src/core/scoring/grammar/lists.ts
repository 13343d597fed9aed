import { add, compare, equal, ONE, ratio } from '../exact';
import type { Token } from '../lexer';
import type { Rare } from '../rare-kinds';
import type { Amount, Condition, Effect, Span } from '../syntax';
import { withoutTail } from '../tail';
import { parseCondition } from './condition';
import type { TokenReader } from './reader';

interface Entry {
  readonly condition: Condition | null;
  readonly effect: Effect;
  readonly span?: Span;
}

type Listed = Extract<Effect, { amounts: readonly Amount[] }>;

function withAmount(effect: Listed, amount: Amount): Effect {
  return { ...effect, amounts: [amount] };
}

/**
 * 分别-lists: as many things as amounts, joined by 、 (低于80%、70%、60%分别扣1分、2分、3分; 省、市分别扣5分、3分; 1-5名依次得 …).
 * Null where it is not clear which amount goes with what.
 */
export function distribute(
  rare: Rare,
  tokens: readonly Token[],
  condition: Condition | null,
  effect: Listed,
): Entry[] | null {
  const { amounts } = effect;
  const separators = tokens.flatMap((token, index) =>
    token.kind === 'punctuation' && token.text === '、' ? [index] : [],
  );
  if (condition?.kind === 'rank') {
    if (separators.length > 0) return null;
    const entries: Entry[] = [];
    let rank = condition.from;
    for (const amount of amounts) {
      entries.push({ condition: { kind: 'rank', from: rank, to: rank }, effect: withAmount(effect, amount) });
      rank = add(rank, ONE);
    }
    return condition.to !== null && compare(rank, add(condition.to, ONE)) === 0 ? entries : null;
  }
  if (separators.length !== amounts.length - 1) return null;
  return distributeNumbers(rare, tokens, separators, effect) ?? distributeWords(tokens, separators, effect);
}

function distributeNumbers(
  rare: Rare,
  tokens: readonly Token[],
  separators: readonly number[],
  effect: Listed,
): Entry[] | null {
  const first = (separators[0] ?? 0) - 1;
  const places = [first, ...separators.map((index) => index + 1)];
  const numbers = places.map((place) => tokens[place]);
  if (numbers.some((token) => token?.kind !== 'number')) return null;
  if (places.some((place, index) => index > 0 && place !== (places[index - 1] ?? 0) + 2)) return null;
  const last = places.at(-1) ?? first;
  return numbers.flatMap((token, index) => {
    const amount = effect.amounts[index];
    if (!token || !amount) return [];
    const whole = [...tokens.slice(0, first), token, ...tokens.slice(last + 1)];
    return [{ condition: parseCondition(whole, rare), effect: withAmount(effect, amount) }];
  });
}

/** 达 in 达成 reads as a comparison, and compares nothing. */
function isWord({ kind, text }: Token): boolean {
  return (kind === 'word' && text !== ',') || (kind === 'comparator' && /^[一-鿿]+$/u.test(text));
}

/** 优、良、差三个档次: how many they are. */
const COUNT_OF_GRADES = /等?[一二两三四五六\d]个?(?:档次|等次|等级|档|级|类|种情况|种情形),?$/u;

/** 完成情况分为优、良、差: the names begin after 分为. */
function afterLead(tokens: readonly Token[]): readonly Token[] {
  const begins = tokens.map(
    ({ text }, index) => text === ':' || (text === '为' && /[分设]/u.test(tokens[index - 1]?.text ?? '')),
  );
  return tokens.slice(begins.lastIndexOf(true) + 1);
}

/** 被中央、我省主要媒体报道: the things before and between the marks, the last one with all that follows. */
function distributeWords(tokens: readonly Token[], separators: readonly number[], effect: Listed): Entry[] | null {
  const parts: (readonly Token[])[] = [];
  let from = 0;
  for (const index of [...separators, tokens.length]) {
    parts.push(tokens.slice(from, index));
    from = index + 1;
  }
  const [head = [], ...others] = parts;
  parts.splice(0, parts.length, afterLead(head), ...others);
  const inner = parts.slice(0, -1);
  if (inner.some((part) => part.length === 0 || part.some((token) => !isWord(token)))) return null;
  const entries = parts.flatMap((part, index) => {
    const amount = effect.amounts[index];
    const words = withoutTail(
      part
        .map(({ text }) => text)
        .join('')
        .replace(COUNT_OF_GRADES, ''),
    );
    return amount && words !== ''
      ? [{ condition: { kind: 'words' as const, words }, effect: withAmount(effect, amount) }]
      : [];
  });
  return entries.length === effect.amounts.length ? entries : null;
}

/** What each of several things takes off elsewhere in the text: 缺一项扣1分. */
const TAKEN = /[缺少漏错误](?:失|漏)?[\d一]?[个项张类份条处][^,;]{0,8}?扣(\d+(?:\.\d+)?)分/gu;
const NAME = /^[一-鿿]{2,16}$/u;

/**
 * 职责、机构、收支各占1分: a question for each of them. 八张报表每张1分，少一张扣1分 says how the whole is made up, where the
 * same is taken off for each one that is missing. Null where neither can be told.
 */
export function forEach(reader: TokenReader, from: number, to: number, effect: Listed): readonly Entry[] | null {
  const [amount] = effect.amounts;
  if (amount?.kind !== 'points' || effect.amounts.length > 1) return null;
  const taken = [...reader.text.matchAll(TAKEN)].map(([, points = '0']) => ratio(points));
  if (effect.kind === 'award' && taken.length > 0)
    return taken.every((points) => equal(points, amount.value))
      ? [{ condition: null, effect: { kind: 'note' } }]
      : null;
  const names = namesIn(reader.tokens.slice(from, to));
  if (names.length < 2 || !names.every(({ words }) => NAME.test(words))) return null;
  return names.map(({ words, span }) => ({ condition: { kind: 'words', words }, effect, span }));
}

/** 设有专职人员、固定场所的，各: what stands between the marks, with its place. */
function namesIn(tokens: readonly Token[]): { words: string; span: Span }[] {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const parts: Token[][] = [[]];
  tokens.slice(colon + 1).forEach((token, index, all) => {
    // 公开及时 is one word.
    if (/^[、和及]$/u.test(token.text) && !/^(?:及时|和谐)$/u.test(token.text + (all[index + 1]?.text ?? '')))
      parts.push([]);
    else parts.at(-1)?.push(token);
  });
  return parts.map((part) => {
    const own = part.map(({ text }) => text).join('');
    const words = withoutTail(own, ['各占', '各', '每项', '每个', '每张', '每条', '每类', '每份', '的', ',']);
    return { words, span: { start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 } };
  });
}
