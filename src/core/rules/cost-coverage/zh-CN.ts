import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '大额支出没有对应指标',
  messages: {
    uncovered:
      '“{label}”{amount}，占资金总额{total}的{share}%，却没有对应的产出或成本指标；现有成本指标合计{costs}，正好不含这一部分。请补充指标。',
  },
};
