import type { Random } from './random';

/** Characters that readers stumble over: signs and digits of all widths, breaks, controls, halves of pairs, marks of direction. */
const ODD = [
  ...'≥≤＝=＞<>〉《》%％‰０9８.．,，、；;：:（）()〔〕[]【】/÷×*+-－—~～"“”\'《\n\t \u3000',
  ...['\0', '\u0001', '\u001b', '\u007f', '\u0085', '\u2028', '\ufeff', '\ufffe', '\uffff'],
  ...['\ud800', '\udfff', '\u202e', '\u200d', '\u0301', '\u{20000}', '\u{1f468}\u200d\u{1f469}', 'İ', 'ß', 'ﷺ'],
];
const NUMBERS = [
  ...['0', '-0', '1e308', '1e400', '-1', '0.1', '99999999999999999999', '1,234.5', '１２．５', '〇', '百分之', '十万'],
  ...['NaN', 'Infinity', '2026-02-30', '2月30日', '0年0月0日', '9999年99月99日', '1/0', '00000000000000000001'],
];

/** A text with a few pieces lost, doubled, swapped, spliced in from `others` and `words`, or made odd. */
export function mutateText(random: Random, text: string, words: readonly string[], others: readonly string[]): string {
  let result = text;
  for (let stroke = 0; stroke <= random.few(8); stroke++) {
    const at = random.below(result.length + 1);
    const length = random.few(Math.min(40, result.length - at + 1) + 1);
    const piece = result.slice(at, at + length);
    const rest = result.slice(at + length);
    const head = result.slice(0, at);
    switch (random.below(8)) {
      case 0:
        result = head + rest;
        break;
      case 1:
        result = head + piece.repeat(2 + random.few(60)) + rest;
        break;
      case 2:
        result = head + random.pick(ODD) + result.slice(at);
        break;
      case 3:
        result = head + random.pick(NUMBERS) + rest;
        break;
      case 4:
        result = head + random.pick(words) + result.slice(at);
        break;
      case 5: {
        const other = random.pick(others);
        const from = random.below(other.length + 1);
        result = head + other.slice(from, from + 1 + random.few(other.length)) + rest;
        break;
      }
      case 6:
        result = rest + head + piece;
        break;
      default:
        result = head + random.pick(ODD).repeat(1 + random.few(2000)) + rest;
    }
    // What is longer holds nothing new, and costs time.
    if (result.length > 60_000) result = result.slice(0, 60_000);
  }
  return result;
}

const EDGES = [0, 1, 0x7f, 0x80, 0xfe, 0xff];
const WIDE = [0, 1, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0xffff_fffe, 65_537];

/** Bytes with a few of them changed, lost, doubled or moved; words of two and four bytes set to their extremes. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let result: Uint8Array<ArrayBufferLike> = bytes.slice();
  for (let stroke = 0; stroke <= random.few(12); stroke++) {
    const at = random.below(Math.max(1, result.length));
    const length = 1 + random.few(Math.max(1, Math.min(4096, result.length - at)));
    switch (random.below(7)) {
      case 0:
        result[at] = random.below(256);
        break;
      case 1:
        result[at] = (result[at] ?? 0) ^ (1 << random.below(8));
        break;
      case 2:
        result[at] = random.pick(EDGES);
        break;
      case 3:
        if (at + 4 <= result.length) new DataView(result.buffer).setUint32(at, random.pick(WIDE), true);
        break;
      case 4:
        result = joined(result.subarray(0, at), result.subarray(at + length));
        break;
      case 5:
        result = joined(result.subarray(0, at), result.subarray(at, at + length), result.subarray(at));
        break;
      default:
        result = result.slice(0, at);
    }
    if (result.length > 4e6) result = result.slice(0, 4e6);
  }
  return result;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
