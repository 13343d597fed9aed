export { ownRule } from './rule';
export { COMPARISONS, LIMITS, OWN_CODE, ownChecks, PLACEHOLDERS, SUBJECTS, TABLE_FIELDS } from './schema';
export type { Condition, OwnCheck, OwnProblem } from './schema';
