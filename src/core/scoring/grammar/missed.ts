import { add, compare, HUNDRED, ratio } from '../exact';
import { TARGET_NOUN } from '../lexicon';
import type { Limit } from '../syntax';
import { measureOf, parseNumeric, type Quantity } from './limits';
import type { TokenReader } from './reader';

/**
 * 超过目标值30% is 30 % more than the target; 低于目标值的80% is less than 80 % of it. 低于目标值20% may be either, and is
 * not read.
 */
export function byHowMuch(reader: TokenReader, sign: number, from: number, quantity: Quantity): Quantity | null {
  if (quantity.reference.kind !== 'target' || quantity.reference.share === null) return quantity;
  const { share } = quantity.reference;
  if (!/^[超高多大]/u.test(reader.at(sign)?.text ?? '')) {
    const isBelow = /^(?:[低少小]|不足)/u.test(reader.at(sign)?.text ?? '');
    return isBelow && !reader.textOf(from, quantity.next).includes('的') && compare(share, ratio(50)) < 0
      ? null
      : quantity;
  }
  if (compare(share, HUNDRED) >= 0) return quantity;
  return { ...quantity, reference: { ...quantity.reference, share: add(share, HUNDRED) } };
}

/** 超支10%以内, 超预算5%-10%, 低于目标值20%以内 and 以上: by how much, in percent of the target. */
export function parseMissed(reader: TokenReader, sign: number, from: number): Limit[] | null {
  const text = reader.at(sign)?.text ?? '';
  const isOver = /^超/u.test(text);
  if (!isOver && !/^[低少]于$/u.test(text)) return null;
  let at = from;
  while (at < reader.length && reader.at(at)?.kind !== 'number') at += 1;
  const noun = reader.textOf(from, at);
  const first = measureOf(reader.at(at));
  if (first?.unit !== '%' || (noun !== '' && (!TARGET_NOUN.test(noun) || noun.endsWith('的')))) return null;
  const limits = parseNumeric(reader, at);
  if (!limits || limits.some(isWhole)) return null;
  // 低于80% is a rate; only 以内, 以上 and a stretch speak of a difference, and 超支 always does.
  const isStated = text === '超支' || (isOver && noun !== '');
  const isPlain = limits.every(
    ({ comparison, soft }) => comparison === '=' || (isOver && !isStated && !soft && comparison !== '≤'),
  );
  if (isPlain && text !== '超支') return null;
  if (isOver && !isStated && limits.every(({ comparison }) => comparison === '≥')) return null;
  return limits.map((limit) => ({
    ...limit,
    ...(limit.comparison === '=' ? { comparison: '>' as const } : {}),
    by: isOver ? ('over' as const) : ('under' as const),
  }));
}

/** 超过目标值120%以上: of the target, and not more than it. */
function isWhole({ reference }: Limit): boolean {
  return reference.kind === 'number' && compare(reference.measure.value, HUNDRED) >= 0;
}
