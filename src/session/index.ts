export { planFormulas } from './formulas';
export type { FormulaCommand, FormulaOutcome, FormulaRequest, LeftReason, Translation } from './formulas';
export * from './groups';
export { markEdits } from './marks';
export * from './record';
export { createSession } from './session';
export type { Author, Finish, Insertion, Session, SessionOptions, WholeCheck, WriteRequest } from './contract';
export { DEFAULT_USER_SETTINGS } from './settings';
export type { Settings, SettingsStorage, Thresholds } from './settings';
export type {
  Activity,
  AllSheets,
  Checked,
  Notice,
  NoticeCode,
  Phase,
  Problem,
  ProblemCode,
  ReferenceFile,
  SessionState,
  SheetSummary,
  View,
} from './state';
