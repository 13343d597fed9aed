import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '比率超过100%',
  messages: {
    above: '“{name}”不可能超过100%，指标值却是{sign}{value}%。请核对。',
    plain: '“{name}”最高只能是100%，“≥100%”就是“=100%”。请写“=”，更清楚。',
  },
  fixes: { equal: '比较符号改为“=”' },
};
