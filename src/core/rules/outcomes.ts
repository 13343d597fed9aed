import Big from 'big.js';
import type { Field, Indicator, IndicatorTable } from '../indicator';
import { evaluate } from '../scoring';
import type { Standard } from '../scoring';
import { cellAt } from '../sheet';
import type { SheetSnapshot } from '../sheet';
import { findDates, findQuantities, isPercentUnit } from '../text';
import type { RuleSettings } from './rule';
import { standardOf } from './standards';
import { isHeldDown } from './targets';

/** How 实际完成值 stands to the target. */
export interface Outcome {
  /** Reached: what the sign asks for is there. */
  readonly met: boolean;
  /** Actual ÷ target; null for dates, ranges and a target of 0. */
  readonly degree: number | null;
  /** The more the better; false for ≤ and <. Null where the sign does not say. */
  readonly more: boolean | null;
}

/** From here on a percentage may be meant by a fraction: see Percent in the functions. */
const FRACTION_TO = 1.5;
const SMALL_TARGET = 15;

/** Words with which clerks say that a deadline was kept. */
const IN_TIME = /^已?(?:按时|按期|及时|如期|提前)(?:全部)?(?:完成|实施|办结|发放|拨付|支付|报送|到位)?$/u;

/** Null where the two can't be compared: words, another unit, an unsure scale. */
export function outcomeOf(indicator: Indicator, table: IndicatorTable): Outcome | null {
  const { reading, actual } = indicator;
  if (!actual) return null;
  switch (reading.kind) {
    case 'quantity': {
      const value = numberOf(actual, reading.unit ?? indicator.unit?.value ?? null, reading.value);
      if (value === null) return null;
      const operator = reading.operator ?? (isHeldDown(indicator, reading.unit) ? '≤' : '≥');
      const difference = new Big(value).cmp(reading.value);
      const met =
        operator === '≥'
          ? difference >= 0
          : operator === '>'
            ? difference > 0
            : operator === '≤'
              ? difference <= 0
              : operator === '<'
                ? difference < 0
                : difference >= 0;
      return {
        met,
        degree: reading.value > 0 ? new Big(value).div(reading.value).toNumber() : null,
        more: operator === '≤' || operator === '<' ? false : operator === '=' ? null : true,
      };
    }
    case 'range': {
      const value = numberOf(actual, reading.unit ?? indicator.unit?.value ?? null, reading.high);
      if (value === null) return null;
      return { met: value >= reading.low && value <= reading.high, degree: null, more: null };
    }
    case 'date':
      return onTime(actual, reading.value, table.year?.value ?? null);
    default:
      return null;
  }
}

/** What asks for a reason (10号): short of the target, far above it, or far below a limit. */
export type Deviation = 'short' | 'above' | 'below';

export function deviationOf(
  outcome: Outcome,
  settings: Pick<RuleSettings, 'overAchievement' | 'underspending'>,
): Deviation | null {
  const { met, degree, more } = outcome;
  if (!met) return 'short';
  if (degree === null) return null;
  if (more === false) return degree > 0 && degree < settings.underspending ? 'below' : null;
  return degree > settings.overAchievement ? 'above' : null;
}

function onTime(actual: Field<number | string>, deadline: string, year: number | null): Outcome | null {
  const text = actual.raw.replace(/\s+/gu, '');
  if (IN_TIME.test(text)) return { met: true, degree: null, more: false };
  const [date, ...others] = findDates(actual.raw, year);
  if (!date || others.length > 0 || !date.valid || date.last === null) return null;
  const [day, last] = [dated(date.last, year), dated(deadline, year)];
  if (!day || !last) return null;
  // A month that holds the deadline may end before or after it.
  if (day !== last && date.value.replace(/^--/u, '').length < 5 && day.slice(0, 7) === last.slice(0, 7)) return null;
  return { met: day <= last, degree: null, more: false };
}

function dated(value: string, year: number | null): string | null {
  return value.startsWith('--') ? (year === null ? null : `${year}${value.slice(1)}`) : value;
}

/** The actual value as a number in the target's unit. */
export function numberOf(actual: Field<number | string>, unit: string | null, target: number): number | null {
  const { value } = actual;
  if (typeof value === 'number') {
    const fraction = value > 0 && value <= FRACTION_TO && target >= SMALL_TARGET;
    if (fraction && actual.assumed === undefined && (unit === null || isPercentUnit(unit))) return null;
    return value;
  }
  const found = findQuantities(value);
  const [only] = found;
  return only && found.length === 1 && only.operator === null && only.unit === unit && !/[约近余左右]/u.test(value)
    ? only.value
    : null;
}

/**
 * The scores that the row's standard gives for its actual value, one for each reading of a part of a step, held to the
 * full mark as well; null where it can't be told.
 */
export function scoresOf(indicator: Indicator, table: IndicatorTable, sheet: SheetSnapshot): readonly number[] | null {
  const compiled = standardOf(indicator, table);
  const actual = indicator.actual;
  if (!compiled?.ok || !actual) return null;
  if (typeof actual.value === 'number' && unsure(indicator, actual, sheet)) return null;
  const result = evaluate(compiled.standard, actualFor(actual, compiled.standard));
  if (result.status !== 'scored') return null;
  const full = compiled.fullMark;
  const given = [result.score, ...result.otherReadings.map(({ score }) => score)];
  const held = given.map((score) => Math.max(0, full === null ? score : Math.min(full, score)));
  return [...new Set([...held, ...given])];
}

/** Where several results are needed, the cell's words are all needed: 达成预期指标，90% is more than its 90 %. */
export function actualFor(actual: Field<number | string>, { inputs }: Standard): number | string {
  return inputs.length > 1 && actual.assumed === 'split' ? actual.raw : actual.value;
}

/** A bare number whose scale the cell does not tell: 0.95 against 95%. */
function unsure(indicator: Indicator, actual: Field<number | string>, sheet: SheetSnapshot): boolean {
  const cell = cellAt(sheet, actual.cell);
  const bare = typeof cell?.value === 'number' ? cell.value : null;
  if (bare === null || bare === 0 || actual.assumed === 'number-format') return false;
  const unit = indicator.reading.unit ?? indicator.unit?.value ?? null;
  return bare <= FRACTION_TO && (unit === null || isPercentUnit(unit));
}

/** Whether a written score is one of those given: to two decimals, or to the one that people round to. */
export function isScore(written: number, given: readonly number[]): boolean {
  return given.some(
    (score) =>
      new Big(score).minus(written).abs().lt(0.01) || new Big(score).round(1, Big.roundHalfUp).eq(new Big(written)),
  );
}

/** 无, /, —: a cell filled with nothing. */
export function saysNothing(text: string | null | undefined): boolean {
  return /^(?:无|没有|不适用|暂无|无偏差|[/\\—–-]+|0)?$/u.test((text ?? '').replace(/[\s。.]+/gu, ''));
}
