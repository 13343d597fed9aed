import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '评分标准不能自动计分',
  messages: {
    discretion: '“{name}”的评分标准含“{words}”，由人裁量，不能自动计分。请写明扣分的档次和分值，或留待人工评分。',
    'no-points': '“{name}”的评分标准没有写明分数，不能自动计分。请写明得多少分、扣多少分。',
    range:
      '“{name}”的评分标准写的是分数区间“{words}”，不是确定的分数，不能自动计分。请写成确定的分数，或留待人工评分。',
    'not-understood': '“{name}”的评分标准中“{words}”没有读懂，不能自动计分。不影响填报，需人工评分。',
    'target-missing':
      '“{name}”的评分标准提到“{words}”，但这一行的指标值不是可以计算的数，不能自动计分。请把指标值写成数，或留待人工评分。',
    'weight-missing': '“{name}”的评分标准没有写明满分，这一行也没有分值，不能自动计分。请写明满分。',
    'year-missing': '“{name}”的评分标准中“{words}”没有写年份，不能自动计分。请写明年份。',
    'proportion-direction':
      '“{name}”是越低越好的指标，“{words}”没有写明怎样算比例（目标÷实际，还是2-实际÷目标），不能自动计分。请写明算法。',
    'sum-or-choice': '“{name}”的评分标准列了几项得分，看不出是逐项相加还是只取其一，不能自动计分。请写明怎样计分。',
    'unit-clash': '“{name}”的评分标准前后单位不一致（{words}），不能自动计分。请统一单位。',
    elsewhere: '“{name}”的评分标准中“{words}”涉及其他指标的得分，不能自动计分。需人工评分。',
    unsupported: '“{name}”的评分标准含“{words}”，不能自动计分。需人工评分。',
  },
};
