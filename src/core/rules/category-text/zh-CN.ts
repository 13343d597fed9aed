import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '指标解释说的是另一类',
  messages: {
    other: '“{name}”归在“{level2}”，解释里说的却是“{words}”，那是“{other}”的内容。请改解释，或改归类。',
  },
};
