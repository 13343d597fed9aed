import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '不适用的指标设了分值',
  messages: {
    weighted: '“{name}”写着“{words}”，却有{weight}分，没有办法评分。请删去这个指标，把分值分给其他指标。',
  },
};
