import { normalize } from './fold';

const PERCENT = new Set(['%', '百分比', '百分数', '百分率', '百分之', '%(百分比)', '百分比(%)', '百分号']);

/** 计量单位 that says percent, however it is written. */
export function isPercentUnit(unit: string | null | undefined): boolean {
  return unit !== null && unit !== undefined && PERCENT.has(normalize(unit));
}
