import { asWritten, type Character } from './lexer';

const NUMBER = String.raw`([-+]?(?:\d+(?:\.\d+)?[%％]?分?|∞))`;
const INTERVAL = new RegExp(String.raw`^([[［(（])${NUMBER}[,，]${NUMBER}([\]］)）])`, 'u');

/**
 * [80%,90%) in words that the grammar knows: 80%(含)~90%(不含). Each character keeps the place of the bracket or the number
 * it stands for. Round brackets alone are intervals only beside square ones: (3,5) may be anything.
 */
export function spellIntervals(text: string): readonly Character[] {
  const characters = asWritten(text);
  const read: Character[] = [];
  let index = 0;
  while (index < text.length) {
    const found = INTERVAL.exec(text.slice(index, index + 40));
    const spelled = found && spell(found);
    if (!found || spelled === null) {
      const character = characters[index];
      if (character) read.push(character);
      index += 1;
      continue;
    }
    const first = characters[index]?.at ?? 0;
    const last = characters[index + found[0].length - 1]?.at ?? first;
    const middle = Math.floor(spelled.length / 2);
    read.push(...[...spelled].map((char, place) => ({ char, at: place < middle ? first : last })));
    index += found[0].length;
  }
  return read;
}

function spell([, open = '', low = '', high = '', close = '']: RegExpExecArray): string | null {
  const from = /[[［]/u.test(open);
  const to = /[\]］]/u.test(close);
  if (low.includes('∞')) return high.includes('∞') ? null : `${to ? '≤' : '<'}${high}`;
  if (high.includes('∞')) return `${from ? '≥' : '>'}${low}`;
  if (low.startsWith('-') || high.startsWith('-')) return null;
  return `${low}(${from ? '' : '不'}含)~${high}(${to ? '' : '不'}含)`;
}
