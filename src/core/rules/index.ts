// Generated from the folders beside this file by `npm run generate`.
import { rule as operatorTypo } from './operator-typo';
import { wording as operatorTypoEn } from './operator-typo/en-US';
import { wording as operatorTypoZh } from './operator-typo/zh-CN';
import type { RuleEntry } from './rule';

/** Every rule, by code. */
export const RULES: readonly RuleEntry[] = [
  { rule: operatorTypo, wording: { 'zh-CN': operatorTypoZh, 'en-US': operatorTypoEn } },
];
