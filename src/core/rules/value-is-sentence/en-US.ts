import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Target repeats name or explanation',
  messages: {
    name: 'The target of “{name}” repeats the indicator’s name. Write only the value to reach.',
    explanation: 'The target of “{name}” copies the explanation. Write only the value to reach.',
  },
  fixes: { shorten: 'Keep only “{to}”' },
};
