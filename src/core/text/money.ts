import Big from 'big.js';
import type { Money } from '../indicator/table';
import { scan } from './scan';
import type { QuantityToken } from './scan';

/** 元 in one of the unit; the unit in which the amount is then given. */
const UNITS: Readonly<Record<string, { readonly unit: '元' | '万元'; readonly factor: number }>> = {
  元: { unit: '元', factor: 1 },
  百元: { unit: '元', factor: 100 },
  千元: { unit: '元', factor: 1000 },
  千: { unit: '元', factor: 1000 },
  万: { unit: '万元', factor: 1 },
  万元: { unit: '万元', factor: 1 },
  十万元: { unit: '万元', factor: 10 },
  百万: { unit: '万元', factor: 100 },
  百万元: { unit: '万元', factor: 100 },
  千万: { unit: '万元', factor: 1000 },
  千万元: { unit: '万元', factor: 1000 },
  亿: { unit: '万元', factor: 10_000 },
  亿元: { unit: '万元', factor: 10_000 },
  万亿: { unit: '万元', factor: 100_000_000 },
  万亿元: { unit: '万元', factor: 100_000_000 },
};

/** 元, 万元 …; 万 alone may be 万人. */
export function isMoneyUnit(unit: string | null | undefined): boolean {
  return unit !== null && unit !== undefined && unit.endsWith('元') && unit in UNITS;
}

/** 元 in one of the unit (万元 → 10000); null for what is no unit of money. */
export function yuanPer(unit: string): number | null {
  const known = UNITS[unit];
  return known ? known.factor * (known.unit === '万元' ? 10_000 : 1) : null;
}

/**
 * The one amount of money in a text: 资金总额：550.13万元, 23,739,200.00. Null where there is none, or more than one.
 * A bare number is in `defaultUnit`; without one, 万元 is assumed and `unit` is null.
 */
export function parseMoney(text: string, defaultUnit?: '元' | '万元'): Money | null {
  const { source, tokens } = scan(text);
  const negative = /^-\d/u.test(source.text);
  const readable = negative ? scan(source.text.slice(1)).tokens : tokens;
  const amounts = readable.filter((token): token is QuantityToken => token.kind === 'quantity');
  if (readable.some((token) => token.kind === 'code' || token.kind === 'range')) return null;
  const known = amounts.filter(({ unit }) => unit === null || unit in UNITS);
  const [found] = known;
  if (!found || known.length > 1 || (found.number.chinese && found.unit === null)) return null;
  const stated = found.unit === null ? null : (UNITS[found.unit] ?? null);
  const unit = stated?.unit ?? defaultUnit ?? null;
  const amount = new Big(found.number.plain).times(stated?.factor ?? 1).times(negative ? -1 : 1);
  return { yuan: amount.times(unit === '元' ? 1 : 10_000).toNumber(), unit, amount: amount.toNumber() };
}
