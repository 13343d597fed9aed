import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Explanation speaks of another category',
  messages: {
    other:
      '“{name}” stands under “{level2}”, but its explanation speaks of “{words}”, which is a matter of “{other}”. Change the explanation or the category.',
  },
};
