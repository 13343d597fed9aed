import type { Indicator } from '../indicator';

/**
 * What is told of a row by itself, told once: rows that did not change are the same objects, check after check. Nothing
 * but the row may have a say in it, neither its table nor the settings.
 */
export function remembered<T>(tell: (indicator: Indicator) => T): (indicator: Indicator) => T {
  const known = new WeakMap<Indicator, { readonly told: T }>();
  return (indicator) => {
    let found = known.get(indicator);
    if (!found) known.set(indicator, (found = { told: tell(indicator) }));
    return found.told;
  };
}
