import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '必设指标缺失',
  messages: {
    level1: '表里没有{lacking}。产出指标和效益指标是必设的，请补充。',
    level2: '产出指标下没有{lacking}。数量指标和质量指标原则上都要设置，请补充；确实不宜设置的，请说明理由。',
  },
};
