import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '照抄的文字',
  messages: {
    goal: '实际完成情况与预期目标一字不差。请写实际做了什么、做到什么程度。',
    reason: '{count}行的偏差原因都是“{text}”。请按每项指标的实际情况分别说明。',
  },
};
