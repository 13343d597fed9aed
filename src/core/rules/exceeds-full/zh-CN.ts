import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '得分可能超过满分',
  messages: {
    found:
      '“{name}”的评分标准会给出超过满分的分数：实际{actual}时得{score}分，满分是{full}分。请检查比例的分母或加上“最高不超过满分”。',
  },
};
