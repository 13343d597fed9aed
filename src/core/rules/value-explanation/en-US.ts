import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Target against explanation',
  messages: {
    differs: 'The target of “{name}” is {value}, but the explanation says “{found}”. Check and make them agree.',
  },
  fixes: { target: 'Change the target to {to}', explanation: 'Change the number in the explanation to {to}' },
};
