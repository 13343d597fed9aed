import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Proportion the wrong way round',
  messages: {
    found:
      'Lower is better for “{name}”, yet it scores actual ÷ target: {actual} earns {score}. Use target ÷ actual, or take off by the excess.',
  },
};
