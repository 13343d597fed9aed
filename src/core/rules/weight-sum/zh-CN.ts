import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '分值合计不对',
  messages: {
    target:
      '各指标分值合计{sum}分。绩效目标表应为90分（另有预算执行率10分在自评时设置），含预算执行率的应为100分。请核对分值。',
    evaluation: '各指标分值合计{sum}分。自评表连同预算执行率10分应为100分，即各指标合计90分。请核对分值。',
    execution: '各指标分值合计{sum}分，加上预算执行率{execution}分是{total}分，应为100分。请核对分值。',
    blank: '已填的分值合计{sum}分，各指标应为{expected}分，还有{missing}行没有填写分值。请先补填。',
  },
};
