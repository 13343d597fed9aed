import Big from 'big.js';
import type { Indicator, IndicatorTable, Level1 } from '../core/indicator';
import { costsOf, sumOf, yuanOf } from '../core/rules/amounts';
import type { Dimension, WeightScheme } from '../core/rules/rule';
import { nearestScheme, partOf, schemesFor, splitOf, weightsOf } from '../core/rules/weights';
import type { CellRef } from '../core/sheet';
import type { Counts, Group } from './groups';
import { proposedScore, totalOf, type Choices, type ScoreTotal, type ScoredTable } from './scoring';

export const DIMENSIONS: readonly Dimension[] = ['completeness', 'relevance', 'appropriateness', 'feasibility'];

/** Open problems by dimension of the review form: one fact counts once. */
export function countDimensions(groups: readonly Group[]): Readonly<Record<Dimension, Counts>> {
  const none = (): Record<keyof Counts, number> => ({ error: 0, warning: 0, info: 0 });
  const counts = { completeness: none(), relevance: none(), appropriateness: none(), feasibility: none() };
  for (const { root } of groups) counts[root.dimension][root.severity]++;
  return counts;
}

/** A level 1 of the table: by its part where it is one of the trees', else by its label. */
export interface WeightPart {
  readonly part: Level1 | null;
  /** As the first of its rows has it; '' where it has none. */
  readonly label: string;
  readonly rows: number;
  readonly points: number;
  /** By the local split, else 101号; null where none holds. */
  readonly expected: number | null;
  /** The first row's name, to go to. */
  readonly cell: CellRef;
}

export interface WeightOverview {
  readonly parts: readonly WeightPart[];
  /** All points, in 分. */
  readonly sum: number;
  /** Rows without points. */
  readonly missing: number;
}

export interface Bunch {
  readonly part: Level1 | null;
  readonly label: string;
  readonly rows: Indicator[];
}

/** Rows by level 1, in the order in which they come. */
export function bunchesOf(indicators: readonly Indicator[]): readonly Bunch[] {
  const bunches = new Map<string, Bunch>();
  for (const indicator of indicators) {
    const part = partOf(indicator);
    const label = indicator.level1?.value.replace(/\s+/gu, '') ?? '';
    const key = part ?? label;
    const bunch = bunches.get(key);
    if (bunch) bunch.rows.push(indicator);
    else bunches.set(key, { part, label, rows: [indicator] });
  }
  return [...bunches.values()];
}

function firstCell({ rows }: Bunch): CellRef {
  const [first] = rows;
  return first?.name?.cell ?? { row: first?.row ?? 0, column: 0 };
}

/** 分值 by level 1 beside the split that holds; null where the table has no points. */
export function weightOverview(table: IndicatorTable, local: readonly WeightScheme[]): WeightOverview | null {
  const weights = weightsOf(table);
  if (weights.rows.length === 0) return null;
  const pointOf = new Map(weights.rows.map(({ indicator, weight }) => [indicator, weight.value]));
  const split = weights.missing.length === 0 ? splitOf(weights) : null;
  const scheme = split && nearestScheme(split, schemesFor(split, weights.sum, local));
  const parts = bunchesOf(table.indicators).map((bunch): WeightPart => {
    const { part, label, rows } = bunch;
    return {
      part,
      label,
      rows: rows.length,
      points: rows.reduce((sum, row) => sum.plus(pointOf.get(row) ?? 0), new Big(0)).toNumber(),
      expected: scheme && part !== null && part !== 'input' ? (scheme[part] ?? 0) : null,
      cell: firstCell(bunch),
    };
  });
  return { parts, sum: weights.sum.toNumber(), missing: weights.missing.length };
}

export interface ScorePart {
  readonly part: Level1 | null;
  readonly label: string;
  /** Of the rounded scores, in 分. */
  readonly score: number;
  /** Null where a full mark is unknown. */
  readonly full: number | null;
  readonly rows: number;
  /** Rows with a score. */
  readonly counted: number;
  readonly cell: CellRef;
}

export interface ScoreOverview {
  readonly parts: readonly ScorePart[];
  readonly total: ScoreTotal;
}

/** Scores by level 1, as they are or will be once the choices are written; null where nothing is scored yet. */
export function scoreOverview(scored: ScoredTable, choices: Choices): ScoreOverview | null {
  const total = totalOf(scored, choices);
  if (total.counted === 0) return null;
  const rowOf = new Map(scored.rows.map((row) => [row.indicator, row]));
  const parts = bunchesOf(scored.table.indicators).map((bunch): ScorePart => {
    let score = new Big(0);
    let full: Big | null = new Big(0);
    let counted = 0;
    for (const indicator of bunch.rows) {
      const row = rowOf.get(indicator);
      const points = row ? (proposedScore(row, choices) ?? row.existing) : null;
      if (points !== null) {
        score = score.plus(new Big(points).round(2, Big.roundHalfUp));
        counted++;
      }
      full = row?.full == null ? null : (full?.plus(row.full) ?? null);
    }
    const { part, label, rows } = bunch;
    return {
      part,
      label,
      score: score.toNumber(),
      full: full?.toNumber() ?? null,
      rows: rows.length,
      counted,
      cell: firstCell(bunch),
    };
  });
  return { parts, total };
}

export interface MoneyOverview {
  /** In the unit of the budget. */
  readonly budget: number;
  readonly costs: number;
  readonly unit: '元' | '万元';
  readonly count: number;
  readonly budgetCell: CellRef;
  /** The first cost. */
  readonly costCell: CellRef;
}

/** The budget beside all costs that state an amount of money; null where one of them is missing. */
export function moneyOverview(table: IndicatorTable): MoneyOverview | null {
  const total = table.budget?.total;
  const costs = costsOf(table);
  const [first] = costs;
  if (!total || !first) return null;
  const unit = total.value.unit ?? '万元';
  const shown = (yuan: Big): number => (unit === '元' ? yuan : yuan.div(10_000)).round(6).toNumber();
  return {
    budget: shown(yuanOf(total)),
    costs: shown(sumOf(costs)),
    unit,
    count: costs.length,
    budgetCell: total.cell,
    costCell: first.target.cell,
  };
}
