import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '满分条件与指标值不一致',
  messages: {
    deadline: '“{name}”的评分标准以{threshold}为期限，指标值却是{target}。请改成一致。',
    found: '“{name}”的评分标准从{threshold}起得满分，指标值却是{target}。请改成一致。',
  },
};
