import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '数字写法不规范',
  messages: {
    width: '“{name}”的“{text}”用了全角数字或符号，不能参与计算。请改为半角。',
    groups: '“{name}”的“{text}”是带分隔符的文字，不能参与计算。请去掉分隔符。',
    torn: '“{name}”的“{text}”中间断开，一个数成了两截。请连起来。',
  },
  fixes: { clean: '改为“{text}”' },
};
