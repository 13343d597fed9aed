import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '一格多个目标',
  messages: { several: '“{name}”的指标值里有{count}个目标：{parts}。一条指标只考核一件事，请拆成{count}条。' },
};
