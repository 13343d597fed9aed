import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '不足一档如何计算未写明',
  messages: {
    one: '“{name}”没有写明不足一档怎样计算：实际{actual}时，不足一档不计得{score}分，按比例得{share}分，按一档计得{begun}分。可在标准里注明“不足一档不计”。',
    several:
      '“{name}”等{count}个指标没有写明不足一档怎样计算：实际{actual}时，不足一档不计得{score}分，按比例得{share}分，按一档计得{begun}分。可在标准里注明“不足一档不计”。',
  },
};
