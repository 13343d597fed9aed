import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Divisor differs from the target',
  messages: {
    found:
      'The proportion for “{name}” divides by {base}, but the target is {target}. The divisor should be the target; otherwise missing it can earn more.',
  },
  fixes: {
    replace: 'Divide by {to} instead of {base}',
  },
};
