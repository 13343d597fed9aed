import type { Indicator } from '../indicator';
import type { StandardInput } from './standard';

/** What the compiler is given of a row: the same for rules, pane and reports. `year` is the table's. */
export function questionOf(indicator: Indicator, year: number | null): StandardInput {
  const { standard, weight, unit, name, reading } = indicator;
  return {
    standard: standard?.raw ?? '',
    target: reading.kind === 'unknown' ? null : reading,
    unit: unit?.value ?? reading.unit,
    // Points that were taken from the standard say nothing beside it.
    weight: weight && weight.assumed !== 'standard' ? weight.value : null,
    name: name?.value ?? null,
    year,
  };
}
