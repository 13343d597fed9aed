import type { Field, Indicator, IndicatorTable, Target } from '../indicator';
import { findDates } from '../text';
import type { CellRef } from '../sheet';
import type { RuleSettings } from './rule';

/** A place that speaks for a year other than the title's. */
export interface YearGround {
  readonly kind: 'deadline' | 'signing' | 'plan' | 'goal';
  readonly cell: CellRef;
  /** The words that say so. */
  readonly text: string;
}

/** What the table says of its year, put together. */
export interface YearEvidence {
  /** As stated in title or head; null where it is stated nowhere. */
  readonly stated: Field<number> | null;
  /** The year that everything else speaks for; null where the stated year holds, or too little speaks against it. */
  readonly likely: number | null;
  readonly grounds: readonly YearGround[];
}

/** Years of a target's dates, from its reading or, where that is words, from the words. */
export function targetYears(indicator: Indicator, near: number | null): readonly number[] {
  const years = new Set<number>();
  const take = (target: Target): void => {
    if (target.kind === 'multiple') target.parts.forEach(take);
    else if (target.kind === 'date' && !target.value.startsWith('--')) years.add(Number(target.value.slice(0, 4)));
  };
  take(indicator.reading);
  if (years.size === 0 && indicator.reading.kind !== 'quantity' && indicator.target) {
    for (const { year } of findDates(indicator.target.raw, near)) if (year !== null) years.add(year);
  }
  return [...years].filter((year) => year >= 1990 && year <= 2100);
}

const PLAN = /十([一二三四五六七八九])五/gu;
const ORDINALS = '一二三四五六七八九';

/** Five-year plans that a text names, by their first year: 十五五 → 2026. */
function plansIn(text: string): { readonly first: number; readonly words: string }[] {
  return [...text.matchAll(PLAN)].map((match) => ({
    first: 2001 + 5 * (ORDINALS.indexOf(match[1] ?? '') + 1),
    words: match[0],
  }));
}

/** Months from January of year 0, for comparing dates with windows. */
function monthOf(date: string): number | null {
  const match = /^(\d{4})-(\d{2})/u.exec(date);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null;
}

/** Whether a date of signing lies in the usual window of a table of that year and kind. */
export function inSigningWindow(
  date: string,
  year: number,
  kind: IndicatorTable['kind'],
  settings: RuleSettings,
): boolean {
  const month = monthOf(date);
  if (month === null) return true;
  const [first, last] = settings.signingMonths[kind];
  return month >= year * 12 + first && month <= year * 12 + last;
}

/** `2025-07`: the month `offset` months from January of `year`. */
export function monthName(year: number, offset: number): string {
  const months = year * 12 + offset;
  return `${Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/**
 * Whether the stated year is itself the likely slip: every dated target names one other year, and a second target,
 * the date of signing or the goal says the same. One deadline alone is a matter of its own row.
 */
export function yearEvidence(table: IndicatorTable, settings: RuleSettings): YearEvidence {
  const known = weighed.get(table);
  if (known?.settings === settings) return known.evidence;
  const evidence = weigh(table, settings);
  weighed.set(table, { settings, evidence });
  return evidence;
}

/** Every row asks, and the answer is the table's. */
const weighed = new WeakMap<IndicatorTable, { readonly settings: RuleSettings; readonly evidence: YearEvidence }>();

function weigh(table: IndicatorTable, settings: RuleSettings): YearEvidence {
  const stated = table.year && table.year.assumed !== 'implied' ? table.year : null;
  const nothing: YearEvidence = { stated, likely: null, grounds: [] };
  if (!stated || table.multiYear) return nothing;

  const dated = table.indicators
    .map((indicator) => ({ indicator, years: targetYears(indicator, stated.value) }))
    .filter(({ years }) => years.length > 0);
  const named = new Set(dated.flatMap(({ years }) => years));
  if (named.size !== 1 || named.has(stated.value)) return nothing;
  const likely = [...named][0] as number;

  const grounds: YearGround[] = [];
  for (const { indicator } of dated) {
    const { target } = indicator;
    if (target) grounds.push({ kind: 'deadline', cell: target.cell, text: target.raw.replace(/\s+/gu, '') });
  }
  const { date } = table.foot;
  if (
    date &&
    inSigningWindow(date.value, likely, table.kind, settings) &&
    !inSigningWindow(date.value, stated.value, table.kind, settings)
  ) {
    grounds.push({ kind: 'signing', cell: date.cell, text: date.value });
  }
  const { goal } = table;
  if (goal) {
    const covers = (first: number, year: number): boolean => year >= first && year < first + 5;
    const plans = plansIn(goal.value);
    const plan = plans.find(({ first }) => covers(first, likely));
    if (plan && !plans.some(({ first }) => covers(first, stated.value))) {
      grounds.push({ kind: 'plan', cell: goal.cell, text: plan.words });
    }
    if (goal.value.includes(`${likely}年`) && !goal.value.includes(`${stated.value}年`)) {
      grounds.push({ kind: 'goal', cell: goal.cell, text: `${likely}年` });
    }
  }
  return grounds.length > 1 ? { stated, likely, grounds } : nothing;
}
