import type { CellContent, SheetSnapshot } from '../../core/sheet';
import { proposedScore, type Choices } from './choices';
import { formulaOf, isOwnFormula, sameFormula, type FormulaOffer, type ScoreWriting } from './formula';
import type { ScoredRow } from './rows';
import type { ScoredTable } from './table';

/** What will stand in a row's cell for 得分. */
export interface Plan {
  readonly score: number;
  readonly to: CellContent;
  /** Null where the number was asked for; else the formula, or why the number is written all the same. */
  readonly formula: FormulaOffer | null;
}

/** By row of the sheet; rows that stay as they are have none. */
export type Plans = ReadonlyMap<number, Plan>;

const AS_VALUE: ScoreWriting = { form: 'value' };

export function plansOf(
  scored: ScoredTable,
  choices: Choices,
  sheet: SheetSnapshot,
  writing: ScoreWriting = AS_VALUE,
): Plans {
  const plans = new Map<number, Plan>();
  for (const row of scored.rows) {
    const plan = planOf(scored, row, choices, sheet, writing);
    if (plan) plans.set(row.indicator.row, plan);
  }
  return plans;
}

function planOf(
  scored: ScoredTable,
  row: ScoredRow,
  choices: Choices,
  sheet: SheetSnapshot,
  writing: ScoreWriting,
): Plan | null {
  const score = proposedScore(row, choices);
  if (score === null || score === row.existing) {
    return writing.form === 'value' ? null : settledPlan(scored, row, sheet, writing);
  }
  if (writing.form === 'value') return { score, to: { number: score }, formula: null };
  const tried = choices.get(row.indicator.row)?.tried;
  const formula = formulaOf(scored, row, { score, ...(tried ? { tried } : {}) }, sheet, writing);
  return { score, to: formula.ok ? { formula: formula.formula } : { number: score }, formula };
}

/** A right score that is there already takes the form that was asked for; a person's own formula stays. */
function settledPlan(
  scored: ScoredTable,
  row: ScoredRow,
  sheet: SheetSnapshot,
  writing: Exclude<ScoreWriting, { form: 'value' }>,
): Plan | null {
  const { existing: score, status, cell, holds } = row;
  if (status !== 'settled' || cell === null || score === null) return null;
  const formula = formulaOf(scored, row, { score }, sheet, writing);
  if (!formula.ok || sameFormula(formula.formula, holds)) return null;
  if (!('number' in holds) && !isOwnFormula(scored, row, score, sheet, writing.maker)) return null;
  return { score, to: { formula: formula.formula }, formula };
}
