import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '结果过于完美',
  messages: {
    equal: '{count}个定量指标的实际完成值都与目标值分毫不差。请核对佐证材料，按实际结果填写。',
    full: '{count}个指标全部得满分。请核对佐证材料，看目标是否偏低、评分是否从宽。',
  },
};
