import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '缺少评分标准',
  messages: {
    missing: '“{name}”没有评（扣）分标准，评价时无从打分。请写明得满分的条件和扣分的办法。',
  },
};
