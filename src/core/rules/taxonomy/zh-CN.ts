import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '二级指标归类不对',
  messages: {
    misplaced: '“{level2}”列在“{level1}”之下；按本表所用的“{tree}”，它属于“{parent}”。请调整分类。',
    mixed:
      '“{level2}”列在“{level1}”之下，而本表其他指标用的是“{tree}”，其中没有这一类。一张表不宜混用新旧分类，请统一。',
  },
};
