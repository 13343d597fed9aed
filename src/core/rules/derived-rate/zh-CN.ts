import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '推算数不一致',
  messages: {
    rate: '“{name}”的指标值是{value}，按“{words}”推算是{computed}%。请核对。',
    total: '“{name}”写的是{value}，按“{words}”推算是{computed}。请核对。',
    equation: '“{name}”里的算式“{words}”不成立，左边等于{computed}。请核对。',
  },
};
