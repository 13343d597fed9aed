import Big from 'big.js';
import { renderStandard } from './standard';

/** Points as they stand in a sentence: 得10分, 扣0.5分, ×10分, 满分2分. */
const POINTS = /(?<=[得扣计加给赋×*]|满分)\d{1,3}(?:\.\d{1,4})?(?=分)/gu;

/**
 * A sentence with its points as shares of the full mark (得2分 of 2 → 得{100%}分), so that it can be written for another
 * weight; its deadline's year as `{year}`. The sentence itself where some points are no round share of the mark.
 */
export function templateOf(standard: string, points: number | null, year: number | null): string {
  let text = standard;
  if (points !== null && points > 0 && Number.isFinite(points)) {
    text = text.replace(POINTS, (number) => `{${new Big(number).times(100).div(points).round(2).toFixed()}%}`);
  }
  if (year !== null) text = text.replaceAll(`${String(year)}年`, '{year}年');
  const back = renderStandard(text, {
    points: points ?? 0,
    target: { operator: null, value: '', unit: null },
    year: year ?? 0,
  });
  return back === standard ? text : standard;
}

/** A row's standard written for another weight: what proposed weights ask of the rows that stand. */
export function rescaleStandard(standard: string, from: number, to: number): string {
  return renderStandard(templateOf(standard, from, null), {
    points: to,
    target: { operator: null, value: '', unit: null },
    year: 0,
  });
}

/**
 * As `rescaleStandard`, where the points are no round shares of the mark too: 得8分 of 15 becomes 得5.33分 of 10, to two
 * decimals as scores are. For people to look at before it is written.
 */
export function scaleStandard(standard: string, from: number, to: number): string {
  const even = rescaleStandard(standard, from, to);
  if (even !== standard || from === to || !(from > 0)) return even;
  return standard.replace(POINTS, (number) => new Big(number).times(to).div(from).round(2).toString());
}
