import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Grade outside the usual band',
  messages: {
    found:
      'For “{name}”, “{option}” earns {score}, {share}% of the full mark, outside the usual {low}%–{high}%. Consider other points for it.',
  },
};
