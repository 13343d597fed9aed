import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '总分或等级不对',
  messages: {
    total: '总分填的是{total}分，{count}行得分相加是{sum}分。请核对。',
    execution: '总分填的是{total}分，{count}行得分{rows}分加预算执行率得分{execution}分，是{sum}分。请核对。',
    grade:
      '总分{total}分，等级应为“{due}”，填的是“{grade}”（90分及以上为优，80分及以上为良，60分及以上为中，60分以下为差）。请核对总分和等级。',
  },
};
