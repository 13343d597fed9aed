import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '得分与评分标准不符',
  messages: {
    found: '“{name}”填的得分是{score}分，按评分标准，实际{actual}应得{expected}分。请核对得分或实际完成值。',
    readings:
      '“{name}”填的得分是{score}分，按评分标准，实际{actual}无论不足一档怎样算，都不是这个分数（可得{readings}分）。请核对得分或实际完成值。',
  },
  fixes: { write: '得分改为{score}' },
};
