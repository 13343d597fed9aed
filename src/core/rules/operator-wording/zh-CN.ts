import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '比较符号与文字不一致',
  messages: {
    explanation: '“{name}”的比较符号是“{sign}”，指标解释写的却是“{words}”，两处的达标要求不同。请统一。',
    target: '“{name}”的比较符号是“{sign}”，指标值里写的却是“{words}”，两处的达标要求不同。请统一。',
    same: '“{name}”的比较符号是“{sign}”，文字写的却是“{words}”。该比率不会超过100%，两种写法结果相同，但写法应当统一。',
  },
  fixes: { sign: '比较符号改为“{to}”', words: '文字改为“{to}”' },
};
