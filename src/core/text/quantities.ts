import type { Operator } from '../indicator/target';
import { originalBetween } from './fold';
import type { Source } from './fold';
import { scan } from './scan';
import type { QuantityToken } from './scan';

/** A quantity in a sentence. */
export interface QuantityMention {
  /** As stated; null where none is, or where two contradict each other. */
  readonly operator: Operator | null;
  /** Percent in percent points; a multiplier stays in the unit. */
  readonly value: number;
  readonly unit: string | null;
  /** From the comparator to the closing word, in the text as given. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Chinese 一次, 一个, 一年 in a sentence mostly count nothing; 100余人, 5天左右 are no amounts to compare with. */
function counts({ text }: Source, { number, operator, unit, end }: QuantityToken): boolean {
  if (/^(?:余|多|左右|上下)/u.test(text.slice(end, end + 2))) return false;
  // 〔2020〕, 2022-2023: a year, whatever stands around it.
  if (unit === null && operator === null && /^(?:19|20)\d\d$/u.test(number.plain)) return false;
  return !number.chinese || operator !== null || (unit !== null && number.value !== 1);
}

export function mentionOf(source: Source, token: QuantityToken): QuantityMention {
  return {
    operator: token.conflict ? null : token.operator,
    value: token.number.value,
    unit: token.unit,
    start: source.at[token.start] as number,
    end: (source.at[token.end - 1] as number) + 1,
    text: originalBetween(source, token.start, token.end),
  };
}

/** Every quantity in a text, in order; both ends of a range. Dates, years, codes and ordinals are none. */
export function findQuantities(text: string): QuantityMention[] {
  const { source, tokens } = scan(text);
  const found: QuantityMention[] = [];
  for (const token of tokens) {
    if (token.kind === 'quantity' && counts(source, token)) found.push(mentionOf(source, token));
    if (token.kind === 'range') {
      for (const end of [token.low, token.high])
        found.push(mentionOf(source, { ...end, unit: end.unit ?? token.unit }));
    }
  }
  return found;
}
