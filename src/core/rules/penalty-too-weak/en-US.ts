import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Deduction too weak',
  messages: {
    found: 'The deduction for “{name}” is weak: {actual} still earns {score}. Consider smaller steps.',
  },
};
