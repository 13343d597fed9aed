/** A piece of a format code. */
export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** `0`, `#`, `?`, `.`, `,`, `%`, `E+`, `/` */
  | { readonly kind: 'digit'; readonly text: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'general' }
  /** `yyyy`, `mm`, `[h]`, `ss`, `AM/PM`, `.00` after seconds … */
  | { readonly kind: 'date'; readonly text: string };

/** What stands between two semicolons. */
export interface Section {
  readonly tokens: readonly Token[];
  readonly condition: ((value: number) => boolean) | null;
  readonly isDate: boolean;
  /** [DBNum1], [DBNum2]: Chinese digits. */
  readonly chinese: 0 | 1 | 2;
}

const PIECE =
  /"([^"]*)"?|\\([\s\S])|_[\s\S]|\*[\s\S]|\[(h+|m+|s+)\]|\[([^\]]*)\]|General|G\/通用格式|AM\/PM|A\/P|上午\/下午|E[+-]|y{1,4}|e+|m{1,5}|a{3,4}|d{1,4}|h{1,2}|s{1,2}|b{2,4}|[\s\S]/gi;
const CONDITION = /^(<=|>=|<>|[<>=])\s*(-?\d+(?:\.\d+)?)$/;
const DATE_PIECE = /^(?:y+|e+|m+|a{3,4}|d+|h+|s+|b+|AM\/PM|A\/P|上午\/下午)$/i;

const parsed = new Map<string, readonly Section[]>();

/** Compiled once a code: sheets use few codes for many cells. */
export function sectionsOf(code: string): readonly Section[] {
  let sections = parsed.get(code);
  if (!sections) {
    if (parsed.size > 2000) parsed.clear();
    sections = splitSections(code).map(parseSection);
    parsed.set(code, sections);
  }
  return sections;
}

function splitSections(code: string): string[] {
  const sections = [''];
  for (const [piece] of code.matchAll(/"[^"]*"?|\\[\s\S]|_[\s\S]|\*[\s\S]|\[[^\]]*\]|[\s\S]/g)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

function parseSection(code: string): Section {
  const tokens: Token[] = [];
  let condition: Section['condition'] = null;
  let chinese: Section['chinese'] = 0;
  for (const match of code.matchAll(PIECE)) {
    const piece = match[0];
    const [, quoted, escaped, elapsed, bracket] = match;
    const lower = piece.toLowerCase();
    if (quoted !== undefined) tokens.push({ kind: 'literal', text: quoted });
    else if (escaped !== undefined) tokens.push({ kind: 'literal', text: escaped });
    else if (elapsed !== undefined) tokens.push({ kind: 'date', text: `[${elapsed.toLowerCase()}]` });
    else if (bracket !== undefined) {
      const test = CONDITION.exec(bracket);
      if (test) condition = comparison(test[1] as string, Number(test[2]));
      else if (/^DBNum[12]$/i.test(bracket)) chinese = bracket.endsWith('1') ? 1 : 2;
      else if (bracket.startsWith('$')) {
        const symbol = bracket.slice(1).split('-')[0] ?? '';
        if (symbol) tokens.push({ kind: 'literal', text: symbol });
      }
    } else if (piece.startsWith('_') && piece.length > 1) tokens.push({ kind: 'literal', text: ' ' });
    else if (piece.startsWith('*') && piece.length > 1) continue;
    else if (lower === 'general' || lower === 'g/通用格式') tokens.push({ kind: 'general' });
    else if (DATE_PIECE.test(piece)) tokens.push({ kind: 'date', text: lower });
    else if (/^(?:[0#?.,%/]|E[+-])$/i.test(piece)) tokens.push({ kind: 'digit', text: piece.toUpperCase() });
    else if (piece === '@') tokens.push({ kind: 'text' });
    else tokens.push({ kind: 'literal', text: piece });
  }
  const isDate = tokens.some((token) => token.kind === 'date');
  return { tokens: isDate ? asDate(tokens) : tokens, condition, isDate, chinese };
}

/** In a date, `m` after hours or next to seconds means minutes; digits and slashes are what they look like. */
function asDate(tokens: readonly Token[]): Token[] {
  const dates = tokens.map((token, index) => ({ token, index })).filter(({ token }) => token.kind === 'date');
  const result = [...tokens];
  dates.forEach(({ token, index }, i) => {
    if (token.kind !== 'date' || !/^m{1,2}$/.test(token.text)) return;
    const before = dates[i - 1]?.token;
    const after = dates[i + 1]?.token;
    const afterClock = before?.kind === 'date' && /^\[?[hs]/.test(before.text);
    const beforeSeconds = after?.kind === 'date' && /^\[?s/.test(after.text);
    if (afterClock || beforeSeconds) result[index] = { kind: 'date', text: token.text === 'mm' ? 'minute2' : 'minute' };
  });
  return result.map((token) => (token.kind === 'digit' ? { kind: 'literal', text: token.text } : token));
}

function comparison(sign: string, bound: number): (value: number) => boolean {
  switch (sign) {
    case '<':
      return (value) => value < bound;
    case '>':
      return (value) => value > bound;
    case '<=':
      return (value) => value <= bound;
    case '>=':
      return (value) => value >= bound;
    case '<>':
      return (value) => value !== bound;
    default:
      return (value) => value === bound;
  }
}
