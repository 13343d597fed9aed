import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '缺少一级或二级指标',
  messages: {
    level1: '{cells}没有一级指标，“{level2}”不知属于哪一类。请补填。',
    level1Known: '{cells}没有一级指标。“{level2}”属于“{parent}”，请补填。',
    level2: '{cells}没有二级指标，“{name}”考核的是哪个方面不清楚。请补填。',
    both: '{cells}没有一级和二级指标，“{name}”不知归入哪一类。请补填。',
    lost: '“{level2}”是二级指标，却写在一级指标列里；检查时按“{level1}”处理。请把它移到二级指标列，并补上一级指标。',
  },
};
