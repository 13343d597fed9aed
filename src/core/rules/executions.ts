import Big from 'big.js';
import type { ExecutionRow, Field } from '../indicator';

/** Spent ÷ budget in percent, to four decimals; null for a budget of 0. */
export function rateOf(spent: number, budget: number): Big | null {
  return budget > 0 ? new Big(spent).times(100).div(budget).round(4, Big.roundHalfUp) : null;
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
