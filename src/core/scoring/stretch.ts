import { compare, print, type Ratio } from './exact';
import type { Bound, Stretch } from './standard';
import type { AmountRange } from './syntax';

/** `80%～100%`; `60%～<80%` where the upper end is not part of it. */
export function printStretch({ low, high }: Stretch, unit: string): string {
  return `${low.included ? '' : '>'}${print(low.at)}${unit}～${high.included ? '' : '<'}${print(high.at)}${unit}`;
}

/** As the sentence has it, for a refusal. */
export function printRange({ low, high, unit }: AmountRange): string {
  return high === null ? `≥${print(low.at)}${unit}` : printStretch({ low, high }, unit);
}

export function isInside({ low, high }: Stretch, value: Ratio): boolean {
  const [above, below] = [compare(value, low.at), compare(value, high.at)];
  return above >= (low.included ? 0 : 1) && below <= (high.included ? 0 : -1);
}

/** The bound that holds the end of a stretch which its neighbour claims in words. */
export function yielding(own: { readonly soft: boolean } & Bound, claimed: boolean): Bound {
  return { at: own.at, included: own.soft && claimed ? false : own.included };
}
