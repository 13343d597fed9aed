import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '预算执行率或其得分算错',
  messages: {
    rate: '“{label}”的执行率填的是{rate}，全年执行数{spent}÷全年预算数{budget}应为{right}。请核对。',
    initial:
      '“{label}”的执行率{rate}是用年初预算数算的。执行率的分母是全年预算数{budget}，全年执行数{spent}÷全年预算数应为{right}。请改正。',
    score: '“{label}”的执行率是{right}，得分填了{score}分。按比例应得{expected}分（分值{weight}分）。请核对。',
    over: '“{label}”的得分{score}分超过了分值{weight}分。请核对。',
  },
};
