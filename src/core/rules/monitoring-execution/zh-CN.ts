import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '监控表的执行数有误',
  messages: {
    above: '“{label}”1—{month}月执行数{spent}超过了预算数{budget}。请核对。',
    rate: '“{label}”的执行率填的是{rate}，执行数{spent}÷预算数{budget}应为{right}。请核对。',
    forecast: '“{label}”的全年预计执行数{forecast}比1—{month}月执行数{spent}还少。请核对。',
    behind:
      '“{label}”1—{month}月的执行率是{right}，低于{by}月底应达到的{due}%（界限可在设置里改）。请说明原因，加快执行。',
  },
};
