import Big from 'big.js';
import { FULL_POINTS, TARGET_POINTS } from '../../core/indicator';
import type { CellRef } from '../../core/sheet';
import { scoredExecution, weightsOf } from '../../core/rules/weights';
import { proposedScore, type Choices } from './choices';
import { executionPoints, type ExecutionChoice } from './execution';
import type { ScoredTable } from './table';

/** 优 ≥ 90, 良 ≥ 80, 中 ≥ 60 (财预〔2020〕10号). */
export type Grade = '优' | '良' | '中' | '差';

export interface ScoreTotal {
  /** Of the rounded scores, as people add them by hand. */
  readonly sum: number;
  /** Rows with a score. */
  readonly counted: number;
  /** Rows without one. */
  readonly missing: number;
  /** All full marks together; null where one is unknown. */
  readonly outOf: number | null;
  /** 预算执行率 of the funds grid, counted in. */
  readonly execution: { readonly weight: number; readonly score: number | null } | null;
  /** The table sums to 90: the ten points of 预算执行率 are not in it. */
  readonly withoutExecution: boolean;
  /** Only where all is scored and it is out of 100. */
  readonly grade: Grade | null;
  /** 总分 as it stands in the table, where it says something else. */
  readonly stated: number | null;
}

/** The total once the choices are written. Never rescaled. */
export function totalOf(scored: ScoredTable, choices: Choices, chosen?: ExecutionChoice): ScoreTotal {
  const { table, rows, places } = scored;
  let sum = new Big(0);
  let counted = 0;
  for (const row of rows) {
    const score = proposedScore(row, choices) ?? row.existing;
    if (score === null) continue;
    sum = sum.plus(new Big(score).round(2, 1));
    counted++;
  }
  const [fund] = scoredExecution(table);
  const points = scored.execution ? executionPoints(scored.execution, chosen) : (fund?.score?.value ?? null);
  const execution = fund ? { weight: fund.weight.value, score: points } : null;
  if (execution?.score) sum = sum.plus(new Big(execution.score).round(2, 1));
  const weights = weightsOf(table);
  const known = rows.length > 0 && weights.missing.length === 0;
  const marks = weights.sum.plus(execution?.weight ?? 0);
  const missing = rows.length - counted;
  const complete = known && missing === 0 && execution?.score !== null && marks.eq(FULL_POINTS);
  const total = sum.toNumber();
  const stated = table.total && places.total && isAt(table.total.cell, places.total.cell) ? table.total.value : null;
  return {
    sum: total,
    counted,
    missing,
    outOf: known ? marks.toNumber() : null,
    execution,
    withoutExecution: known && execution === null && marks.eq(TARGET_POINTS),
    grade: complete ? gradeOf(total) : null,
    stated: missing === 0 && stated !== null && stated !== total ? stated : null,
  };
}

/** In the row of 总分 there is the sum of 分值 too. */
function isAt(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column;
}

function gradeOf(total: number): Grade {
  return total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差';
}
