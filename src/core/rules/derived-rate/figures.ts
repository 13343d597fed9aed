import { findQuantities, isMoneyUnit, isPercentUnit } from '../../text';
import type { QuantityMention } from '../../text';
import { absolute, clauseBefore, sameUnit } from '../targets';

/** A figure that follows from others in the text. */
export interface Derived {
  readonly value: number;
  /** The words that it follows from. */
  readonly words: string;
}

const COUNTING = /中|其中|占|÷|\/|除以/u;

/**
 * 90人中70人合格: part and whole of one thing, counted in one unit. Null where the text holds other figures of that
 * unit too, or does not say which is part of which.
 */
export function rateIn(text: string): Derived | null {
  const counts = findQuantities(text).filter(
    ({ unit, operator }) => unit !== null && operator === null && !isPercentUnit(unit) && !isMoneyUnit(unit),
  );
  const [first, second, ...others] = counts;
  if (!first || !second || others.length > 0 || !first.unit || !second.unit || !sameUnit(first.unit, second.unit))
    return null;
  if (first.unit !== second.unit) return null;
  const between = text.slice(first.end, second.start);
  if (/[。；;\n]/u.test(between) || !COUNTING.test(between) || /每/u.test(text)) return null;
  const [whole, part] = first.value >= second.value ? [first, second] : [second, first];
  if (whole.value === 0) return null;
  return {
    value: (part.value / whole.value) * 100,
    words: text.slice(first.start, second.end).replace(/\s+/gu, ''),
  };
}

/** 单价20元 and 3个, or 20元/个 and 3个: what it comes to in 元. Null where anything else may come in. */
export function totalIn(text: string): (Derived & { readonly total: QuantityMention | null }) | null {
  const found = findQuantities(text);
  const prices = found.filter(
    ({ unit, start }) =>
      isPrice(unit) ||
      (isMoneyUnit(unit) && /(?:单价|每[^\d，。；,;]{1,4})[为是约:：]?$/u.test(clauseBefore(text, start))),
  );
  const totals = found.filter(
    (mention) =>
      isMoneyUnit(mention.unit) &&
      !prices.includes(mention) &&
      /(?:共|合计|总计|总价|总额|总成本|=|＝|为)[:：需计]?$/u.test(clauseBefore(text, mention.start)),
  );
  const counts = found.filter((mention) => !prices.includes(mention) && !isMoneyUnit(mention.unit));
  const others = found.length - prices.length - totals.length - counts.length;
  const [price] = prices;
  const [count] = counts;
  if (!price || !count || prices.length > 1 || counts.length > 1 || totals.length > 1 || others > 0) return null;
  if (count.unit === null || isPercentUnit(count.unit)) return null;
  const per =
    /\/(.+)$/u.exec(price.unit ?? '')?.[1] ??
    /每([^\d，。；,;为是约:：]{1,4})[为是约:：]?$/u.exec(clauseBefore(text, price.start))?.[1];
  // 元/人 and 3场 do not multiply.
  if (per !== undefined && !count.unit.endsWith(per) && !per.endsWith(count.unit)) return null;
  if (per === undefined && !/单价/u.test(clauseBefore(text, price.start))) return null;
  // Periods and discounts that are not written as numbers.
  if (/[月季周年天日折]|分期|首付|预付/u.test(text.replace(/\d{4}年度?|年度/gu, ''))) return null;
  const unit = (price.unit ?? '').replace(/\/.+$/u, '');
  const value = Number((absolute(price.value, unit) * absolute(count.value, count.unit)).toPrecision(12));
  const [from, to] = [Math.min(price.start, count.start), Math.max(price.end, count.end)];
  return { value, words: text.slice(from, to).replace(/\s+/gu, ''), total: totals[0] ?? null };
}

function isPrice(unit: string | null): boolean {
  return unit !== null && /元\//u.test(unit);
}

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const UNIT = String.raw`[^\d\s=＝×*xX+÷,，。；;]{0,4}`;
const EQUATION = new RegExp(
  String.raw`${NUMBER}\s*${UNIT}\s*([×*xX÷+])\s*${NUMBER}\s*${UNIT}\s*[=＝]\s*${NUMBER}\s*(?:万元|元|万|[%％])?`,
  'gu',
);

/** 20×3=60: every equation of two numbers in the text that does not hold, multipliers and percent allowed for. */
export function wrongEquations(text: string): Derived[] {
  const wrong: Derived[] = [];
  for (const match of text.matchAll(EQUATION)) {
    const before = text.slice(Math.max(0, match.index - 1), match.index);
    if (/[\d×*xX÷+\-.,)）/]/u.test(before)) continue;
    const [a, b, c] = [match[1], match[3], match[4]].map((number) => Number((number ?? '').replaceAll(',', '')));
    if (a === undefined || b === undefined || c === undefined || ![a, b, c].every(Number.isFinite)) continue;
    const value = match[2] === '+' ? a + b : match[2] === '÷' ? a / b : a * b;
    if (!Number.isFinite(value)) continue;
    const scales = [1, 100, 0.01, 10_000, 0.0001];
    if (scales.some((scale) => near(value * scale, c))) continue;
    wrong.push({ value: Number(value.toPrecision(6)), words: match[0].replace(/\s+/gu, '') });
  }
  return wrong;
}

/** Equal once rounded to the decimals that are written. */
export function near(exact: number, written: number): boolean {
  const decimals = (String(written).split('.')[1] ?? '').length;
  return Math.abs(exact - written) <= 0.5 * 10 ** -decimals + 1e-9;
}
