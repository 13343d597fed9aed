export * from './fill';
export * from './render';
export { uiText } from './ui';
export type { UiText } from './ui.zh-CN';
