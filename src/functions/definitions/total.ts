import Big from 'big.js';
import type { ElementFunction, RangeFunction } from '../definition';
import { isFunctionError, notAvailable, wrongValue } from '../value';
import { numberOf, textOf } from './arguments';

/** Half up, away from zero, to two decimals: as scores are printed. */
export function roundScore(value: Big): Big {
  return value.round(2, 1);
}

/** 总分: the sum of the rounded scores, because people add the printed ones by hand. Never rescaled to 100. */
export const total: RangeFunction = {
  name: 'TOTAL',
  kind: 'range',
  result: 'number',
  parameters: [{ name: 'scores' }],
  calculate(range) {
    let sum = new Big(0);
    let blanks = 0;
    for (const value of range.flat()) {
      if (isFunctionError(value)) return value;
      if (typeof value === 'boolean') return wrongValue('boolean');
      if (value === null) {
        blanks++;
        continue;
      }
      const score = numberOf(value);
      if (score === null) return wrongValue('not-a-number', { text: String(value) });
      sum = sum.plus(roundScore(new Big(score)));
    }
    return blanks > 0 ? notAvailable('blank-scores', { count: blanks }) : sum.toNumber();
  },
};

const GRADES = ['优', '良', '中', '差'] as const;

/** The lower bounds of 优, 良, 中 in a scheme (90,80,60 where none is given); null where it is not three that fall. */
export function boundsOf(scheme: string | null): readonly number[] | null {
  const bounds = (scheme ?? '90,80,60').split(/[,，、;；\s]+/u).map((part) => numberOf(part));
  const falling = bounds.every(
    (bound, index) => bound !== null && (index === 0 || bound < (bounds[index - 1] as number)),
  );
  return bounds.length === 3 && falling ? (bounds as number[]) : null;
}

/** 评价等级 by the lower bounds of 优, 良, 中 (财预〔2020〕10号: 90, 80, 60). */
export const grade: ElementFunction = {
  name: 'GRADE',
  kind: 'element',
  result: 'text',
  parameters: [{ name: 'total' }, { name: 'scheme', optional: true }],
  calculate([given = null, scheme = null]) {
    if (given === null) return notAvailable('blank', { name: 'total' });
    const points = numberOf(given);
    if (points === null) return wrongValue('not-a-number', { text: String(given) });
    const bounds = boundsOf(textOf(scheme));
    if (!bounds) return wrongValue('scheme');
    const reached = bounds.findIndex((bound) => points >= bound);
    return GRADES[reached === -1 ? 3 : reached] as string;
  },
};
