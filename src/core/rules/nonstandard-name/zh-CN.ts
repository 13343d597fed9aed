import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '二级指标名称不规范',
  messages: {
    one: '没有“{name}”这一类二级指标，应是{names}。请改正，否则不能归类汇总。',
    several: '没有“{name}”这一类二级指标，可能是{names}。请改正，否则不能归类汇总。',
  },
  fixes: { rename: '改为“{name}”' },
};
