import Big from 'big.js';
import type { ExecutionRow, Field } from '../indicator';

/** Spent ÷ budget in percent, to four decimals; null for a budget of 0. */
export function rateOf(spent: number, budget: number): Big | null {
  return budget > 0 ? new Big(spent).times(100).div(budget).round(4, Big.roundHalfUp) : null;
}

/**
 * How the points of 预算执行率 are given: in proportion (财预〔2020〕10号), or by the bands of 财预〔2021〕101号, where a
 * project that is finished within its budget earns all.
 */
export const EXECUTION_BASES = ['ratio', 'finished', 'unfinished'] as const;

export type ExecutionBasis = (typeof EXECUTION_BASES)[number];

/** Share of the points by execution rate in percent, while the project is not finished. */
const BANDS: readonly (readonly [from: number, share: number])[] = [
  [80, 0.7],
  [60, 0.5],
  [0, 0],
];

/** The points to two decimals, never above `weight`; null where the basis says nothing: no budget, or more spent than that. */
export function executionScore(budget: number, spent: number, weight: number, basis: ExecutionBasis): number | null {
  if (budget <= 0 || spent < 0 || weight < 0 || (basis !== 'ratio' && spent > budget)) return null;
  if (spent >= budget || basis === 'finished') return weight;
  // Compared by products, so that no rounding of the rate moves a result across a bound.
  const band = BANDS.find(([from]) => new Big(spent).times(100).gte(new Big(budget).times(from)));
  const points = basis === 'ratio' ? new Big(spent).times(weight).div(budget) : new Big(weight).times(band?.[1] ?? 0);
  return points.round(2, Big.roundHalfUp).toNumber();
}

/** Whether a written percentage is that rate, rounded to as many decimals as it is written with. */
export function isRate(written: Field<number>, rate: Big): boolean {
  const decimals = Math.min(4, (/\.(\d+)/u.exec(String(written.value))?.[1] ?? '').length);
  return [decimals, Math.max(decimals, 2)].some(
    (places) => rate.round(places, Big.roundHalfUp).eq(written.value) || rate.minus(written.value).abs().lt(0.006),
  );
}

/** A rate for a message: 95.12%. */
export function percent(rate: Big): string {
  return `${rate.round(2, Big.roundHalfUp).toNumber()}%`;
}

export function labelOf(row: ExecutionRow): string {
  return row.label.value.replace(/\s+/gu, '');
}
