import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Score can exceed the full mark',
  messages: {
    found:
      'The standard of “{name}” can give more than the full mark: {actual} earns {score} of {full}. Check the divisor, or cap it at the full mark.',
  },
};
