import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Fraction for percent',
  messages: {
    explained:
      'The target of “{name}” is {value}%, the explanation says {found}%, a hundred times as much: the percentage seems to have been written as a fraction. Check it.',
    small: 'The target of “{name}” is only {value}%: {to}% seems to have been written as a fraction. Check it.',
  },
  fixes: { scale: 'Change the target to {to}' },
};
