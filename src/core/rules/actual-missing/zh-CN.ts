import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '实际完成值未填或不是数',
  messages: {
    all: '{count}行的实际完成值都还没有填。请逐行填写后再检查。',
    blank: '“{name}”的实际完成值没有填。请填写实际完成了多少。',
    words: '“{name}”的目标是{target}，实际完成值却写成“{actual}”。定量指标请填写完成的数。',
  },
};
