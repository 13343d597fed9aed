import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '目标低于上年实际',
  messages: {
    found:
      '“{name}”的目标{target}低于{year}年的实际完成值{actual}（{sheet}）。目标偏低的，请适当调高；有客观原因的，请说明。',
  },
};
