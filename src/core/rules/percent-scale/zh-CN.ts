import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '百分数写成了小数',
  messages: {
    explained: '“{name}”的指标值是{value}%，指标解释写的是{found}%，相差100倍：像是把百分数写成了小数。请核对。',
    small: '“{name}”的指标值只有{value}%，像是把{to}%写成了小数。请核对。',
  },
  fixes: { scale: '指标值改为{to}' },
};
