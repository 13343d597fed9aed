import Big from 'big.js';
import { chineseDigits, formatDate } from './date-format';
import { sectionsOf, type Section, type Token } from './format-code';

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
