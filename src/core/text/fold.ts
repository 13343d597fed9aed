/** Signs that mean the same, one code unit for one, so that places in the text stay where they are. */
const SAME: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '≧': '≥',
  '⩾': '≥',
  '≮': '≥',
  '≦': '≤',
  '⩽': '≤',
  '≯': '≤',
  '﹥': '>',
  '﹤': '<',
  '﹦': '=',
  '﹪': '%',
  '﹣': '-',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '─': '-',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
};

/** A character in its half-width form. */
export function foldChar(char: string): string {
  const same = SAME[char];
  if (same !== undefined) return same;
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
}

/** Full-width → half-width, and the many forms of a sign to one. The length stays the same. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldChar(text.charAt(i));
  return folded;
}

/** Spaces, breaks, tabs, and what is invisible: zero-width characters, marks of direction, soft hyphens. */
export function isBlank(char: string): boolean {
  const code = char.charCodeAt(0);
  if ((code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfeff)) return false;
  return /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060]/u.test(char);
}

export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

export function isLatin(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

/** Cells break words and numbers anywhere; only between two Latin words or two numbers does a blank keep them apart. */
export function joinBroken(text: string): string {
  let joined = '';
  let blank = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (isBlank(char)) {
      blank = joined !== '';
      continue;
    }
    if (blank) {
      const last = joined.charAt(joined.length - 1);
      if ((isLatin(last) && isLatin(char)) || (isDigit(last) && isDigit(char))) joined += ' ';
      blank = false;
    }
    joined += char;
  }
  return joined;
}

/** Half-width, words broken over lines joined, trimmed. Applying it twice changes nothing. */
export function normalize(text: string): string {
  return joinBroken(fold(text));
}

type Gap = '' | 'blank' | 'break';

/** A text to scan: folded, without blanks, knowing where each character stood. */
export interface Source {
  readonly text: string;
  /** Place in the original text of each character, and one more for the end. */
  readonly at: readonly number[];
  /** `gap[i]`: what stood between characters i − 1 and i: nothing, blanks, or a line break. */
  readonly gap: readonly Gap[];
  readonly original: string;
}

export function sourceOf(original: string): Source {
  let text = '';
  const at: number[] = [];
  const gap: Gap[] = [];
  let between = '' as Gap;
  for (let i = 0; i < original.length; i++) {
    const char = foldChar(original.charAt(i));
    if (isBlank(char)) {
      between = char === '\n' || char === '\r' || between === 'break' ? 'break' : 'blank';
      continue;
    }
    text += char;
    at.push(i);
    gap.push(between);
    between = '';
  }
  at.push(original.length);
  gap.push(between);
  return { text, at, gap, original };
}

/** The original text between two places of the source, without the blanks around it. */
export function originalBetween(source: Source, start: number, end: number): string {
  if (end <= start) return '';
  return source.original.slice(source.at[start] as number, (source.at[end - 1] as number) + 1);
}
