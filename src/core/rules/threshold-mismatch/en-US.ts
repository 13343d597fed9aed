import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Threshold differs from the target',
  messages: {
    found: 'Full marks for “{name}” begin at {threshold}, but the target is {target}. Make them agree.',
  },
};
