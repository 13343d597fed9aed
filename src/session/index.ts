export * from './groups';
export { markEdits } from './marks';
export * from './record';
export { createSession } from './session';
export type { Session, SessionOptions } from './session';
export { DEFAULT_USER_SETTINGS } from './settings';
export type { Settings, SettingsStorage } from './settings';
export type { Activity, Checked, Notice, NoticeCode, Phase, Problem, ProblemCode, SessionState } from './state';
