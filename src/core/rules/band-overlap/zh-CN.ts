import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '分数段重叠',
  messages: {
    found: '“{name}”的评分标准有重叠：实际{actual}同时落在两档里，不知道该得多少分。请改清楚。',
    shared: '“{name}”相邻两档都包含分界{at}，计分时按较高一档。请写明“含”或“以下不含”。',
  },
};
