import Big from 'big.js';
import type { UsualTarget } from './entry';

/** What the placeholders of a standard are filled in from. */
export interface StandardFacts {
  /** 分值. */
  readonly points: number;
  readonly target: UsualTarget;
  /** The table's year. */
  readonly year: number;
}

const PLACEHOLDER = /\{(?:(\d+(?:\.\d+)?)%|(t)(?:([-+*])(-?\d+(?:\.\d+)?))?|(date)|(year))\}/gu;

/**
 * Fills in a standard: `{100%}`, `{80%}` shares of the points; `{t}` the target with its unit, `{t-5}` so much below it,
 * `{t*8}` eight percent above and `{t*-40}` forty below; `{date}` the deadline with its year; `{year}`. Other braces are the writer's own.
 */
export function renderStandard(template: string, { points, target, year }: StandardFacts): string {
  return template.replace(
    PLACEHOLDER,
    (
      whole: string,
      share: string | undefined,
      t: string | undefined,
      sign: string | undefined,
      by: string | undefined,
      date: string | undefined,
    ) => {
      if (share !== undefined) return shareOf(points, share);
      if (t !== undefined) return typeof target.value === 'number' ? moved(target, sign, by) : String(target.value);
      return date !== undefined ? deadlineOf(target.value, year) : whole === '{year}' ? String(year) : whole;
    },
  );
}

/** 10 of 3.5 points are 0.35: no trailing zeros, no binary fractions. */
function shareOf(points: number, percent: string): string {
  return new Big(Number.isFinite(points) ? points : 0).times(percent).div(100).round(4).toFixed();
}

/** The target, or a bound below or above it, with the unit that belongs to a number (‰, % and names of measures). */
function moved(target: UsualTarget, sign: string | undefined, by: string | undefined): string {
  const value = new Big(target.value);
  const change = by ?? '0';
  const bound =
    sign === '-'
      ? value.minus(change)
      : sign === '+'
        ? value.plus(change)
        : value.times(new Big(change).div(100).plus(1));
  // 2000元/户 is 2000元 in a sentence: what it is counted by stands in the row.
  return `${bound.round(4).toFixed()}${(target.unit ?? '').split('/')[0] ?? ''}`;
}

/** 12月31日前 → 2026年12月31日前; a deadline that has a year already, and other words, stay. */
export function deadlineOf(value: number | string, year: number): string {
  const text = String(value);
  return /^\d{1,2}月/u.test(text) ? `${String(year)}年${text}` : text;
}
