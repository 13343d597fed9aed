export { applyEdits, cellOfContent, isSet, safeEdits } from './apply';
export type { ApplyOutcome, EditConflict } from './apply';
export { check, checkNow } from './check';
export type { CheckInput, CheckProgress, CheckResult, RuleFailure, SheetResult } from './check';
export { compareVersions } from './compare';
export type { Comparison, RowChange, Version } from './compare';
export { proposeReview } from './proposal';
export type { Proposal } from './proposal';
