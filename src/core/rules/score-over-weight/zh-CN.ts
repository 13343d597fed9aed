import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '得分超出分值',
  messages: {
    over: '“{name}”的分值是{weight}分，得分却填了{score}分。请核对，得分不能超过分值。',
    negative: '“{name}”的得分是{score}分。请改正，扣分扣完为止，得分不能小于0。',
  },
  fixes: { write: '得分改为{score}' },
};
