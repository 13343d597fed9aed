import Big from 'big.js';

/** Format codes that files refer to by number only; dates as a Chinese spreadsheet shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Undefined for General (0) and unknown numbers. */
export function builtInFormat(id: number): string | undefined {
  return BUILT_IN[id];
}

/** The number under which a format code can be referred to without being declared. */
export function builtInId(code: string): number | undefined {
  const found = Object.entries(BUILT_IN).find(([, format]) => format === code);
  // Those from 14 to 22 and from 27 differ between languages: declared, they mean the same everywhere.
  return found && Number(found[0]) < 5
    ? Number(found[0])
    : code === '0%'
      ? 9
      : code === '0.00%'
        ? 10
        : code === '@'
          ? 49
          : undefined;
}

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** `0`, `#`, `?`, `.`, `,`, `%`, `E+`, `/` */
  | { readonly kind: 'digit'; readonly text: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'general' }
  /** `yyyy`, `mm`, `[h]`, `ss`, `AM/PM`, `.00` after seconds … */
  | { readonly kind: 'date'; readonly text: string };

interface Section {
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
function sectionsOf(code: string): readonly Section[] {
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

/** Whether numbers under this code are days or times. */
export function isDateFormat(code: string | undefined): boolean {
  return code !== undefined && (sectionsOf(code)[0]?.isDate ?? false);
}

/** A number as the spreadsheet shows it; the column's width and colours aside. */
export function formatNumber(value: number, code: string | undefined): string {
  if (code === undefined || !Number.isFinite(value)) return general(value);
  const sections = sectionsOf(code);
  const [section, signed] = choose(sections, value);
  if (!section) return general(value);
  const { tokens } = section;
  if (section.isDate) return formatDate(value, section) ?? general(value);
  const magnitude = signed ? Math.abs(value) : value;
  if (tokens.some((token) => token.kind === 'general')) {
    return tokens
      .map((token) => (token.kind === 'general' ? general(magnitude) : literal(token)))
      .join('')
      .trim();
  }
  if (!tokens.some((token) => token.kind === 'digit')) {
    return tokens
      .map((token) => (token.kind === 'text' ? general(value) : literal(token)))
      .join('')
      .trim();
  }
  const text = formatDigits(magnitude, tokens).trim();
  return section.chinese ? chineseDigits(text, section.chinese) : text;
}

/** Text under a code with an `@` section (`;;;@"元"`): what stands around it is shown too. */
export function formatText(value: string, code: string | undefined): string {
  if (code === undefined || !code.includes('@')) return value;
  const sections = sectionsOf(code);
  const section = sections[3] ?? sections.find(({ tokens }) => tokens.some((token) => token.kind === 'text'));
  if (!section || !section.tokens.some((token) => token.kind === 'text')) return value;
  const { tokens } = section;
  if (tokens.length === 1) return value;
  return tokens.map((token, index) => (token.kind === 'text' ? value : outer(token, index, tokens.length))).join('');
}

/** Padding at the ends is for the eye only. */
function outer(token: Token, index: number, count: number): string {
  const text = literal(token);
  return text === ' ' && (index === 0 || index === count - 1) ? '' : text;
}

function literal(token: Token): string {
  return token.kind === 'literal' ? token.text : '';
}

/** The section for a value, and whether the section itself writes the minus sign. */
function choose(sections: readonly Section[], value: number): [Section | undefined, boolean] {
  const [first, second, third] = sections;
  if (first?.condition || second?.condition) {
    const found =
      sections.find((section) => section.condition?.(value)) ?? sections.find((section) => !section.condition);
    return [found, found !== first && value < 0];
  }
  if (value < 0 && second) return [second, true];
  if (value === 0 && third) return [third, false];
  return [first, false];
}

/** General: whole numbers in full, fractions to ten digits. */
export function general(value: number): string {
  if (!Number.isFinite(value) || value === 0) return Object.is(value, -0) ? '0' : String(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e21 || magnitude < 1e-9) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    return `${Number(mantissa)}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
  }
  const plain = String(value);
  if (plain.length <= 11 || Number.isInteger(value)) return plain.includes('e') ? new Big(value).toFixed() : plain;
  const digits = Math.max(1, Math.min(15, Math.max(10, Math.floor(Math.log10(magnitude)) + 3)));
  const rounded = Number(value.toPrecision(digits));
  return magnitude < 1e-6 ? new Big(rounded).toFixed() : String(rounded);
}

/** Numbers by their placeholders, exact decimals rounded half away from zero. */
function formatDigits(value: number, tokens: readonly Token[]): string {
  const digits = tokens.map((token) => (token.kind === 'digit' ? token.text : ''));
  const percents = digits.filter((text) => text === '%').length;
  const slash = digits.indexOf('/');
  const exponent = digits.findIndex((text) => text.startsWith('E'));
  let number = new Big(value).abs().times(new Big(100).pow(percents));
  const sign = value < 0 ? '-' : '';
  if (
    slash >= 0 &&
    tokens.slice(slash + 1).some((token) => /[0-9#?]/.test(token.kind === 'digit' ? token.text : literal(token)))
  ) {
    return sign + formatFraction(number, tokens, slash);
  }

  const isPlace = (text: string) => text === '0' || text === '#' || text === '?';
  const bodyEnd = exponent >= 0 ? exponent : tokens.length;
  const point = digits.slice(0, bodyEnd).indexOf('.');
  const lastPlace = digits.slice(0, bodyEnd).map(isPlace).lastIndexOf(true);
  const whole = digits
    .map((text, i) => (i < bodyEnd && isPlace(text) && (point < 0 || i < point) ? i : -1))
    .filter((i) => i >= 0);
  const decimals = digits
    .map((text, i) => (i < bodyEnd && isPlace(text) && point >= 0 && i > point ? i : -1))
    .filter((i) => i >= 0);
  const firstWhole = whole[0] ?? -1;
  const lastWhole = whole[whole.length - 1] ?? -1;
  const grouped = digits.some((text, i) => text === ',' && i > firstWhole && i < lastWhole);
  const scaling = digits.filter((text, i) => text === ',' && i > Math.max(lastPlace, lastWhole) && i < bodyEnd).length;
  const scalingBeforePoint =
    point >= 0 ? digits.filter((text, i) => text === ',' && i > lastWhole && i < point).length : 0;
  number = number.div(new Big(1000).pow(scaling + scalingBeforePoint));

  let power = 0;
  if (exponent >= 0 && !number.eq(0)) {
    const step = Math.max(1, whole.length);
    power = Math.floor(Math.floor(number.e) / step) * step;
    number = number.div(new Big(10).pow(power));
    if (number.round(decimals.length, Big.roundHalfUp).gte(new Big(10).pow(step))) {
      power += step;
      number = number.div(new Big(10).pow(step));
    }
  }

  const fixed = number.toFixed(decimals.length, Big.roundHalfUp);
  const [wholeDigits = '0', fractionDigits = ''] = fixed.split('.');
  const isZero = /^[0.]*$/.test(fixed);
  const wholeText = wholeDigits === '0' && !whole.some((i) => digits[i] === '0') ? '' : wholeDigits;
  const pieces = placeWhole(wholeText, whole, digits, grouped);
  let keep = fractionDigits.length;
  while (keep > 0 && fractionDigits[keep - 1] === '0' && digits[decimals[keep - 1] as number] !== '0') keep--;
  decimals.forEach((index, i) =>
    pieces.set(index, i < keep ? (fractionDigits[i] as string) : digits[index] === '?' ? ' ' : ''),
  );

  const out = tokens.map((token, index) => {
    if (token.kind === 'literal') return token.text;
    const text = digits[index] as string;
    if (pieces.has(index)) return pieces.get(index) as string;
    if (text === '.') return index === point ? '.' : '';
    if (text === '%') return '%';
    if (text.startsWith('E')) {
      const places = digits.slice(index + 1).filter((place) => place === '0').length;
      const mark = power < 0 ? '-' : text === 'E+' ? '+' : '';
      return `E${mark}${String(Math.abs(power)).padStart(places, '0')}`;
    }
    return '';
  });
  return (isZero ? '' : sign) + out.join('');
}

/** Deals the whole part out to its placeholders from the right; the leftmost takes what is left over. */
function placeWhole(
  text: string,
  places: readonly number[],
  digits: readonly string[],
  grouped: boolean,
): Map<number, string> {
  const pieces = new Map<number, string>();
  let rest = text;
  let written = 0;
  const comma = (piece: string) => (grouped && written > 0 && written % 3 === 0 ? `${piece},` : piece);
  for (let i = places.length - 1; i >= 0; i--) {
    const index = places[i] as number;
    let piece = '';
    const take = i === 0 ? rest.length : Math.min(1, rest.length);
    for (let n = 0; n < take; n++) {
      piece = comma(rest[rest.length - 1] as string) + piece;
      rest = rest.slice(0, -1);
      written++;
    }
    if (take === 0 && digits[index] === '0') {
      piece = comma('0');
      written++;
    } else if (take === 0 && digits[index] === '?') piece = ' ';
    pieces.set(index, piece);
  }
  return pieces;
}

/** `# ?/?`, `# ??/??`, `# ?/8`. */
function formatFraction(number: Big, tokens: readonly Token[], slash: number): string {
  const digits = tokens.map((token) => (token.kind === 'digit' ? token.text : ''));
  const after = tokens
    .slice(slash + 1)
    .map((token) => (token.kind === 'text' || token.kind === 'general' || token.kind === 'date' ? '' : token.text))
    .join('');
  const fixed = /^\d+/.exec(after.trim());
  const places = Math.min(3, digits.slice(slash + 1).filter((text) => /[0#?]/.test(text)).length);
  let numeratorFrom = slash - 1;
  while (numeratorFrom > 0 && /[0#?]/.test(digits[numeratorFrom - 1] as string)) numeratorFrom--;
  const mixed = digits.slice(0, numeratorFrom).some((text) => /[0#?]/.test(text));
  const value = number.toNumber();
  const whole = mixed ? Math.floor(value) : 0;
  const rest = value - whole;
  let best: [number, number] = [0, 1];
  const denominators =
    fixed && Number(fixed[0]) > 0 ? [Number(fixed[0])] : Array.from({ length: 10 ** places - 1 }, (_, i) => i + 1);
  let error = Infinity;
  for (const denominator of denominators) {
    const numerator = Math.round(rest * denominator);
    const off = Math.abs(rest - numerator / denominator);
    if (off < error - 1e-12) {
      error = off;
      best = [numerator, denominator];
    }
  }
  const [numerator, denominator] = best;
  if (mixed && numerator === denominator) return String(whole + 1);
  if (numerator === 0) return String(whole);
  return `${mixed && whole > 0 ? `${whole} ` : ''}${numerator}/${denominator}`;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const CHINESE_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const LAST_SERIAL = 2_958_465;

/** The day of a serial number in the 1900 system, its 29 February 1900 included. Null out of range. */
export function datePartsOf(serial: number): DateParts | null {
  const day = Math.floor(serial);
  if (!(day >= 0 && day <= LAST_SERIAL)) return null;
  if (day === 60) return { year: 1900, month: 2, day: 29, weekday: 3 };
  if (day === 0) return { year: 1900, month: 1, day: 0, weekday: 6 };
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 864e5);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: (day + 6) % 7 };
}

/** Days between the two ways of counting days. */
export const DAYS_1904 = 1462;

/** A calendar date or instant without zone (`2025-12-15T08:30:00`) as a serial number; null for anything else. */
export function serialOf(iso: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(iso.trim());
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 864e5;
  return (days > 60 ? days : days - 1) + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86400;
}

function formatDate(value: number, section: Section): string | null {
  const { tokens } = section;
  const fraction = secondFraction(tokens);
  const step = 86400 * 10 ** fraction;
  // Rounded to what is shown first, so that 23:59:59.9996 becomes the next day and not 23:59:60.
  const total = Math.round(value * step);
  const serial = Math.floor(total / step);
  const parts = datePartsOf(serial);
  if (!parts) return null;
  const units = total - serial * step;
  const seconds = Math.floor(units / 10 ** fraction);
  const clock = { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
  const half = tokens.some((token) => token.kind === 'date' && /am\/pm|a\/p|上午/.test(token.text));
  const allSeconds = serial * 86400 + seconds;
  const text = tokens
    .map((token, index) => {
      if (token.kind === 'literal') {
        return token.text === '0' && fraction > 0 && isFractionPlace(tokens, index)
          ? fractionDigit(tokens, index, units % 10 ** fraction, fraction)
          : token.text;
      }
      return token.kind === 'date' ? datePiece(token.text, parts, clock, half, allSeconds) : '';
    })
    .join('')
    .trim();
  return section.chinese ? chineseDate(text, section.chinese) : text;
}

/** Whether a literal 0 stands after `ss.`. */
function isFractionPlace(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (literalAt(tokens, at) === '0') at--;
  const before = tokens[at - 1];
  return literalAt(tokens, at) === '.' && before?.kind === 'date' && /s/.test(before.text);
}

function literalAt(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  return token?.kind === 'literal' ? token.text : null;
}

function secondFraction(tokens: readonly Token[]): number {
  return Math.min(
    3,
    tokens.filter((_, index) => literalAt(tokens, index) === '0' && isFractionPlace(tokens, index)).length,
  );
}

function fractionDigit(tokens: readonly Token[], index: number, units: number, places: number): string {
  let at = index;
  while (literalAt(tokens, at - 1) === '0') at--;
  return String(units).padStart(places, '0')[index - at] ?? '';
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function datePiece(piece: string, parts: DateParts, clock: Clock, half: boolean, allSeconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hour = half ? clock.hour % 12 || 12 : clock.hour;
  switch (piece) {
    case 'yyyy':
    case 'yyy':
    case 'e':
    case 'ee':
    case 'eee':
    case 'eeee':
      return String(parts.year);
    case 'yy':
    case 'y':
      return two(parts.year % 100);
    case 'm':
      return String(parts.month);
    case 'mm':
      return two(parts.month);
    case 'mmm':
      return (MONTHS[parts.month - 1] as string).slice(0, 3);
    case 'mmmm':
      return MONTHS[parts.month - 1] as string;
    case 'mmmmm':
      return (MONTHS[parts.month - 1] as string).slice(0, 1);
    case 'd':
      return String(parts.day);
    case 'dd':
      return two(parts.day);
    case 'ddd':
      return (WEEKDAYS[parts.weekday] as string).slice(0, 3);
    case 'dddd':
      return WEEKDAYS[parts.weekday] as string;
    case 'aaa':
      return CHINESE_WEEKDAYS[parts.weekday] as string;
    case 'aaaa':
      return `星期${CHINESE_WEEKDAYS[parts.weekday]}`;
    case 'h':
      return String(hour);
    case 'hh':
      return two(hour);
    case 'minute':
      return String(clock.minute);
    case 'minute2':
      return two(clock.minute);
    case 's':
      return String(clock.second);
    case 'ss':
      return two(clock.second);
    case 'am/pm':
      return clock.hour < 12 ? 'AM' : 'PM';
    case 'a/p':
      return clock.hour < 12 ? 'A' : 'P';
    case '上午/下午':
      return clock.hour < 12 ? '上午' : '下午';
    default: {
      const unit = piece[1];
      const elapsed = Math.floor(allSeconds / (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1));
      return piece.startsWith('[') ? String(elapsed).padStart(piece.length - 2, '0') : '';
    }
  }
}

const SMALL = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';

function chineseDigits(text: string, kind: 1 | 2): string {
  const digits = kind === 1 ? SMALL : FORMAL;
  return text.replace(/\d/g, (digit) => digits[Number(digit)] as string);
}

/** Years digit by digit (二〇二五), months and days as numbers (十二). */
function chineseDate(text: string, kind: 1 | 2): string {
  return text.replace(/\d+/g, (number) => {
    if (number.length > 2) return chineseDigits(number, kind);
    const digits = kind === 1 ? SMALL : FORMAL;
    const ten = kind === 1 ? '十' : '拾';
    const value = Number(number);
    const tens = Math.floor(value / 10);
    const unit = value % 10 === 0 && tens > 0 ? '' : (digits[value % 10] as string);
    return tens === 0 ? unit : `${tens === 1 && kind === 1 ? '' : digits[tens]}${ten}${unit}`;
  });
}
