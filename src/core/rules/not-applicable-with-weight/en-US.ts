import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Indicator not applicable, yet weighted',
  messages: {
    weighted:
      '“{name}” says “{words}” but carries {weight} points, which nobody can score. Delete the indicator and give its points to others.',
  },
};
