import Big from 'big.js';
import { isSatisfaction, level1Of, weightScheme } from '../indicator';
import type { ExecutionRow, Field, Indicator, IndicatorTable, Level1 } from '../indicator';
import type { WeightScheme } from './rule';

/** 分值 of a table's rows: each cell once, a merged one belonging to the first of its rows. */
export interface Weights {
  readonly rows: readonly { readonly indicator: Indicator; readonly weight: Field<number> }[];
  readonly sum: Big;
  /** Rows that should have a weight and have none. */
  readonly missing: readonly Indicator[];
  /** Taken from the full marks that the standards state: the form has no column for them. */
  readonly assumed: boolean;
}

/** Columns of a sheet: makes one number of row and column. */
const COLUMNS = 16_384;

/** Several rules ask, and the answer is the table's. */
const added = new WeakMap<IndicatorTable, Weights>();

export function weightsOf(table: IndicatorTable): Weights {
  let known = added.get(table);
  if (!known) added.set(table, (known = addUp(table)));
  return known;
}

function addUp({ indicators }: IndicatorTable): Weights {
  const rows: { indicator: Indicator; weight: Field<number> }[] = [];
  const missing: Indicator[] = [];
  const seen = new Set<number>();
  let sum = new Big(0);
  for (const indicator of indicators) {
    const { weight } = indicator;
    if (!weight || !Number.isFinite(weight.value)) {
      if (indicator.name) missing.push(indicator);
      continue;
    }
    const place = weight.cell.row * COLUMNS + weight.cell.column;
    if (weight.assumed !== 'standard' && seen.has(place)) continue;
    seen.add(place);
    rows.push({ indicator, weight });
    sum = sum.plus(weight.value);
  }
  return { rows, sum, missing, assumed: rows.some(({ weight }) => weight.assumed === 'standard') };
}

/** The parts into which the points are split, in the order of the forms. */
export const WEIGHT_PARTS: readonly (keyof WeightScheme)[] = ['cost', 'output', 'benefit', 'satisfaction'];

/** Level 1 of a row; satisfaction counts by itself, also where the table puts it under 效益. */
export function partOf({ level1, level2 }: Indicator): Level1 | null {
  if (level2 && isSatisfaction(level2.value)) return 'satisfaction';
  return level1 ? level1Of(level1.value) : null;
}

/** Points by part, parts without rows left out; null where a row belongs to none of them. */
export function splitOf({ rows }: Weights): WeightScheme | null {
  const found: Partial<Record<keyof WeightScheme, Big>> = {};
  for (const { indicator, weight } of rows) {
    const part = partOf(indicator);
    if (part === null || part === 'input') return null;
    found[part] = (found[part] ?? new Big(0)).plus(weight.value);
  }
  return Object.fromEntries(Object.entries(found).map(([part, value]) => [part, plain(value)]));
}

/** The splits that hold for these points: the local ones of this total, else the national one for the same parts. */
export function schemesFor(points: WeightScheme, sum: Big, local: readonly WeightScheme[]): readonly WeightScheme[] {
  const fitting = local.filter((scheme) => sum.eq(pointsOf(scheme)));
  return fitting.length > 0 ? fitting : [weightScheme(points.cost !== undefined, points.satisfaction !== undefined)];
}

/** Of several splits, the one for the same parts says best what is expected. */
export function nearestScheme(points: WeightScheme, schemes: readonly WeightScheme[]): WeightScheme {
  const sameParts = (scheme: WeightScheme): boolean =>
    WEIGHT_PARTS.every((part) => (points[part] === undefined) === (scheme[part] === undefined));
  return (schemes.find(sameParts) ?? schemes[0]) as WeightScheme;
}

export function pointsOf(scheme: WeightScheme): Big {
  return WEIGHT_PARTS.reduce((total, part) => total.plus(scheme[part] ?? 0), new Big(0));
}

const EXECUTION = /(?:预算|资金|支出|经费)总?的?(?:执行|完成|支出)(?:进度)?率|^执行率$/u;

/** Whether an indicator measures the execution of the budget itself. */
export function isExecutionRate(indicator: Indicator): boolean {
  return isExecutionName(indicator.name?.value ?? '');
}

export function isExecutionName(name: string): boolean {
  return EXECUTION.test(name.replace(/\s+/gu, ''));
}

/** The rows of the funds grid that carry points. */
export function scoredExecution({ execution }: IndicatorTable): readonly (ExecutionRow & { weight: Field<number> })[] {
  return execution.filter((row): row is ExecutionRow & { weight: Field<number> } => (row.weight?.value ?? 0) > 0);
}

/** 90, 4835.36: no trailing zeros. */
export function plain(amount: Big): number {
  return amount.round(6).toNumber();
}
