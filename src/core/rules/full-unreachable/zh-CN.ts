import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '达到目标得不到满分',
  messages: {
    target: '“{name}”达到指标值（{actual}）只能得{score}分，得不到满分{full}分。请改为达到指标值得满分。',
    never: '“{name}”按这个评分标准最多得{score}分，得不到满分{full}分。请核对各项分值。',
  },
};
