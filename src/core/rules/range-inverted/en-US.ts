import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Range inverted',
  messages: {
    inverted: 'The lower bound {low} of “{name}” lies above its upper bound {high}: no result can meet it. Check it.',
    empty: 'The lower bound {low} of “{name}” is not below its upper bound {high}: no result can meet it. Check it.',
  },
  fixes: { swap: 'Swap the bounds' },
};
