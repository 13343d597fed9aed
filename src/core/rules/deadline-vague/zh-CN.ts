import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '时限不明确',
  messages: {
    vague: '“{name}”的时限“{value}”没有具体日期，是否按期无从判断。请写明日期。',
    invalid: '“{name}”写的日期“{date}”不存在。请改正。',
  },
  fixes: { deadline: '改为“{to}”', lastDay: '改为“{to}”' },
};
