import Big from 'big.js';
import type { ExecutionRow, Field, Indicator, IndicatorTable } from '../indicator';

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

export function weightsOf({ indicators }: IndicatorTable): Weights {
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
