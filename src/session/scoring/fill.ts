import { scoredExecution } from '../../core/rules/weights';
import { cellAt, contentOf, type CellContent, type CellRef, type SetEdit, type SheetSnapshot } from '../../core/sheet';
import { proposedScore, type Choices } from './choices';
import { closingEdit, closingOf, type ClosingChoices } from './closing';
import type { ScoredTable } from './table';
import { totalOf } from './total';

/** Scores to be written, and what the cells held from which they were reckoned. */
export interface ScoreFill {
  readonly sheet: string;
  /** 得分 of rows, 总分, 等级. */
  readonly edits: readonly SetEdit[];
  /** How many of the edits are scores of rows. */
  readonly scores: number;
  readonly basis: readonly { readonly cell: CellRef; readonly holds: CellContent }[];
}

/** The choices as edits, with the cells that they rest on: nothing is written where one of those has changed. */
export function fillOf(
  scored: ScoredTable,
  choices: Choices,
  sheet: SheetSnapshot,
  closings: ClosingChoices = {},
): ScoreFill {
  const { table, rows } = scored;
  const edits: SetEdit[] = [];
  const basis: ScoreFill['basis'][number][] = [];
  const restsOn = (cell: CellRef): void => void basis.push({ cell, holds: contentOf(cellAt(sheet, cell)) });
  for (const row of rows) {
    const score = proposedScore(row, choices);
    if (score === null || row.cell === null || score === row.existing) continue;
    edits.push({ kind: 'set', sheet: table.sheet, cell: row.cell, from: row.holds, to: { number: score } });
    const { actual, target, operator, unit, standard, weight } = row.indicator;
    for (const field of [actual, target, operator, unit, standard, weight]) if (field) restsOn(field.cell);
  }
  const scores = edits.length;
  const closing = closingOf(scored, totalOf(scored, choices));
  const ends = [
    closingEdit(table.sheet, closing.total, closings.total),
    closingEdit(table.sheet, closing.grade, closings.grade),
  ].filter((edit) => edit !== null);
  if (ends.length > 0) {
    // A total rests on the scores that stay as well.
    for (const { indicator } of rows) if (indicator.score) restsOn(indicator.score.cell);
    for (const { score } of scoredExecution(table)) if (score) restsOn(score.cell);
  }
  return { sheet: table.sheet, edits: [...edits, ...ends], scores, basis };
}
