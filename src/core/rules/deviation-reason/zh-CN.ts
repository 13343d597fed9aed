import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '偏差原因未填',
  messages: {
    short: '“{name}”目标{target}，实际{actual}，没有完成，偏差原因和改进措施却是空的。请如实补填。',
    above: '“{name}”实际{actual}，是目标的{percent}，超出很多。请说明原因，并考虑下年是否调高目标。',
    below: '“{name}”实际{actual}，只有控制数的{percent}，低出很多。请说明原因，并考虑下年是否调低控制数。',
  },
};
