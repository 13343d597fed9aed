import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '数量指标没有数',
  messages: { words: '数量指标“{name}”的指标值是“{value}”，没有可以核对的数。请写明数量，或者移到其他二级指标下。' },
};
