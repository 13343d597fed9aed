import type { RARE } from './rare';

/** What few sentences need. A page that scores at once starts without it (null), and fetches it for the first that does. */
export type Rare = typeof RARE;

/** A sentence calls for a kind that is not at hand; never leaves the compiler. */
export class NotAtHand extends Error {}

export function atHand<R>(rare: R | null): R {
  if (rare === null) throw new NotAtHand();
  return rare;
}
