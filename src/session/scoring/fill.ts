import { scoredExecution } from '../../core/rules/weights';
import { cellAt, contentOf, type CellContent, type CellRef, type SetEdit, type SheetSnapshot } from '../../core/sheet';
import type { Choices } from './choices';
import { closingEdit, closingOf, type ClosingChoices } from './closing';
import { executionContent } from './execution';
import type { ScoreForm } from './formula';
import { plansOf, type Plans } from './plan';
import type { ScoredTable } from './table';
import { totalOf } from './total';

/** Scores to be written, and what the cells held from which they were reckoned. */
export interface ScoreFill {
  readonly sheet: string;
  /** 得分 of rows and of 预算执行率, its rate, 总分, 等级. */
  readonly edits: readonly SetEdit[];
  /** How many scores are among the edits, that of 预算执行率 with its rate being one. */
  readonly scores: number;
  /** How many of the edits are 总分 and 等级. */
  readonly ends: number;
  readonly basis: readonly { readonly cell: CellRef; readonly holds: CellContent }[];
}

/** The choices as edits, with the cells that they rest on: nothing is written where one of those has changed. */
export function fillOf(
  scored: ScoredTable,
  choices: Choices,
  sheet: SheetSnapshot,
  closings: ClosingChoices = {},
  plans: Plans = plansOf(scored, choices, sheet),
  form: ScoreForm = 'value',
): ScoreFill {
  const { table, rows } = scored;
  const edits: SetEdit[] = [];
  const basis: ScoreFill['basis'][number][] = [];
  const restsOn = (cell: CellRef): void => void basis.push({ cell, holds: contentOf(cellAt(sheet, cell)) });
  for (const row of rows) {
    const plan = plans.get(row.indicator.row);
    if (!plan || row.cell === null) continue;
    edits.push({ kind: 'set', sheet: table.sheet, cell: row.cell, from: row.holds, to: plan.to });
    const { actual, target, operator, unit, standard, weight } = row.indicator;
    for (const field of [actual, target, operator, unit, standard, weight]) if (field) restsOn(field.cell);
  }
  const execution = executionEdits(scored, closings, form);
  if (execution.length > 0) basis.push(...(scored.execution?.basis ?? []));
  const scores = edits.length + (execution.length > 0 ? 1 : 0);
  const closing = closingOf(scored, totalOf(scored, choices, closings.execution));
  const ends = [
    closingEdit(table.sheet, closing.total, closings.total),
    closingEdit(table.sheet, closing.grade, closings.grade),
  ].filter((edit) => edit !== null);
  if (ends.length > 0) {
    // A total rests on the scores that stay as well.
    for (const { indicator } of rows) if (indicator.score) restsOn(indicator.score.cell);
    for (const { score } of scoredExecution(table)) if (score) restsOn(score.cell);
  }
  return { sheet: table.sheet, edits: [...edits, ...execution, ...ends], scores, ends: ends.length, basis };
}

/** 执行率 where it is blank, or chosen to be put right, and its points. */
function executionEdits(
  { table: { sheet }, execution }: ScoredTable,
  choices: ClosingChoices,
  form: ScoreForm,
): SetEdit[] {
  if (!execution) return [];
  const { rate, score } = execution;
  const edits: SetEdit[] = [];
  const wanted = choices.rate ?? (rate && 'blank' in rate.holds ? 'value' : 'leave');
  if (rate && !rate.right && wanted === 'value') {
    edits.push({ kind: 'set', sheet, cell: rate.cell, from: rate.holds, to: rate.to });
  }
  const to = executionContent(execution, choices.execution, form);
  if (score && to) edits.push({ kind: 'set', sheet, cell: score.cell, from: score.holds, to });
  return edits;
}
