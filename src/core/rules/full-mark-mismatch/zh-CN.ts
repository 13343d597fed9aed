import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '满分与分值不一致',
  messages: {
    found: '“{name}”的评分标准写的满分是{stated}分，分值栏却是{full}分。请改成一致。',
  },
};
