import { squash } from '../text';

/** 其中：一般公共预算拨款（万元） → 一般公共预算: by this the kinds of funds of two forms are compared. */
export function fundKey(label: string): string {
  return squash(label)
    .replace(/^其中[:,、]?/u, '')
    .replace(/^\(?[\d一二三四五六七八九十]{1,2}[.、)]/u, '')
    .replace(/\([^()]{0,20}\)/gu, '')
    .replace(/[:：]$/u, '')
    .replace(/(.{2})(?:拨款|资金|收入)$/u, '$1');
}
