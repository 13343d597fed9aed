import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '分数段有空档',
  messages: {
    found: '“{name}”的评分标准有空档：实际{actual}时，没有写明得多少分。请补上这一段。',
  },
  fixes: {
    include: '将“{sign}{boundary}”改为“{to}{boundary}”',
  },
};
