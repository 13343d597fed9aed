import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Fell short, yet full marks',
  messages: {
    found:
      '“{name}” fell short (target {target}, actual {actual}), and yet has the full {weight} points. Check the actual value and the score.',
  },
};
