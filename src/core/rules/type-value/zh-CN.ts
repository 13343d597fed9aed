import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '指标类型与指标值不符',
  messages: {
    number: '“{name}”的类型是“{type}”，指标值“{value}”却是定量的。请改用比较符号。',
    words: '“{name}”的类型是“{type}”，指标值“{value}”却是文字。请改为“定性”，或者写明数值。',
    date: '“{name}”的指标值是日期“{value}”，类型填的是“定性”。有日期就能核对，表样允许的，请用“≤”。',
  },
  fixes: { sign: '类型改为“{to}”' },
};
