import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '目标里的数没有对应指标',
  messages: {
    found: '绩效目标里写了{numbers}，指标里没有对应的数。重要的任务请设指标，或核对两处是否一致。',
  },
};
