import type { IndicatorTable } from '../../core/indicator';
import type { SheetSnapshot } from '../../core/sheet';
import { scoreExecution, type ScoredExecution } from './execution';
import { findPlaces, type Places } from './places';
import { scoreRow, sharedWeights, type ScoredRow } from './rows';

export interface ScoredTable {
  readonly table: IndicatorTable;
  /** In the order of the sheet. */
  readonly rows: readonly ScoredRow[];
  /** Whether the form has a column for the scores. */
  readonly hasScoreColumn: boolean;
  readonly hasActualColumn: boolean;
  readonly hasStandards: boolean;
  /** Where the form has room for 总分 and 等级. */
  readonly places: Places;
  /** 预算执行率 of the funds grid, where it carries points and can be reckoned. */
  readonly execution: ScoredExecution | null;
}

/** Scores every table of a sheet, a row at a step: a large one must not hold up the interface. Pure. */
export function* scoring(
  tables: readonly IndicatorTable[],
  sheet: SheetSnapshot,
): Generator<void, readonly ScoredTable[]> {
  const scored: ScoredTable[] = [];
  for (const table of tables) {
    const column = (field: 'score' | 'actual'): number | null =>
      table.columns.find((found) => found.field === field)?.column ?? null;
    const columns = { score: column('score'), actual: column('actual') };
    const shared = sharedWeights(table, sheet);
    const rows: ScoredRow[] = [];
    for (const indicator of table.indicators) {
      rows.push(scoreRow(indicator, table, sheet, columns, shared));
      yield;
    }
    scored.push({
      table,
      rows,
      hasScoreColumn: columns.score !== null,
      hasActualColumn: columns.actual !== null,
      hasStandards: table.indicators.some(({ standard }) => standard !== null),
      places: findPlaces(table, sheet),
      execution: scoreExecution(table, sheet),
    });
  }
  return scored;
}

/** As `scoring`, in one go. */
export function scoreTables(tables: readonly IndicatorTable[], sheet: SheetSnapshot): readonly ScoredTable[] {
  const work = scoring(tables, sheet);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
