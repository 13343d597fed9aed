/**
 * 评分: what the standards of the checked tables give, what of it may be written, and what a person has to decide.
 * Not part of the session's own index: the compiler is loaded with the view that needs it.
 */
export { adoptionOf } from './adoption';
export type { Adoption } from './adoption';
export { assist, rowEdits } from './assist';
export type { Assistance } from './assist';
export { actualFrom, isPooled, proposedScore, triedOptions } from './choices';
export type { Choice, Choices } from './choices';
export { closingOf } from './closing';
export type { Closing, ClosingChoice, ClosingChoices, ClosingOffer } from './closing';
export { EXECUTION_BASES } from '../../core/rules/executions';
export { executionFormula, presetOf } from './execution';
export type { ExecutionChoice, ScoredExecution } from './execution';
export { fillOf } from './fill';
export type { ScoreFill } from './fill';
export { SCORE_FORMS } from './formula';
export type { FormulaMaker, FormulaOffer, Given, ScoreForm, ScoreWriting } from './formula';
export type { Place, Places } from './places';
export { plansOf } from './plan';
export type { Plan, Plans } from './plan';
export { ROW_STATUSES } from './rows';
export type { Reason, RowReason, RowStatus, ScoredRow, ScoreOption } from './rows';
export { scoreTables, scoring } from './table';
export type { ScoredTable } from './table';
export { totalOf } from './total';
export type { Grade, ScoreTotal } from './total';
