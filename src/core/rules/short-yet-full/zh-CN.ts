import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '没有完成却得满分',
  messages: {
    found: '“{name}”目标{target}，实际{actual}，没有完成，却得了满分{weight}分。请核对实际完成值和得分。',
  },
};
