import type { Token } from '../lexer';
import { atHand, type Rare } from '../rare-kinds';
import type { Span } from '../syntax';

/** A view of the tokens as both a list and a text, so that a keyword of several characters is matched in one go. */
export class TokenReader {
  readonly text: string;
  private readonly offsets: readonly number[];
  private readonly indexAt = new Map<number, number>();

  /** The reader of points between two ends, where the text may hold some. */
  range: Rare['parseRange'] | null = null;
  /** The reader of caps and of what lies between points, where the text may hold some. */
  seldom: Rare['parseSeldom'] | null = null;

  constructor(
    readonly tokens: readonly Token[],
    readonly kinds: Rare | null,
  ) {
    const offsets: number[] = [];
    let text = '';
    tokens.forEach((token, index) => {
      offsets.push(text.length);
      this.indexAt.set(text.length, index);
      text += token.text;
    });
    this.indexAt.set(text.length, tokens.length);
    this.text = text;
    this.offsets = offsets;
  }

  get rare(): Rare {
    return atHand(this.kinds);
  }

  get length(): number {
    return this.tokens.length;
  }

  at(index: number): Token | undefined {
    return this.tokens[index];
  }

  /** Index after the match of a sticky pattern at a token; null where it does not match up to a token's end. */
  match(pattern: RegExp, index: number): number | null {
    const offset = this.offsets[index];
    if (offset === undefined) return null;
    pattern.lastIndex = offset;
    const found = pattern.exec(this.text);
    if (!found || found[0] === '') return null;
    return this.indexAt.get(offset + found[0].length) ?? null;
  }

  textOf(from: number, to: number): string {
    return this.tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join('');
  }

  spanOf(from: number, to: number): Span {
    const first = this.tokens[from];
    const last = this.tokens[Math.max(from, to - 1)];
    return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
  }

  isEnd(index: number): boolean {
    const token = this.tokens[index];
    return token === undefined || (token.kind === 'punctuation' && token.text === ';');
  }

  /** A comma, colon, end of sentence, closing bracket or enumerator. */
  isBoundary(index: number): boolean {
    const token = this.tokens[index];
    if (token === undefined || token.kind === 'mark') return true;
    return token.kind === 'punctuation' && token.text !== '、';
  }
}
