import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Numbers of the goal without indicator',
  messages: {
    found:
      'The goal speaks of {numbers}, which no indicator has. Set an indicator for what matters, or check that the two agree.',
  },
};
