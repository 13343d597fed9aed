import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '结果更好得分反而更低',
  messages: {
    found:
      '“{name}”的评分标准会奖励更差的结果：实际{actual}得{score}分，更好的{better}反而只得{betterScore}分。请改为结果越好、得分越高。',
  },
};
