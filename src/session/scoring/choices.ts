import { evaluate, type Actual, type Standard } from '../../core/scoring';
import { optionsOf, type ScoredRow, type ScoreOption } from './rows';

/** A score that a person picked for a row. */
export interface Choice {
  readonly score: number;
  /** The results that were tried for it, where it does not rest on the row's own 实际完成值. */
  readonly tried?: readonly string[];
}

/** What the person decided: scores to be written, by row of the sheet; of other rows, those of `fill` are written. */
export type Choices = ReadonlyMap<number, Choice>;

/** Several counts that weigh the same are given as one total. */
export function isPooled({ inputs }: Standard): boolean {
  return inputs.length > 1 && inputs.every(({ pooled }) => pooled === true);
}

/** The results typed by a person, one for each input, as the compiler takes them. */
export function actualFrom(standard: Standard, tried: readonly string[]): Actual {
  return standard.inputs.length === 1 || isPooled(standard)
    ? (tried[0] ?? '')
    : standard.inputs.map((_, index) => tried[index] ?? '');
}

/** The scores that results typed by a person may give a row; none where they can't be scored. */
export function triedOptions({ compiled, full }: ScoredRow, tried: readonly string[]): readonly ScoreOption[] {
  if (!compiled.ok) return [];
  const evaluation = evaluate(compiled.standard, actualFrom(compiled.standard, tried));
  return evaluation.status === 'scored' ? optionsOf(evaluation, full) : [];
}

/** What will be written in a row; null for what stays. Only what the row or the tried results offer is ever written. */
export function proposedScore(row: ScoredRow, choices: Choices): number | null {
  if (!row.cell) return null;
  const chosen = choices.get(row.indicator.row);
  if (chosen) {
    const options = chosen.tried ? triedOptions(row, chosen.tried) : row.options;
    if (options.some(({ score }) => score === chosen.score)) return chosen.score;
  }
  return row.status === 'fill' ? (row.options[0]?.score ?? null) : null;
}
