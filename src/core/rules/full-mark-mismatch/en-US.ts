import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Full mark differs from the weight',
  messages: {
    found: 'The standard of “{name}” states {stated} points, the weight column {full}. Make them agree.',
  },
};
