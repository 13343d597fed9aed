import { ratio } from '../exact';
import { WEIGHT_REF } from '../lexicon';
import type { Amount } from '../syntax';
import type { TokenReader } from './reader';

export interface Parsed<T> {
  readonly value: T;
  readonly next: number;
}

const FULL = /[满全]分|全部(?:分[值数]|得分)/uy;
const STATED = /\(?\d+(?:\.\d+)?分\)?/uy;
const WEIGHT = new RegExp(WEIGHT_REF.source.slice(1), 'uy');
const OF = /的|\*/uy;
const HALF = /的?(?:一半|二分之一|50%)的?(?:分值|分数|分)?/uy;
const SHARE_TAIL = /的?(?:[该本此]项|指标|相应)?(?:权重分?|分[值数]|(?:[满总]|标准|基本)?分)(?!钟|别)/uy;

function isPoints(reader: TokenReader, index: number): boolean {
  const token = reader.at(index);
  return token?.kind === 'number' && token.unit === '分';
}

/** `N分`, `满分`, `满分N分`, `指标分值的25%`, `30%的分值`, `一半分`. A bare `10%` only where `bareShare` allows it. */
export function parseAmount(reader: TokenReader, index: number, bareShare = false): Parsed<Amount> | null {
  const token = reader.at(index);
  if (!token) return null;
  if (token.kind === 'number' && token.unit === '分') {
    return { value: { kind: 'points', value: token.value }, next: index + 1 };
  }
  if (token.kind === 'number' && token.unit === '%') {
    const tail = reader.match(SHARE_TAIL, index + 1);
    if (tail !== null) return { value: { kind: 'share', value: token.value }, next: tail };
    return bareShare && reader.isBoundary(index + 1)
      ? { value: { kind: 'share', value: token.value }, next: index + 1 }
      : null;
  }
  const half = token.kind === 'word' && /[一二]/u.test(token.text) ? reader.match(HALF, index) : null;
  if (half !== null) return { value: { kind: 'share', value: ratio(50) }, next: half };
  const weight = reader.match(WEIGHT, index);
  if (weight !== null) {
    const of = reader.match(OF, weight) ?? weight;
    const share = reader.at(of);
    if (share?.kind === 'number' && share.unit === '%') {
      return { value: { kind: 'share', value: share.value }, next: of + 1 };
    }
    const halved = reader.match(HALF, weight);
    if (halved !== null) return { value: { kind: 'share', value: ratio(50) }, next: halved };
  }
  const full = reader.match(FULL, index) ?? weight;
  if (full === null) return null;
  const bracket = reader.at(full)?.text === '(' ? 1 : 0;
  if (isPoints(reader, full + bracket) && reader.match(STATED, full) !== null) {
    const stated = reader.at(full + bracket);
    if (stated?.kind === 'number' && (bracket === 0 || reader.at(full + 2)?.text === ')')) {
      return { value: { kind: 'full', stated: stated.value }, next: full + 1 + 2 * bracket };
    }
  }
  return { value: { kind: 'full', stated: null }, next: full };
}

/** `5分、3分`, `60分、57分和54分`; also `5、3、1分`. */
export function parseAmounts(reader: TokenReader, index: number, bareShare = false): Parsed<Amount[]> | null {
  const bare: Amount[] = [];
  let at = index;
  for (;;) {
    const token = reader.at(at);
    const next = reader.at(at + 1);
    if (token?.kind === 'number' && token.unit === null && next?.kind === 'punctuation' && next.text === '、') {
      bare.push({ kind: 'points', value: token.value });
      at += 2;
    } else break;
  }
  const first = parseAmount(reader, at, bareShare);
  if (!first) return null;
  const amounts = [...bare, first.value];
  at = first.next;
  for (;;) {
    const separator = reader.at(at);
    const joined = separator?.text === '、' || separator?.text === '和' || separator?.text === '及';
    const more = joined ? parseAmount(reader, at + 1, bareShare) : null;
    if (!more) return { value: amounts, next: at };
    amounts.push(more.value);
    at = more.next;
  }
}
