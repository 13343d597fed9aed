import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '元与万元混淆',
  messages: {
    budget: '“{label}”是{amount}，资金总额是{total}，正好相差一万倍，应是元与万元写混了。请核对单位。',
    cost: '“{name}”的成本是{cost}，资金总额是{total}，正好相差一万倍，应是元与万元写混了。请核对单位。',
    initial: '年初预算数是{initial}，目标表（{sheet}）的资金总额是{total}。年初预算应与批复的目标表一致，请核对。',
    initialUnit:
      '年初预算数是{initial}，目标表（{sheet}）的资金总额是{total}，正好相差一万倍，应是元与万元写混了。请核对单位。',
    row: '“{name}”的指标值是{value}{unit}，这里写的是{value}{other}，同一个数单位不同。请核对单位。',
  },
};
