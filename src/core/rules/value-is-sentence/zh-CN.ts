import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '指标值重复名称或解释',
  messages: {
    name: '“{name}”的指标值重复了指标名称。请只写要达到的值。',
    explanation: '“{name}”的指标值照抄了指标解释。请只写要达到的值。',
  },
  fixes: { shorten: '只保留“{to}”' },
};
