export { applyEdits, cellOfContent, isSet, safeEdits } from './apply';
export type { ApplyOutcome, EditConflict } from './apply';
export { check, checkNow } from './check';
export type { CheckInput, CheckProgress, CheckResult, RuleFailure, SheetResult } from './check';
