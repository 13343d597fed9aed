import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '定性档次分值偏离',
  messages: {
    found: '“{name}”中“{option}”得{score}分，占满分的{share}%，不在通行的{low}%～{high}%之间。请考虑调整这一档的分值。',
  },
};
