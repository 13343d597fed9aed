import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Threshold differs from the target',
  messages: {
    deadline: 'The standard of “{name}” goes by {threshold}, but the target is {target}. Make them agree.',
    found: 'Full marks for “{name}” begin at {threshold}, but the target is {target}. Make them agree.',
  },
};
