import { findQuantities, isMoneyUnit, isPercentUnit } from '../../text';
import type { QuantityMention } from '../../text';
import { absolute, clauseBefore, sameUnit } from '../targets';

/** A figure that follows from others in the text. */
export interface Derived {
  readonly value: number;
  /** The words that it follows from. */
  readonly words: string;
}

const COUNTING = /[中占÷/]|其中|除以/u;

/** 调查90人，70人满意: those of the first that did. */
const PASSED = /^\s*(?:满意|合格|达标|通过|优秀|及格)/u;

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
  if (/[。；;\n]/u.test(between) || /每/u.test(text)) return null;
  const isPart = COUNTING.test(between) || (/^[,，]$/u.test(between.trim()) && PASSED.test(text.slice(second.end)));
  if (!isPart) return null;
  const [whole, part] = first.value >= second.value ? [first, second] : [second, first];
  if (whole.value === 0) return null;
  return {
    value: (part.value / whole.value) * 100,
    words: text.slice(first.start, second.end).replace(/\s+/gu, ''),
  };
}

/** What a price is for: 人 of 元/人, 每人20元; '' for 单价; null where it is no price. */
function pricedBy(text: string, { unit, start }: QuantityMention): string | null {
  if (unit === null) return null;
  const slash = unit.indexOf('元/');
  if (slash >= 0) return unit.slice(slash + 2);
  if (!isMoneyUnit(unit)) return null;
  const clause = clauseBefore(text, start).replace(/[为是约:：]$/u, '');
  if (clause.endsWith('单价')) return '';
  const each = clause.lastIndexOf('每');
  const per = each < 0 ? '' : clause.slice(each + 1);
  return per !== '' && per.length <= 4 && !/\d/u.test(per) ? per : null;
}

const TOTAL = /(?:[共=＝为]|合计|总计|总价|总额|总成本)[:：需计]?$/u;

/** Periods and discounts that are not written as numbers. */
const PERIODS = /[月季周年天日折]|分期|首付|预付/u;

/** 单价20元 and 3个, or 20元/个 and 3个: what it comes to in 元. Null where anything else may come in. */
export function totalIn(text: string): (Derived & { readonly total: QuantityMention | null }) | null {
  const found = findQuantities(text);
  const prices = found.filter((mention) => pricedBy(text, mention) !== null);
  const rest = found.filter((mention) => !prices.includes(mention));
  const totals = rest.filter(({ unit, start }) => isMoneyUnit(unit) && TOTAL.test(clauseBefore(text, start)));
  const counts = rest.filter((mention) => !totals.includes(mention));
  const [price] = prices;
  const [count] = counts;
  if (!price?.unit || !count?.unit || prices.length > 1 || counts.length > 1 || totals.length > 1) return null;
  if (isPercentUnit(count.unit) || isMoneyUnit(count.unit)) return null;
  // 元/人 and 3场 do not multiply.
  const per = pricedBy(text, price) ?? '';
  if (!count.unit.endsWith(per) && !per.endsWith(count.unit)) return null;
  if (PERIODS.test(text.replace(/\d{4}年度?|年度/gu, ''))) return null;
  const unit = price.unit.split('/')[0] ?? '';
  const value = Number((absolute(price.value, unit) * absolute(count.value, count.unit)).toPrecision(12));
  const [from, to] = [Math.min(price.start, count.start), Math.max(price.end, count.end)];
  return { value, words: text.slice(from, to).replace(/\s+/gu, ''), total: totals[0] ?? null };
}

/** Number, unit, sign, number, unit, =, number: blanks are taken out before. */
const EQUATION =
  /(\d[\d,]{0,14}(?:\.\d{1,6})?)[^\d=＝×*x+÷,，。；;]{0,6}([×*x+÷])(\d[\d,]{0,14}(?:\.\d{1,6})?)[^\d=＝×*x+÷,，。；;]{0,6}[=＝](\d[\d,]{0,14}(?:\.\d{1,6})?)(?:万元|[元万%％])?/giu;

/** 20×3=60: every equation of two numbers in the text that does not hold, multipliers and percent allowed for. */
export function wrongEquations(text: string): Derived[] {
  const wrong: Derived[] = [];
  const plain = text.replace(/\s+/gu, '');
  for (const match of plain.matchAll(EQUATION)) {
    const before = plain.slice(Math.max(0, match.index - 1), match.index);
    if (/[\d×*x÷+\-.,)）/]/iu.test(before)) continue;
    const [a, b, c] = [match[1], match[3], match[4]].map((number) => Number((number ?? '').replaceAll(',', '')));
    if (a === undefined || b === undefined || c === undefined || ![a, b, c].every(Number.isFinite)) continue;
    const value = match[2] === '+' ? a + b : match[2] === '÷' ? a / b : a * b;
    if (!Number.isFinite(value)) continue;
    const scales = [1, 100, 0.01, 10_000, 0.0001];
    if (scales.some((scale) => near(value * scale, c))) continue;
    wrong.push({ value: Number(value.toPrecision(6)), words: match[0] });
  }
  return wrong;
}

/** Equal once rounded to the decimals that are written. */
export function near(exact: number, written: number): boolean {
  const decimals = (String(written).split('.')[1] ?? '').length;
  return Math.abs(exact - written) <= 0.5 * 10 ** -decimals + 1e-9;
}
